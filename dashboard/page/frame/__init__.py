"""What every page has: header, theme, notices, sign-in, recovery."""
