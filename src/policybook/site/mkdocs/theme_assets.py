"""Leave out of the site what no reader asks for: the theme's search and its source maps."""

from __future__ import annotations

import re

from mkdocs.structure.files import Files

_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, in place of which the site has one that finds provisions."""


def files(files: Files) -> None:
    """Remove source maps and the theme's search."""
    for file in list(files):
        path = file.src_uri
        if path.startswith(_SEARCH) or (path.startswith("assets/") and path.endswith(".map")):
            files.remove(file)


def css(text: str) -> str:
    """Return a style sheet without comments and layout."""
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"/\*.*?\*/\s*", "", text, flags=re.DOTALL))


def script(text: str) -> str:
    """Return a script without comments of whole lines and indentation."""
    return re.sub(r"^\s*(?://.*\n)?", "", text, flags=re.MULTILINE)
