"""What a link says: the typed view behind every address."""
