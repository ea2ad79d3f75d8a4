"""The page of one or some articles."""
