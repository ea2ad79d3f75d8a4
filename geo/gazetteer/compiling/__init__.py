"""Building the gazetteer's file from installed packages and the project's own tables."""
