"""What is due, as Markdown: for the summary of a scheduled job, or an issue."""

from __future__ import annotations

from policybook.due.formats import text
from policybook.due.listing import Listing
from policybook.text.markdown import LONGEST, shortened, words


def render(listing: Listing) -> str:
    """Return the listing as Markdown, at most as long as a comment may be."""
    late = len(listing.overdue)
    verdict = f"{late} overdue." if late else "Nothing is overdue."
    day = listing.say.day(listing.manual.as_of)
    parts = [f"**{verdict}** As of {words(day)}, and within {listing.days} days."]
    if listing.pressing:
        table = [text.HEAD, ("---",) * len(text.HEAD), *([words(cell) for cell in row] for row in text.rows(listing))]
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in table))
    if listing.rest():
        parts.append(words(listing.rest()))
    pointer = "There is more than fits here: `policybook due` shows all of it."
    return shortened("\n\n".join(parts) + "\n", LONGEST, pointer)
