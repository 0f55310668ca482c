"""Apply inline marks to the runs of a redline, so that words carry a style instead of marks.

A mark is no word: nobody should read stars. But where only marks changed, the words between them have another
style than before, and that is a change that must be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from policybook.redline.operations import Mark, Op, Part, Run, kept
from policybook.redline.piece import Piece
from policybook.text import markup
from policybook.text.i18n import ENGLISH, Say
from policybook.text.markup import Span

_BREAK = " ¶ "


def printed(part: Part) -> tuple[Piece, ...]:
    """Return what is printed of a value, in reading order."""
    if not any(mark in run.text for run in part for mark in "*[\\("):
        return tuple(Piece(run.mark, Span(run.text)) for run in part)
    return tuple(_joined(_settled(list(_joined(_signs(part))))))


def paragraphs(part: Part) -> Iterator[tuple[Piece, ...]]:
    """Yield what is printed of a text by paragraphs: those of the new text, where a break that goes is a sign.

    Of a text that is gone or replaced whole the old paragraphs come first.
    """
    pieces = printed(part)
    if [mark for mark, _ in groupby(piece.mark for piece in pieces)] in (["removed"], ["removed", "added"]):
        yield from _lines((piece for piece in pieces if piece.mark == "removed"), "removed")
        pieces = tuple(piece for piece in pieces if piece.mark == "added")
    yield from _lines(pieces, "added")


def _lines(pieces: Iterable[Piece], ends: Mark) -> Iterator[tuple[Piece, ...]]:
    line: list[Piece] = []
    for piece in pieces:
        for at, text in enumerate(piece.text.split("\n")):
            if at and piece.mark not in ("same", ends):
                line.append(piece.with_text(_BREAK))
            elif at and line:
                yield tuple(line)
                line = []
            if text:
                line.append(piece.with_text(text))
    if line:
        yield tuple(line)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for key, group in groupby(pieces, key=lambda piece: piece.with_text("")):
        yield key.with_text("".join(piece.text for piece in group))


def _settled(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield words that only went and came again with a mark beside them as words that stay."""
    at = 0
    while at < len(pieces):
        piece, after = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        if after and (piece.mark, after.mark) == ("removed", "added") and piece.text == after.text:
            yield Piece("same", after.span, _changed(piece.span, after.span))
            at += 2
        else:
            yield piece
            at += 1


def label(op: Op) -> Part:
    """Return the label of a piece, or the sign that is printed instead of one."""
    if op.label or not op.unit.mark:
        return op.label
    mark: Mark = "same" if op.before and op.new else "added" if op.new else "removed"
    return (Run(mark, op.unit.mark),)


def restyled(piece: Piece, say: Say = ENGLISH) -> str:
    """Return in words how the style of a piece changed, empty where it didn't."""
    if piece.was is None:
        return ""
    new, old, said = piece.span, piece.was, []
    if new.strong != old.strong:
        said.append(say("now bold") if new.strong else say("no longer bold"))
    if new.emphasis != old.emphasis:
        said.append(say("now in italics") if new.emphasis else say("no longer in italics"))
    target, before = _target(new), _target(old)
    if target != before:
        if not before:
            said.append(say("now a link to {target}", target=target))
        elif not target:
            said.append(say("no longer a link to {target}", target=before))
        else:
            said.append(say("now a link to {target}, no longer to {old}", target=target, old=before))
    return ", ".join(said)


def _signs(part: Part) -> Iterator[Piece]:
    """Yield what each character of the runs is printed as, one by one."""
    before, after = _cover(kept(part, "removed")), _cover(kept(part, "added"))
    i = j = 0
    for run in part:
        for _ in run.text:
            old = before[i] if run.mark != "added" else None
            new = after[j] if run.mark != "removed" else None
            i += run.mark != "added"
            j += run.mark != "removed"
            if old and new and old.text == new.text:
                yield Piece("same", new, _changed(old, new))
                continue
            if old:
                yield Piece("removed", old)
            if new:
                yield Piece("added", new)


def _cover(text: str) -> list[Span | None]:
    """Return for each character of a prose value what is printed for it, or None for a mark."""
    covered: list[Span | None] = [None] * len(text)
    for placed in markup.spans(text):
        _, size, span = placed
        if len(span.text) == size and not span.note:
            for offset, sign in enumerate(span.text):
                covered[placed.at + offset] = span._replace(text=sign)
        else:  # a note or a bare link: printed once, where it begins
            covered[placed.at] = span
    return covered


def _changed(old: Span, new: Span) -> Span | None:
    """Return the form that words had, where it is another than they have."""
    before = old._replace(text="")
    return before if before != new._replace(text="") else None


def _target(span: Span) -> str:
    return f"^{span.note}" if span.note else span.link
