"""What the commands read and store: files, addresses, JSON lines, corrections."""
