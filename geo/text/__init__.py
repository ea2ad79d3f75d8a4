"""From bytes to clean text: encoding, front matter, language."""
