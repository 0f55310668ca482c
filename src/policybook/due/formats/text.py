"""What is due, as lines of text."""

from __future__ import annotations

from policybook.due.listing import Listing
from policybook.text.terminal import safe

HEAD = ("When", "To do", "What", "Who must act", "Where it stands")


def rows(listing: Listing) -> list[tuple[str, ...]]:
    """Return what is due, cell by cell under `HEAD`."""
    book = listing.book
    return [
        (one.when(book), listing.kind(one), one.title(book), listing.owner(one), one.stands(book))
        for one in listing.pressing
    ]


def closing(listing: Listing) -> str:
    """Return the sentences after the table."""
    day = listing.book.say.day(listing.book.manual.as_of)
    late = len(listing.overdue)
    verdict = f"{late} overdue" if late else "Nothing is overdue"
    return f"{verdict}, as of {day}. {listing.rest()}".strip()


def render(listing: Listing) -> str:
    """Return the listing with a tab between cells, and what isn't listed in a sentence."""
    lines = ["\t".join(safe(cell) for cell in row) for row in (HEAD, *rows(listing))]
    return "\n".join([*lines, closing(listing)]) + "\n"
