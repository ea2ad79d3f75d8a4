"""How Dateline is measured. `python -m benchmarks` prints the figures of one run."""
