"""How a service is reached: limits on rate and size, keys, the wire."""
