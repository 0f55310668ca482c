"""Print what building the site costs, against stock Material with the same pages, as ratios of one call.

    python benchmarks/site.py [--pages 1000] [--runs 1]

The pages are policies, revisions and redlines. Stock Material builds the same number of pages of the same text with its
default navigation. CPU is user and system time of whole processes; bytes are those of all files of the built site.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import stock
from manual import write
from measure import interleaved

_BESIDE = 110
"""Pages beside those of policies: the reference of checks, help, bodies."""
_EACH = 7
"""Pages of a policy of three revisions: its own, each revision, each redline."""
_CONFIG = (
    "site_name: Manual\ntheme: {name: material}\nplugins: [{policybook: {as_of: 2026-11-24}}]\n"
    "validation: {nav: {omitted_files: ignore}}\n"
)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--runs", type=int, default=1)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = {"a third": asked.pages * 3 // 10, "all": asked.pages, "thrice": asked.pages * 3}
        builds = [_project(folder / label, pages) for label, pages in sizes.items()]
        subprocess.run(builds[1], check=True, capture_output=True)
        counted = stock.write(folder / "all/site", folder / "stock")
        little, own, large, other = interleaved([*builds, _command(folder / "stock")], asked.runs)
        pages = {label: _pages(folder / label / "site") for label in (*sizes, "stock")}
        size = _bytes(folder / "all/site") / pages["all"]
        against = _bytes(folder / "stock/site") / pages["stock"]
        print(f"{pages['all']:,} pages; stock Material: {counted:,} pages of the same text")
        print(f"CPU against stock Material: {own.cpu / other.cpu:.2f} ({own.cpu:.1f} s, {other.cpu:.1f} s)")
        print(f"bytes a page against stock Material: {size / against:.2f} ({size:,.0f}, {against:,.0f})")
        rate, base = large.cpu / pages["thrice"], little.cpu / pages["a third"]
        print(f"CPU a page, {pages['thrice']:,} pages against {pages['a third']:,}: {rate / base:.2f}")
        print(f"peak memory at {pages['thrice']:,} pages: {large.memory:.0f} MiB")


def _project(folder: Path, pages: int) -> list[str]:
    write(folder, max(1, (pages - _BESIDE) // _EACH))
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    return _command(folder)


def _command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]


def _pages(site: Path) -> int:
    return sum(1 for path in site.rglob("index.html"))


def _bytes(site: Path) -> int:
    return sum(path.stat().st_size for path in site.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
