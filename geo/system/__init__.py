"""What lies below the library: processes, SQLite, Redis."""
