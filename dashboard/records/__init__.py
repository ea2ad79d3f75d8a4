"""What the scripts of map and page are told: typed records, and nothing else."""
