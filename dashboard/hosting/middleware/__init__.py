"""ASGI middleware: headers, link previews, sessions that come back."""
