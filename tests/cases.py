"""Cases: one text file each, laid over the small sound manual, ending with the findings expected.

    A sentence about the case; `as-of: 2027-01-01` sets its day.
    -- 3210-fair-discipline/strategies.yml --
    …the file's whole content…
    -- bodies.yml removed --
    -- base/agency.yml changed --
    …what differs from the small manual in the base that a change is compared with…
    -- agency.yml changed --
    …only the top-level keys of the file that differ…
    -- 0100-mission/policy.yml diff --
     kind: operating-policy
    -steward: superintendent
    +steward: nobody
    -- findings --
    0100-mission/policy.yml “nobody” error The whole message

A diff has the lines that differ, with as many around them as find their place; `@@` stands between two places. A finding is
anchored by the words that stand where it points. `$digest`, `$digest(ID)`, `$chain` and `$sha256` stand for what is right
in their place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from policybook.record.yaml import reader
from policybook.values import digest

HERE = Path(__file__).parent
SMALL = HERE / "small"
AS_OF = date(2026, 11, 24)

_HEAD = re.compile(r"^-- (.+?)( removed| changed| diff)? --$")
_FINDING = re.compile(r"(?P<path>.+?) “(?P<words>.*?)” (?P<severity>error|warning|notice) (?P<message>.+)")
_BLOCK = re.compile(r"^(?=[^\s#-])", re.MULTILINE)
_OTHER = re.compile(r"\$digest\(([a-z0-9-]+)\)")


@dataclass(frozen=True)
class Expected:
    """A finding that is expected: where the words stand that it points to, how severe it is, what it says."""

    path: str
    words: str
    severity: str
    message: str


@dataclass(frozen=True)
class Case:
    """Files laid over the small manual, and what is expected of it."""

    files: dict[str, str | None]
    base: dict[str, str | None]
    findings: tuple[str, ...]
    as_of: date

    @property
    def expected(self) -> tuple[Expected, ...]:
        """Return the findings that are expected of one check."""
        return tuple(map(_expected, self.findings))


def read(path: Path) -> Case:
    """Return the case in a file."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Case:
    """Return the case written in `text`."""
    files: dict[str, str | None] = {}
    name, body, preamble, how = "", [], "", ""
    for line in [*text.splitlines(), "-- end --"]:
        head = _HEAD.match(line)
        if head is None:
            body.append(line)
            continue
        if name:
            content = "\n".join(body).rstrip("\n") + "\n"
            files[name] = _READ[how](name, content)
        else:
            preamble = "\n".join(body)
        name, body, how = head[1], [], head[2] or ""
        if how == " removed":
            files[name], name, how = None, "-", ""
    files.pop("-", None)
    findings = files.pop("findings", None) or ""
    base = {path.removeprefix("base/"): files.pop(path) for path in list(files) if path.startswith("base/")}
    day = re.search(r"as-of: ([0-9-]{10})", preamble)
    lines = tuple(line for line in findings.splitlines() if line.strip())
    return Case(files, base, lines, date.fromisoformat(day[1]) if day else AS_OF)


def _expected(line: str) -> Expected:
    match = _FINDING.fullmatch(line)
    if match is None:
        raise ValueError(f"This is no finding: {line}")
    return Expected(match["path"], match["words"], match["severity"], match["message"])


def _of_small(path: str) -> str:
    return (SMALL / path.removeprefix("base/")).read_text(encoding="utf-8")


def _edited(path: str, diff: str) -> str:
    """Return a file of the small manual with a diff applied; each place is looked for after the one before."""
    lines, after = _of_small(path).splitlines(), 0
    for part in re.split(r"^@@\n", diff, flags=re.MULTILINE):
        edits = part.splitlines()
        was = [line[1:] for line in edits if not line.startswith("+")]
        places = (at for at in range(after, len(lines)) if lines[at : at + len(was)] == was)
        start = next(places, None)
        if start is None:
            raise ValueError(f"{path} has no such lines: {was}")
        now = [line[1:] for line in edits if not line.startswith("-")]
        lines[start : start + len(was)] = now
        after = start + len(now)
    return "\n".join(lines) + "\n"


