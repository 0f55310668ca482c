"""Leave out of the site what no reader asks for: more than two megabytes of the theme's files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs.structure.files import Files

_SEARCH = "assets/javascripts/lunr/"
_BREAKS_WORDS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}
"""What the theme's search loads for languages that are written without spaces between words."""


def files(files: Files, languages: Sequence[str]) -> None:
    """Remove source maps, and what the search loads for other languages than those it is asked to read."""
    other = [language for language in languages if language != "en"]
    wanted = {f"min/lunr.{language}.min.js" for language in other}
    wanted |= {_BREAKS_WORDS[language] for language in other if language in _BREAKS_WORDS}
    wanted |= {"min/lunr.stemmer.support.min.js"} if other else set()
    wanted |= {"min/lunr.multi.min.js"} if len(languages) > 1 else set()
    for file in list(files):
        path = file.src_uri
        unread = path.startswith(_SEARCH) and path.removeprefix(_SEARCH) not in wanted
        if unread or (path.startswith("assets/") and path.endswith(".map")):
            files.remove(file)


def css(text: str) -> str:
    """Return a style sheet without comments and layout."""
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"/\*.*?\*/\s*", "", text, flags=re.DOTALL))


def script(text: str) -> str:
    """Return a script without comments of whole lines and indentation."""
    return re.sub(r"^\s*(?://.*\n)?", "", text, flags=re.MULTILINE)
