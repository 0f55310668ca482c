"""Print what importing and checking a manual costs, as ratios of interleaved runs in one call.

    python benchmarks/importing.py [--documents 300] [--runs 3]

The documents are web pages of some 400 words. CPU is user and system time of whole processes; the least of the runs is
compared. The floor is reading the same files and parsing them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from measure import interleaved

_POLICYBOOK = [sys.executable, "-m", "policybook", "import"]
_PARSE = """
import sys
from pathlib import Path
from lxml import html
for path in sorted(Path(sys.argv[1]).glob("*.html")):
    html.document_fromstring(path.read_text(encoding="utf-8"))
"""


def page(number: int) -> str:
    """Return one policy as a page."""
    items = "".join(f"<li>Item {at} of policy {number} says what a school does on day {at}.</li>" for at in range(12))
    sections = "".join(
        f"<h2>Section {at}</h2><p>The district writes rule {at} of {number} down, keeps it, and reads it again each year. "
        f"See Policy {1000 + (number + at) % 50}.</p><ol>{items}</ol>"
        for at in range(3)
    )
    return (
        f"<html><body><main><h1>{1000 + number} Policy number {number}</h1>{sections}"
        f"<p>Legal References: RCW 28A.{number}</p><p>Adopted: 10.99; revised 08/08/2008</p></main></body></html>"
    )


def main() -> None:
    """Print the costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder, "old")
        old.mkdir()
        for number in range(given.documents):
            (old / f"{1000 + number}.html").write_text(page(number), encoding="utf-8")
        look = [*_POLICYBOOK, str(old), "--as-of", "2026-11-24", "--into", f"{folder}/looked"]
        write = ["sh", "-c", f'rm -rf "{folder}/new" && "$@" --write', "sh", *_POLICYBOOK, str(old)]
        write += ["--as-of", "2026-11-24", "--into", f"{folder}/new"]
        names = ("parse", "look", "write and check")
        costs = interleaved([[sys.executable, "-c", _PARSE, str(old)], look, write], given.runs)
        floor = costs[0]
        for name, cost in zip(names, costs, strict=True):
            print(f"{name:16} {cost.cpu:6.2f} s CPU  {cost.cpu / floor.cpu:6.1f} x parse  {cost.memory:5.0f} MiB")


if __name__ == "__main__":
    main()
