"""Hosting: the dashboard as one ASGI application, with what a server on the web needs beside it.

`application` puts it together: the page, health, the data routes, headers, figures.
"""
