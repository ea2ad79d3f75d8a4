"""What library, atlas and place have in common: facets, timeline, bar and excerpts as data."""
