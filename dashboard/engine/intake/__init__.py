"""Files, pages and feeds taken in, and how many of them an hour."""
