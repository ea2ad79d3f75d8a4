"""Kept answers of online services: on disk, in Redis, and those that ship."""
