"""What every map draws, as data, and the gate that text passes on its way to it."""
