"""The library's database: its tables, connections and upgrades."""
