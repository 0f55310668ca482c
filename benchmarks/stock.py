"""The same pages with the same text for stock Material: what somebody would have who wrote them as Markdown by hand."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = {"p": "", "li": "- ", "dt": "", "dd": "", "td": "", "th": "", "figcaption": "", "pre": "", "summary": ""}
_SILENT = ("script", "style", "svg", "button", "noscript")
_CONFIG = "site_name: Manual\ntheme:\n  name: material\n"


def write(site: Path, folder: Path) -> int:
    """Write a Markdown page for each page of the built `site` into `folder`, with a configuration; return how many."""
    pages = [
        path for path in sorted(site.rglob("index.html")) if '<article class="md-content' in path.read_text("utf-8")
    ]
    for path in pages:
        # one folder deep: the default navigation is smallest so
        kind, *rest = path.relative_to(site).parent.parts or ("index",)
        target = folder / "docs" / (f"{kind}/{'-'.join(rest)}.md" if rest else f"{kind}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(path.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    return len(pages)


def markdown(html: str) -> str:
    """Return the text of a page's article as plain Markdown: headings, paragraphs, lists."""
    reader = _Article()
    start = html.index("<article")
    reader.feed(html[start : html.index("</article>", start)])
    reader.close()
    return "\n\n".join(reader.blocks) + "\n"


class _Article(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._lead = ""
        self._words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS or _level(tag):
            self._end()
            self._lead = "#" * _level(tag) + " " if _level(tag) else _BLOCKS[tag]

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        elif tag in _BLOCKS or _level(tag):
            self._end()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        words = " ".join("".join(self._words).split())
        if words:
            self.blocks.append(self._lead + words)
        self._lead, self._words = "", []


def _level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
