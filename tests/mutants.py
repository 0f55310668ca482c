"""Change one thing at a time in a check, and see whether a case of that check notices.

    python -m tests.mutants [ID …]

Prints each mutant that survives: the line, and what was changed. A mutant survives where every case of the check, alone and
beside policies that can't be read, and the demonstration, whole and with a broken file, have the same findings with it as
without; for checks on changes also the changes in tests/changes.
"""

from __future__ import annotations

import ast
import signal
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import FrameType, ModuleType

from policybook.lint.check import Hit, Hits
from policybook.model import Manual
from policybook.record import loader
from policybook.record.tree import DiskTree, MemoryTree, Overlay, Tree
from tests import cases
from tests.held import HERON_BEND

ROOT = Path(__file__).parents[1]
MODULES = {path.stem.replace("_", "-"): path for path in sorted((ROOT / "checks").glob("[a-z]*.py"))}
SECONDS = 5
"""So long may all cases of a check take; a mutant that takes longer goes round in a loop, and is noticed."""

BROKEN = ("agency.yml", "bodies.yml", "waivers.yml", "meetings/", "sources/", "0410-", "1010-", "3210-fair-discipline/")
"""Which files of the demonstration can't be read, one at a time: these, and those in these folders."""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}

_Run = Callable[[Manual], Hits]
_Said = list[tuple[object, str, str | None]]


@dataclass(frozen=True)
class Mutant:
    """A module with one thing changed."""

    line: int
    change: str
    tree: ast.Module


def dropped_yields(written: str) -> Iterator[Mutant]:
    """Yield a mutant for each `yield` that is left out."""
    return _mutants(written, _without_yield)


def all_mutants(written: str) -> Iterator[Mutant]:
    """Yield the mutants of every kind."""
    for change in (_without_yield, _other_jump, _other_comparison, _other_join, _without_not, _other_number):
        yield from _mutants(written, change)


def findings(id: str, tree: ast.Module, *, thoroughly: bool = False) -> list[_Said | str]:
    """Return what a module says in each case of a check; an exception is something that it says."""
    module = ModuleType(f"mutant_of_{id.replace('-', '_')}")
    exec(compile(tree, str(MODULES[id]), "exec"), module.__dict__)
    run: _Run = module.check
    manuals = [*_manuals(id), *((*_beside_others(id), *_others(_on_changes(id))) if thoroughly else ())]
    return [_said(run, manual) for manual in manuals]


def _said(run: _Run, manual: Manual) -> _Said | str:
    try:
        return sorted((_seen(hit) for hit in run(manual)), key=repr)
    except Exception as error:
        return repr(error)


def _seen(hit: Hit) -> tuple[object, str, str | None]:
    return hit.place, hit.message, hit.severity


@lru_cache(maxsize=1)
def _manuals(id: str) -> tuple[Manual, ...]:
    """Return the manuals of a check's cases; they are read once."""
    return tuple(_manual(case, _on_changes(id)) for case in _cases(id))


@lru_cache(maxsize=1)
def _beside_others(id: str) -> tuple[Manual, ...]:
    """Return the manuals of a check's cases, with policies before and after theirs that can't be read or hold nothing."""
    return tuple(
        _manual(cases.beside_unread(case, with_base=bool(case.base) or _on_changes(id)), _on_changes(id))
        for case in _cases(id)
    )


def _cases(id: str) -> list[cases.Case]:
    return [cases.read(path) for path in sorted((ROOT / "tests/checks" / id).glob("*.txt"))]


def _on_changes(id: str) -> bool:
    return 'FAMILY = "change"' in source(id)


@lru_cache
def _others(changes: bool) -> tuple[Manual, ...]:
    """Return the manuals of other tests that judge with every check."""
    if changes:
        changed = sorted((ROOT / "tests/changes").glob("*/*.txt"))
        return tuple(_manual(cases.read(path), changes) for path in changed)
    whole = DiskTree(HERON_BEND, "policy")
    paths = [path for path in whole.paths() if path.startswith(BROKEN) and path.endswith(".yml")]
    trees: list[Tree] = [whole, *(Overlay(whole, {path: whole.read(path) + b"\nbroken: [\n"}) for path in paths)]
    return tuple(_read(tree, cases.AS_OF) for tree in trees)