def _changed(path: str, keys: str) -> str:
    """Return a file of the small manual with some of its top-level keys replaced, or added at its end."""
    blocks = {block.partition(":")[0]: block for block in _BLOCK.split(_of_small(path))}
    blocks.update({block.partition(":")[0]: block for block in _BLOCK.split(keys)})
    return "".join(blocks.values())


_READ = {"": lambda path, content: content, " changed": _changed, " diff": _edited}
"""What the words after a path mean for the lines below it."""


UNREAD = ("0001-unread", "0002-unheld", "8001-unread", "8002-unheld")
"""Folders of policies that nothing can be said of: their files can't be read, or their text isn't held."""


def beside_unread(case: Case, *, with_base: bool) -> Case:
    """Return a case with policies before and after those it is about of which nothing can be said."""
    kinds = ("policy.yml", "strategies.yml", "revisions/2026-03-10.yml", "reviews/2026-03-10-all.yml")
    broken: dict[str, str | None] = {
        f"{folder}/{kind}": "broken: [\n" for folder in UNREAD if folder.endswith("unread") for kind in kinds
    }
    for folder in UNREAD:
        if folder.endswith("unheld"):
            broken[f"{folder}/policy.yml"] = (
                f"code: {folder[:4]}\ntitle: Unheld\nkind: operating-policy\ntext: not-held\nnot_held: So.\n"
            )
    return replace(case, files={**broken, **case.files}, base={**broken, **case.base} if with_base else {})


def small() -> dict[str, bytes]:
    """Return the files of the small sound manual, ready to read."""
    return laid({})


def laid(over: Mapping[str, str | None]) -> dict[str, bytes]:
    """Return the small manual with `over` laid over it; None removes a file."""
    files: dict[str, str | None] = {
        path.relative_to(SMALL).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(SMALL.rglob("*"))
        if path.is_file()
    }
    files.update(over)
    return _filled({path: text for path, text in files.items() if text is not None})


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write a manual's files below `folder`/policy and return that folder."""
    manual = folder / "policy"
    for path, data in files.items():
        target = manual / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return manual


def _filled(files: dict[str, str]) -> dict[str, bytes]:
    """Put the right digests, chains and checksums where `$` stands for them."""
    for path in files:
        if path.startswith("sources/") and path.endswith(".yml") and path[:-3] + "txt" in files:
            words = files[path[:-3] + "txt"].encode()
            files[path] = files[path].replace("$sha256", sha256(words).hexdigest())
    for folder in {path.partition("/")[0] for path in files if "/revisions/" in path}:
        _fill_policy(files, folder)
    return {path: text.encode() for path, text in files.items()}


def _fill_policy(files: dict[str, str], folder: str) -> None:
    acts: dict[str, dict[str, Any]] = {}
    for path in files:
        if re.fullmatch(rf"{re.escape(folder)}/revisions/[a-z0-9-]+\.yml", path):
            data = reader.read(files[path].encode(), frozenset(["level"])).data
            if data is not None:
                acts[path.rpartition("/")[2][:-4]] = data
    digests = {id: _digest(data) for id, data in acts.items()}
    for path in [path for path in files if path.startswith(f"{folder}/")]:
        files[path] = _OTHER.sub(lambda match: digests[match[1]], files[path])
    for id in acts:
        path = f"{folder}/revisions/{id}.yml"
        filled = files[path].replace("$digest", digests[id]).replace("$chain", _chain(id, acts, digests))
        files[path] = filled


def _digest(data: dict[str, Any]) -> str:
    if not isinstance(data.get("text"), list):
        return ""
    return digest.of_text(data.get("title", ""), data["text"], data.get("footnotes"), data.get("attachments") or ())


def _chain(id: str, acts: dict[str, dict[str, Any]], digests: dict[str, str], depth: int = 0) -> str:
    data = acts[id]
    before = data.get("follows")
    previous = (before, _chain(before, acts, digests, depth + 1)) if before in acts and depth < 50 else None
    textual = data.get("action") in ("adopt", "revise", "correct")
    text = (digests[id] or digest.NOT_HELD) if textual else digest.NO_TEXT
    return digest.of_act(previous, id, data.get("action", ""), text)
