"""The data routes under /api."""