def _manual(case: cases.Case, changes: bool) -> Manual:
    base = None
    if case.base or changes:
        base = _read(MemoryTree(cases.laid(case.base), label=""), case.as_of)
    return _read(MemoryTree(cases.laid(case.files), label=""), case.as_of, base)


def _read(tree: Tree, as_of: date, base: Manual | None = None) -> Manual:
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, as_of, base)


def source(id: str) -> str:
    """Return a check's module as it is written."""
    return MODULES[id].read_text(encoding="utf-8")


_Change = Callable[[ast.AST], tuple[str, ast.AST] | None]


def _mutants(written: str, change: _Change) -> Iterator[Mutant]:
    tree = ast.parse(written)
    for at, node in enumerate(ast.walk(tree)):
        changed = change(deepcopy(node))
        if changed is None:
            continue
        mutated = deepcopy(tree)
        old = next(other for number, other in enumerate(ast.walk(mutated)) if number == at)
        new = ast.fix_missing_locations(ast.copy_location(changed[1], old))
        _Replacing(old, new).visit(mutated)
        yield Mutant(getattr(node, "lineno", 0), changed[0], mutated)


class _Replacing(ast.NodeTransformer):
    """Put one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else super().generic_visit(node)


def _without_yield(node: ast.AST) -> tuple[str, ast.AST] | None:
    if not isinstance(node, ast.Yield | ast.YieldFrom):
        return None
    # a function without any `yield` would be no generator
    return "the yield left out", ast.YieldFrom(ast.Tuple([], ast.Load()))


def _other_jump(node: ast.AST) -> tuple[str, ast.AST] | None:
    if isinstance(node, ast.Continue):
        return "continue → break", ast.Break()
    return ("break → continue", ast.Continue()) if isinstance(node, ast.Break) else None


def _other_comparison(node: ast.AST) -> tuple[str, ast.AST] | None:
    if not isinstance(node, ast.Compare) or type(node.ops[0]) not in _COMPARED:
        return None
    before = ast.unparse(node)
    node.ops[0] = _COMPARED[type(node.ops[0])]()
    return f"{before} → {ast.unparse(node)}", node


def _other_join(node: ast.AST) -> tuple[str, ast.AST] | None:
    if not isinstance(node, ast.BoolOp):
        return None
    before = ast.unparse(node)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return f"{before} → {ast.unparse(node)}", node


def _without_not(node: ast.AST) -> tuple[str, ast.AST] | None:
    if not isinstance(node, ast.UnaryOp) or not isinstance(node.op, ast.Not):
        return None
    return f"{ast.unparse(node)} → {ast.unparse(node.operand)}", node.operand


def _other_number(node: ast.AST) -> tuple[str, ast.AST] | None:
    if not isinstance(node, ast.Constant) or type(node.value) is not int:
        return None
    return f"{node.value} → {node.value + 1}", ast.Constant(node.value + 1)


class _TooLongError(BaseException):
    """Not an exception that a check may have raised."""


def _too_long(number: int, frame: FrameType | None) -> None:
    raise _TooLongError


def main() -> None:
    """Print the survivors of the checks named, or of all."""
    signal.signal(signal.SIGALRM, _too_long)
    made = survived = 0
    for id in sys.argv[1:] or MODULES:
        right = findings(id, ast.parse(source(id)), thoroughly=True)
        for mutant in all_mutants(source(id)):
            made += 1
            signal.alarm(SECONDS)
            try:
                same = findings(id, mutant.tree, thoroughly=True) == right
            except _TooLongError:
                same = False
            finally:
                signal.alarm(0)
            if same:
                survived += 1
                print(f"checks/{MODULES[id].name}:{mutant.line}: {mutant.change}", flush=True)
    print(f"{survived} of {made} mutants survive.")


if __name__ == "__main__":
    main()
