"""From text to scores: words, windows and the trained network."""
