"""Diff words; replace the whole value when the diff is too fragmented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from policybook.redline.edit_script import Edit, edits
from policybook.redline.operations import Mark, Part, Row, Run
from policybook.redline.tokens import Word, is_word, words

_LEAST_KEPT = 0.5
"""Of the words of the shorter text, the share that must stay for the change to be shown word by word."""
_LEAST_RUN = 3
"""Words that must stay together, on average, where less than `_MOSTLY` stays."""
_MOSTLY = 0.8
_SENTENCE_ENDS = frozenset(".;:!?。")
_STAYS: tuple[Mark, ...] = ("same",)
_CHANGES: tuple[Mark, ...] = ("removed", "added")


def part(old: str, new: str) -> tuple[Part, bool]:
    """Return the runs between two wordings, and whether the old is replaced whole."""
    if old == new:
        return all_of("same", new), False
    if not old or not new:
        return all_of("removed", old) + all_of("added", new), False
    before, after = words(old), words(new)
    steps = edits([word.text for word in before], [word.text for word in after])
    if _is_confetti(steps, before, after):
        return all_of("removed", old) + all_of("added", new), True
    tails = old[len(_written(before)) :], new[len(_written(after)) :]
    return _joined(_runs(_readable(steps, before, after), before, after, tails)), False


def all_of(mark: Mark, text: str) -> Part:
    """Return a value as one run, or none where it is empty."""
    return (Run(mark, text),) if text else ()


def _is_confetti(steps: Sequence[Edit], before: list[Word], after: list[Word]) -> bool:
    """Return whether too little stays, or in too small pieces, for anybody to read the change word by word."""
    kept = [sum(is_word(word.text) for word in before[step.old : step.old_end]) for step in steps if step.same]
    shorter = min(sum(is_word(word.text) for word in side) for side in (before, after))
    share = sum(kept) / shorter if shorter else 1.0
    return share < _LEAST_KEPT or (share < _MOSTLY and sum(kept) < _LEAST_RUN * sum(1 for size in kept if size))


def _readable(steps: Sequence[Edit], before: list[Word], after: list[Word]) -> list[Edit]:
    """Join changes that only a sign, such as a comma, keeps apart, and let what is new or gone be a whole sentence."""
    joined: list[Edit] = []
    for at, step in enumerate(steps):
        inside = 0 < at < len(steps) - 1
        if step.same and inside and not any(is_word(word.text) for word in before[step.old : step.old_end]):
            step = step._replace(same=False)
        if joined and not step.same and not joined[-1].same:
            joined[-1] = joined[-1]._replace(old_end=step.old_end, new_end=step.new_end)
        else:
            joined.append(step)
    for at in range(1, len(joined) - 1):
        if not joined[at].same:
            joined[at - 1 : at + 2] = _slid(joined[at - 1], joined[at], joined[at + 1], before, after)
    return [step for step in joined if step.old < step.old_end or step.new < step.new_end]


def _slid(left: Edit, step: Edit, right: Edit, before: list[Word], after: list[Word]) -> tuple[Edit, Edit, Edit]:
    """Move what is only new, or only gone, on over words that are alike until it ends a sentence: `{. New} .`."""
    pure = (after, step.new, step.new_end) if step.old == step.old_end else (before, step.old, step.old_end)
    text, start, end = pure
    if step.old < step.old_end and step.new < step.new_end:
        return left, step, right
    for by in range(min(right.old_end - right.old, end - start)):
        if text[start + by].text != text[end + by].text:
            break
        if text[end + by].text in _SENTENCE_ENDS and text[end + by - 1].text not in _SENTENCE_ENDS:
            moved = by + 1
            return (
                left._replace(old_end=left.old_end + moved, new_end=left.new_end + moved),
                Edit(False, step.old + moved, step.old_end + moved, step.new + moved, step.new_end + moved),
                right._replace(old=right.old + moved, new=right.new + moved),
            )
    return left, step, right


def _runs(steps: Sequence[Edit], before: list[Word], after: list[Word], tails: tuple[str, str]) -> Iterator[Run]:
    """Yield the runs; the space before a word that stays is compared by itself."""
    for step in steps:
        if not step.same:
            gone, come = _written(before[step.old : step.old_end]), _written(after[step.new : step.new_end])
            space = before[step.old].space if gone and come else ""
            if space and space == after[step.new].space:  # the space before a changed word stays
                yield Run("same", space)
                gone, come = gone[len(space) :], come[len(space) :]
            yield Run("removed", gone)
            yield Run("added", come)
            continue
        for left, right in zip(before[step.old : step.old_end], after[step.new : step.new_end], strict=True):
            yield from _space(left.space, right.space)
            yield Run("same", right.text)
    yield from _space(*tails)


def _written(some: Sequence[Word]) -> str:
    return "".join(word.space + word.text for word in some)


def _space(old: str, new: str) -> Iterator[Run]:
    if old == new:
        yield Run("same", new)
    else:
        yield Run("removed", old)
        yield Run("added", new)


def _joined(runs: Iterator[Run]) -> Part:
    """Join runs of one mark that nothing but a change stands between; what goes comes before what is new."""
    done: list[Run] = []
    for stays, group in groupby((run for run in runs if run.text), key=lambda run: run.mark == "same"):
        together = list(group)
        for mark in _STAYS if stays else _CHANGES:
            done += all_of(mark, "".join(run.text for run in together if run.mark == mark))
    return tuple(done)


Table = tuple[tuple[str, ...], ...]


def table(old: Table, new: Table) -> tuple[Row, ...]:
    """Return the rows of two tables: equal ones, those with the same first cell, and the rest as gone or new."""
    found: list[Row] = []
    for step in edits(old, new):
        gone, come = old[step.old : step.old_end], new[step.new : step.new_end]
        if step.same:
            found += rows_of("same", come)
        else:
            found += _between(gone, come)
    return tuple(found)


def rows_of(mark: Mark, table: Table) -> tuple[Row, ...]:
    """Return every row of a table with one mark."""
    return tuple(Row(mark, tuple(all_of(mark, cell) for cell in row)) for row in table)


def _between(gone: Table, come: Table) -> Iterator[Row]:
    def names(rows: Table) -> list[tuple[int, object]]:
        first = len(gone) == len(come)
        return [(len(row), at if first else row[0] if row else "") for at, row in enumerate(rows)]

    for step in edits(names(gone), names(come)):
        if step.same:
            for old, new in zip(gone[step.old : step.old_end], come[step.new : step.new_end], strict=True):
                yield Row("same", tuple(part(left, right)[0] for left, right in zip(old, new, strict=True)))
        else:
            yield from rows_of("removed", gone[step.old : step.old_end])
            yield from rows_of("added", come[step.new : step.new_end])
