"""Build the exported pages with Zensical and say what differs from our own site: a watch, never a gate.

Usage: python .ci/zensical.py SITE [ZENSICAL]; SITE is the demonstration's site as MkDocs built it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

CONFIG = "site_name: Heron Bend\ntheme: {name: material, font: false}\nmarkdown_extensions: [attr_list, toc]\n"
EXPORT = ["export", "pages", "--manual", "src/policybook/scaffold/demo/policy", "--as-of", "2026-11-24"]
NOT_READ = r'<(script|style|svg)\b.*?</\1>|<a class="headerlink".*?</a>|<[^>]+>'
MOST = 5
"""How many pages are named of each kind of difference."""


def main(site: Path, zensical: str) -> None:
    """Print what differs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "policybook", *EXPORT, str(folder / "docs")], check=True, timeout=60)
        subprocess.run([zensical, "build"], cwd=folder, check=True, timeout=120, stdout=subprocess.DEVNULL)
        pages = sorted(path.relative_to(folder / "docs") for path in (folder / "docs").rglob("*.md"))
        found = {what: [] for what in ("is missing", "has other words", "lacks an anchor", "lacks its description")}
        for page in pages:
            for what in _differences(site / page.with_suffix(".html"), folder / "site" / page.with_suffix(".html")):
                found[what].append(page.parent.as_posix())
    print(f"Zensical built {len(pages)} pages.")
    for what, named in found.items():
        more = f" and {len(named) - MOST} more" if len(named) > MOST else ""
        print(f"  {len(named)}: page {what}{': ' if named else ''}{', '.join(named[:MOST])}{more}")


def _differences(ours: Path, theirs: Path) -> Iterator[str]:
    if not theirs.is_file():
        yield "is missing"
        return
    one, other = ours.read_text(encoding="utf-8"), theirs.read_text(encoding="utf-8")
    if _words(one) != _words(other):
        yield "has other words"
    if _anchors(one) - _anchors(other):
        yield "lacks an anchor"
    if "og:title" in one and "og:title" not in other:
        yield "lacks its description"


def _article(html: str) -> str:
    found = re.search(r"<article\b.*?</article>", html, re.DOTALL)
    return found[0] if found else ""


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(NOT_READ, " ", _article(html), flags=re.DOTALL)).split())


def _anchors(html: str) -> set[str]:
    return {unescape(id) for id in re.findall(r'\bid="?([^\s">]+)', _article(html))} - {"main"}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "zensical")
