"""Adding articles: the dialog, its limits, its progress."""
