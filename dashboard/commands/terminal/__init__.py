"""What the commands print: tables, progress, plain text."""
