"""What one browser session knows: its visitor, its view, its own articles."""
