"""Online geocoding in the background."""
