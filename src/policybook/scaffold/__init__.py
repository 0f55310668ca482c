"""Begin a manual: the files of a new repository, empty or with the demonstration manual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from policybook import resources
from policybook.errors import PolicybookError
from policybook.record import atomic
from policybook.scaffold import engine

_PACKAGE = Path(__file__).parent
_STARTER = _PACKAGE / "starter"
_DEMO = _PACKAGE / "demo" / "policy"

DEMO_DAY = "2026-11-24"
"""The day on which the demonstration manual is as its findings say."""

_RENAMED = {"gitignore": ".gitignore", "gitlab-ci.yml": ".gitlab-ci.yml"}
"""Files that have no dot here, so that they do nothing in this repository."""
_MODELINE = "# yaml-language-server: $schema=../.vscode/schemas/{kind}.schema.json\n"
_REQUIREMENTS = """# The engine, here and in the workflows: {what}
{engine}
"""
_BODIES = """bodies:
  - id: board
    name: Board
    kind: board
  - id: superintendent
    name: Superintendent
    kind: officer
    reports_to: board
"""


def files(name: str, *, demo: bool, engine_address: str = "") -> dict[str, bytes]:
    """Return the files of a new repository by path; `name` is the agency's, unless it is the demonstration.

    The engine comes along as a wheel, unless `engine_address` says where pip finds it.
    """
    found = {_named(path): path.read_bytes() for path in _below(_STARTER)}
    for path in sorted(resources.folder("schemas").glob("*.json")):
        found[f".vscode/schemas/{path.name}"] = path.read_bytes()
    if engine_address:
        written = _REQUIREMENTS.format(
            what="from the address that was given.", engine=f"policybook[word,pdf] @ {engine_address}"
        )
    else:
        found |= engine.files()
        what = "the one that this repository was begun with. `sha256sum -c wheels/SHA256SUMS` proves it, from within wheels/."
        written = _REQUIREMENTS.format(what=what, engine=f"./{engine.FOLDER}/{engine.NAME}[word,pdf]")
    found["requirements.txt"] = written.encode()
    if demo:
        found.update({f"policy/{path.relative_to(_DEMO).as_posix()}": path.read_bytes() for path in _below(_DEMO)})
    else:
        agency = f"{_MODELINE.format(kind='agency')}name: {_quoted(name)}\n"
        found["policy/agency.yml"] = agency.encode()
        found["policy/bodies.yml"] = (_MODELINE.format(kind="bodies") + _BODIES).encode()
    return dict(sorted(found.items()))


def write(folder: Path, wanted: dict[str, bytes]) -> None:
    """Write the files into `folder`; raise PolicybookError, with nothing written, where one of them is there."""
    there = [path for path in wanted if (folder / path).exists() or (folder / path).is_symlink()]
    if there:
        raise PolicybookError(f"{folder / there[0]} is there already; begin in an empty folder.")
    for path, data in wanted.items():
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PolicybookError(f"{(folder / path).parent} can't be made: {error.strerror}.") from error
        atomic.write(folder / path, data)


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _named(path: Path) -> str:
    """Return where a starter file goes."""
    named = path.relative_to(_STARTER).as_posix()
    return _RENAMED.get(named, named)


def _quoted(name: str) -> str:
    """Return a name as a YAML scalar in single quotation marks."""
    return "'" + " ".join(name.split()).replace("'", "''") + "'"
