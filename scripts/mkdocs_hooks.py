"""Brings documents from outside docs/ into the site, where links of the pages lead to them.

They stand under repository/ in the site, at their own path. Links are written as they hold in the
repository, and are rewritten here.
"""

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
PLACE = "repository/"
BROUGHT = (
    "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "training/MODEL_CARD.md",
    "deploy/debian/README.md", "deploy/container/README.md", "deploy/community-cloud.md",
)  # fmt: skip
LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the documents."""
    for path in BROUGHT:
        files.append(File.generated(config, PLACE + path, abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Rewrite the links of a page."""
    here = page.file.src_uri
    return LINK.sub(lambda link: rewritten(link.group(1), here), markdown)


def rewritten(link: str, here: str) -> str:
    """A link that holds in the repository, as it holds in the site on the page at `here`."""
    source = here.removeprefix(PLACE) if here.startswith(PLACE) else f"docs/{here}"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link))
    inside = target.startswith("docs/")
    there = target.removeprefix("docs/") if inside else PLACE + target
    return posixpath.relpath(there, posixpath.dirname(here) or ".")
