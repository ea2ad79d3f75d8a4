"""Every error Dateline raises on purpose.

    DatelineError
    +-- InputError (ValueError)        an article, file or line that cannot be read
    |   +-- TooLarge                   it exceeds a limit named in the settings
    |   +-- Unsupported                its type or encoding is not one Dateline reads
    +-- SettingsError (ValueError)     a setting that has no sense
    +-- FetchError (OSError)           a URL that cannot or must not be fetched
    +-- GazetteerError (RuntimeError)  the gazetteer cannot be built or opened
    +-- ModelError (RuntimeError)      the recognition pipeline cannot be loaded
    +-- LibraryError (RuntimeError)    the store of articles and corrections cannot be used
    +-- AccessError (PermissionError)  something only other people may do
    +-- Unwanted                       work that nobody waits for any more
    +-- ServiceUnavailable (ConnectionError)  an online geocoder that cannot be asked now

Each message is one sentence that says what happened, to which input, and what to do. Where it
names a file or an address of this machine, `for_readers` says the same without it.
"""


class DatelineError(Exception):
    """Base of all errors meant to be shown to the person who caused them."""

    def __init__(self, message: str = "", *, for_readers: str = "") -> None:
        super().__init__(message)
        self.for_readers = for_readers or message


class InputError(DatelineError, ValueError):
    """An article, file or line cannot be read."""


class TooLarge(InputError):
    """An input exceeds a limit named in the settings."""


class Unsupported(InputError):
    """An input's type or encoding is not one Dateline reads."""


class SettingsError(DatelineError, ValueError):
    """A setting has no sense, or one that is needed is missing."""


class FetchError(DatelineError, OSError):
    """A URL cannot be fetched, or must not be."""


class GazetteerError(DatelineError, RuntimeError):
    """The gazetteer cannot be built or opened."""


class ModelError(DatelineError, RuntimeError):
    """The recognition pipeline cannot be loaded."""


class LibraryError(DatelineError, RuntimeError):
    """The store of articles and corrections cannot be opened, read or written."""


class AccessError(DatelineError, PermissionError):
    """Only other people may do this, as the settings say."""


class Unwanted(DatelineError):
    """Work was ended because nobody waits for it any more."""


class ServiceUnavailable(DatelineError, ConnectionError):
    """An online geocoder cannot be asked now; this is not the same as "not found"."""
