"""Change files at random and look that nothing breaks: `python -m tests.fuzz SECONDS [SEED]`.

Whatever the bytes, a reader answers with what it found or with a PolicybookError: one sentence for whoever sent the file.
The same seed gives the same changes.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from random import Random

from policybook.documents.drafts import reader as drafts
from policybook.errors import PolicybookError
from policybook.importing.readers import files as importing
from policybook.lint import formats, runner
from policybook.record import format
from policybook.record.tree import MemoryTree
from tests import cases

DAY = date(2026, 11, 24)
FORMS = ("text", "json", "sarif", "junit", "github", "markdown")
PIECES = (
    b"", b"\0", b"\xff", b"\n", b": ", b"- ", b"  ", b"[", b"{", b"'", b'"', b"&a", b"*a", b"!!", b"|", b">-", b"#", b"---",
    b"null", b"2026-02-31", b"9999-12-31", b"-1", b"1e999", b"{{", b"<b>", b"</p>", b"<!--", b"]]>", b"&#0;", b"%n",
    "\u202e".encode(), "\U000e0041".encode(), "\uffff".encode(), "é".encode(), b"A" * 5000, b"[" * 200,
)  # fmt: skip
HTML = b"<!doctype html><html><body><h1>3210 Fair Discipline</h1><p>Adopted: 8/20/2019</p><ol type=a><li>One<ul><li>Two</ul></ol><table><tr><td>a<td>b</table></body></html>"
MARKDOWN = b"---\ntitle: Fair Discipline\n---\n# 3210 Fair Discipline\n\nAdopted: 8/20/2019\n\n1. One\n   - Two[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: A note.\n"


@dataclass(frozen=True)
class Target:
    """Something that reads what others wrote."""

    seeds: dict[str, bytes]
    """Sound files by name, from which the changed ones are made."""
    read: Callable[[str, bytes], object]


def targets() -> dict[str, Target]:
    """Return everything that is tried."""
    small = cases.small()
    texts = {"draft.md": MARKDOWN, "draft.txt": MARKDOWN, **packages()}
    return {
        "record": Target({path: raw for path, raw in small.items() if path.endswith(".yml")}, _judged),
        "draft": Target(texts, lambda name, raw: drafts.read(raw, name, None, None)),
        "import": Target({**texts, "page.html": HTML}, _imported),
    }


def packages() -> dict[str, bytes]:
    """Return small Word and OpenDocument files."""
    import docx

    document = docx.Document()
    document.add_heading("3210 Fair Discipline")
    document.add_paragraph("One.", style="List Number")
    document.add_table(2, 2)
    held = BytesIO()
    document.save(held)
    odt = BytesIO()
    space = "urn:oasis:names:tc:opendocument:xmlns"
    body = f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:text="{space}:text:1.0"><office:body><office:text><text:h text:outline-level="1">3210 Fair Discipline</text:h><text:p>One.</text:p></office:text></office:body></office:document-content>'
    with zipfile.ZipFile(odt, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", body)
    return {"draft.docx": held.getvalue(), "draft.odt": odt.getvalue()}


def changed(raw: bytes, random: Random) -> bytes:
    """Return bytes with a few changes: of a package one part is changed, half of the time."""
    if raw.startswith(b"PK") and random.random() < 0.7:
        return _repacked(raw, random)
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randrange(len(raw) + 1)
        end = min(len(raw), at + random.choice((0, 1, 3, 40, 1000)))
        put = random.choice((random.choice(PIECES), raw[at:end] * 2, bytes([random.randrange(256)])))
        raw = raw[:at] + put + raw[end:]
    return raw


def _repacked(raw: bytes, random: Random) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = random.choice(names)
        for name in names:
            part = old.read(name)
            if name != chosen or random.random() < 0.9:
                new.writestr(name, changed(part, random) if name == chosen else part)
    return held.getvalue()


def _judged(name: str, raw: bytes) -> None:
    judged = runner.judge(MemoryTree({**cases.small(), name: raw}), DAY, runner.all_checks())
    for form in FORMS:
        assert formats.render(judged, form)
    tuple(format.tidied(MemoryTree({name: raw}), [name]))


def _imported(name: str, raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(raw)
        importing.documents(Path(folder))


def tried(name: str, target: Target, seed: int) -> Iterator[int]:
    """Try a target again and again, yielding how often; what breaks it is raised with the seed that repeats it."""
    for number in count(1):
        random = Random(f"{name} {seed} {number}")
        file = random.choice(sorted(target.seeds))
        raw = changed(target.seeds[file], random)
        try:
            target.read(file, raw)
        except PolicybookError:
            pass  # refused in a sentence
        except BaseException:
            print(f"{name}, {file}, seed {seed}, number {number}: {raw[:300]!r}", file=sys.stderr)
            raise
        yield number


def main() -> None:
    """Try all targets for so many seconds, and say how often."""
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    all_targets = targets()
    for name, target in all_targets.items():
        until, done = time.monotonic() + seconds / len(all_targets), 0
        for number in tried(name, target, seed):
            done = number
            if time.monotonic() > until:
                break
        print(f"{name}: {done:,} changed files, none broke it")


if __name__ == "__main__":
    main()
