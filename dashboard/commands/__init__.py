"""What each command of `dateline` does: one module a command, by its name.

Each has `run(options, settings)`, which gives the number of inputs that failed; what is common
to them stands beside it. The arguments are apart from it (`arguments`, `library_arguments`), so
that --help and wrong usage load nothing.
"""
