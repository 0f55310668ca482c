"""What the search reads is loaded when a reader first asks, not with every page as the theme would."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from policybook.site.mkdocs import theme_assets

_WORKERS = "assets/javascripts/workers/"
_OURS = f"{_WORKERS}policybook.js"
_SETTINGS = '<script id="__config"'
_INDEX = "search/search_index.json"
TEXTS = "search/texts.json"
"""Where the built site keeps what the search reads."""
_SCRIPT = Path(__file__).parent / "inline/search.js"


def stand_before(files: Files, config: MkDocsConfig) -> str:
    """Add the script that stands before the theme's search; return the address of the theme's, which it replaces.

    Nothing is added and nothing returned where the site has no search, or has to be read from a disk without a server.
    """
    found = [file.src_uri for file in files if file.src_uri.startswith(f"{_WORKERS}search.")]
    if "material/search" not in config.plugins or "material/offline" in config.plugins or len(found) != 1:
        return ""
    script = _SCRIPT.read_text(encoding="utf-8").replace("THEME", found[0].removeprefix(_WORKERS))
    files.append(File.generated(config, _OURS, content=theme_assets.script(script)))
    return found[0]


def page(html: str, theirs: str) -> str:
    """Return a built page that asks our script where it asked the theme's, at the address `theirs`.

    Only the theme's own settings are looked at: a policy may speak of such an address in its text.
    """
    before, mark, after = html.rpartition(_SETTINGS)
    if not theirs or not mark:
        return html
    settings, end, rest = after.partition("</script>")
    return before + mark + settings.replace(theirs, _OURS) + end + rest


def split(site: Path) -> None:
    """Leave nothing to read in the index of a built site, which every page loads, and put it whole beside it."""
    index: Mapping[str, Any] = json.loads((site / _INDEX).read_text(encoding="utf-8"))
    _write(site / TEXTS, index)
    _write(site / _INDEX, {**index, "docs": []})


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
