"""The articles shown first: one file each in a folder; a file dropped in appears at the next load.

The folder is the setting `seeds`, else the seeds of the installed package, else those of
the checkout.
"""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from geo.errors import InputError
from geo.model.article import Article
from geo.reading.article_reader import most_bytes, read_article
from geo.settings import Settings
from geo.text.cleaning import for_message


def seed_articles(settings: Settings) -> tuple[list[Article], list[str]]:
    """The seed articles in the order of their file names, and a notice for each broken file.

    A seed's id comes from its file name, so that links to it survive edits of its text.
    Hidden files and folders are passed over. The folder is read anew at each call.
    """
    folder = seeds_folder(settings)
    try:
        files = sorted(path for path in folder.iterdir() if _is_candidate(path))
    except OSError as error:
        reason = error.strerror or "it is not there"
        return [], [f"The seeds folder {for_message(str(folder))} cannot be read: {reason}."]
    articles: dict[str, Article] = {}
    notices: list[str] = []
    for path in files:
        try:
            article = _read_seed(path, settings)
        except (InputError, OSError) as error:
            notices.append(_notice(path, error))
            continue
        key = _identifier(path.stem) or article.id
        key = f"{key}-{path.suffix[1:].lower()}" if key in articles else key
        articles[key] = replace(article, id=key)
    return list(articles.values()), notices


def seeds_folder(settings: Settings) -> Path:
    """The folder the seeds are read from."""
    package = Path(__file__).parents[1]
    installed = package / "seed_articles"
    return settings.seeds or (installed if installed.is_dir() else package.parent / "seeds")


def _is_candidate(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _read_seed(path: Path, settings: Settings) -> Article:
    with path.open("rb") as file:
        data = file.read(most_bytes(path.name, settings) + 1)
    return read_article(data, name=path.name, settings=settings)


def _notice(path: Path, error: Exception) -> str:
    if isinstance(error, InputError):
        return str(error)
    reason = getattr(error, "strerror", None) or "unknown reason"
    return f"{for_message(path.name)} cannot be read: {reason}."


def _identifier(stem: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:80]
