"""Print what Lighthouse says of one page of each kind: performance, accessibility, best practices, search engines.

    npm install --prefix build lighthouse@12.8.2
    python benchmarks/lighthouse.py [--only policies/1010/] [--runs 1]

100 is best. Both sites are built and served on this machine, gzipped; performance is simulated from what was loaded, and
moves with whatever else the machine does, so it is a floor to look at and not one that is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "build/node_modules/.bin/lighthouse"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "mkdocs.yml": ("", "policies/1010/", "policies/1010/2017-11/", "keeping/acts/", "status/"),
    "mkdocs-demo.yml": (
        "",
        "policies/3210/",
        "policies/6715/",
        "policies/3210/2019-08-20/",
        "policies/3210/2026-03-10/changes/",
        "policies/3210/2026-03-10/changes/2014-05/",
        "policies/3210/proposed/2026-shorter-suspensions/",
        "policies/0100/ar/",
        "accountability/",
        "accountability/calendar/",
        "bodies/equity-council/",
        "sources/",
        "changes/",
        "status/",
        "data/",
        "checks/",
        "checks/strategy-owner/",
        "help/",
        "help/licence/",
    ),
}
_NAMES = {"mkdocs.yml": "real", "mkdocs-demo.yml": "demonstration"}
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Report:
    """What Lighthouse says of one page."""

    scores: tuple[int, ...]
    """Of each category asked for, 0 to 100."""
    paint: float
    """Milliseconds until the largest text or picture is painted, simulated; 0 where performance wasn't asked for."""
    faults: tuple[str, ...]
    """The audits outside performance that fail."""


def of(url: str, *, desktop: bool = False, categories: Sequence[str] = CATEGORIES) -> Report:
    """Return what Lighthouse says of the page at `url`, as a phone sees it or as a desktop does."""
    command = [str(PROGRAM), url, "--quiet", "--output=json", f"--chrome-flags={_FLAGS}"]
    command += [f"--only-categories={','.join(categories)}", *(["--preset=desktop"] if desktop else [])]
    environment = os.environ | {"CHROME_PATH": CHROMIUM or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found = json.loads(done.stdout)
    scores = tuple(round(100 * (found["categories"][name]["score"] or 0)) for name in categories)
    paint = found["audits"].get("largest-contentful-paint", {}).get("numericValue", 0)
    return Report(scores, paint, tuple(_faults(found)))


def _faults(found: dict[str, Any]) -> list[str]:
    rated = {one["id"] for name, of in found["categories"].items() if name != "performance" for one in of["auditRefs"]}
    audits = (audit for name, audit in found["audits"].items() if name in rated)
    return [f"{one['id']}: {one['title']}" for one in audits if one["score"] is not None and one["score"] < 1]


def main() -> None:
    """Build both sites, ask and print."""
    import weight  # type: ignore[import-not-found]  # its neighbour, where this runs as a script

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", help="one page, of each site that has it")
    options.add_argument("--runs", type=int, default=1, help="of which performance is the median, the rest the least")
    asked = options.parse_args()
    print("| page | mobile | desktop | largest paint, mobile |\n| --- | --- | --- | ---: |")
    for config, pages in PAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            build = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(ROOT / config), "-d", folder]
            subprocess.run(build, check=True)
            with weight.served(Path(folder)) as address:
                for page in pages:
                    if asked.only is None or asked.only == page:
                        _row(f"{_NAMES[config]}: /{page}", address + page, asked.runs)


def _row(name: str, url: str, runs: int) -> None:
    mobile = [of(url) for _ in range(runs)]
    desktop = [of(url, desktop=True) for _ in range(runs)]
    paint = statistics.median(one.paint for one in mobile)
    print(f"| {name} | {_scores(mobile)} | {_scores(desktop)} | {paint:,.0f} ms |", flush=True)
    for fault in sorted({fault for one in (*mobile, *desktop) for fault in one.faults}):
        print(f"  {fault}")


def _scores(reports: list[Report]) -> str:
    columns = list(zip(*(one.scores for one in reports), strict=True))
    return ", ".join([f"{statistics.median(columns[0]):.0f}", *(str(min(column)) for column in columns[1:])])


if __name__ == "__main__":
    main()
