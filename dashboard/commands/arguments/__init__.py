"""The arguments of the commands, declared with argparse."""
