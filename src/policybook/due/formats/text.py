"""What is due, as lines of text."""

from __future__ import annotations

from policybook.due.listing import Listing
from policybook.due.summary import deadline, progress, title
from policybook.text.terminal import safe

HEAD = ("When", "To do", "What", "Who must act", "Where it stands")


def rows(listing: Listing) -> list[tuple[str, ...]]:
    """Return what is due, cell by cell under `HEAD`."""
    manual, say = listing.manual, listing.say
    return [
        (deadline(one, manual, say), listing.kind(one), title(one, say), listing.owner(one), progress(one, say))
        for one in listing.pressing
    ]


def closing(listing: Listing) -> str:
    """Return the sentences after the table."""
    day = listing.say.day(listing.manual.as_of)
    late = len(listing.overdue)
    verdict = f"{late} overdue" if late else "Nothing is overdue"
    return f"{verdict}, as of {day}. {listing.rest()}".strip()


def render(listing: Listing) -> str:
    """Return the listing with a tab between cells, and what isn't listed in a sentence."""
    lines = ["\t".join(safe(cell) for cell in row) for row in (HEAD, *rows(listing))]
    return "\n".join([*lines, closing(listing)]) + "\n"
