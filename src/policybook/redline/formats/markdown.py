"""Write a redline for a pull request: the list of changes, then each changed segment, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.redline.names import heading
from policybook.redline.operations import Ends, Op, Part, Redline
from policybook.redline.styled import label, printed, restyled
from policybook.redline.summary import counted, entries, numbers
from policybook.text.i18n import ENGLISH, Say
from policybook.text.markdown import words

_TAGS = {"same": "", "added": "ins", "removed": "del"}


def render(redline: Redline, ends: Ends, say: Say = ENGLISH) -> str:
    """Return the redline as GitHub's Markdown: every word from a record is text and can be nothing else."""
    return "\n\n".join(_blocks(redline, ends, say)) + "\n"


def _blocks(redline: Redline, ends: Ends, say: Say) -> Iterator[str]:
    yield f"### {words(heading(ends, say))}"
    found = entries(redline, say)
    yield words(counted(found, say))
    if not found:
        return
    yield "\n".join(f"{entry.number}. {words(entry.words)}" for entry in found)
    legend = words(say("In the text, what is taken out is struck through and what is added is underlined."))
    folded = words(say("The text with its changes marked"))
    yield f"<details><summary>{folded}</summary>\n\n{legend}"
    number = numbers(found)
    for at, op in enumerate(redline.ops):
        if op.change != "same":
            yield _op(op, number.get(at), say)
    yield "</details>"


def _op(op: Op, number: int | None, say: Say) -> str:
    note = {
        "moved-away": say("moved away from here:"),
        "moved-here": say("moved here:"),
        "replaced": say("written anew:"),
    }.get(op.change, "")
    first = [f"<sub>({number})</sub>" if number else "", f"<em>{words(note)}</em>" if note else ""]
    first += [_part(label(op), say), f"<strong>{_part(op.heading, say)}</strong>" if op.heading else ""]
    lines = [" ".join(part for part in first if part)]
    text = _part(op.text, say)
    if text and op.heading:
        lines.append(text)
    elif text:
        lines[0] = f"{lines[0]} {text}".strip()
    lines += [_row(row.cells, say) for row in op.table]
    body = "<br>".join(line for line in lines if line)
    return "> " * (op.unit.depth + 1) + body  # quoted as deep as its list


def _row(cells: tuple[Part, ...], say: Say) -> str:
    return "&#124; " + " &#124; ".join(_part(cell, say) for cell in cells) + " &#124;"


def _part(part: Part, say: Say) -> str:
    written = []
    for piece in printed(part):
        for line, text in enumerate(piece.text.split("\n")):
            inner = words(text)
            for styled, name in ((piece.span.emphasis, "em"), (piece.span.strong, "strong")):
                inner = f"<{name}>{inner}</{name}>" if styled and text else inner
            tag = _TAGS[piece.mark]
            marked = f"<{tag}>{inner}</{tag}>" if tag and text else inner
            how = restyled(piece, say)
            written.append("<br>" * (line > 0) + marked + (f" <sub>({words(how)})</sub>" if how and text else ""))
    return "".join(written)
