"""What is due, as lines of text."""

from __future__ import annotations

from policybook.due import wording
from policybook.due.listing import Listing
from policybook.due.meetings import Clock
from policybook.due.summary import deadline, progress, title
from policybook.text.terminal import safe

HEAD = ("When", "To do", "What", "Who must act", "Where it stands")


def rows(listing: Listing) -> list[tuple[str, ...]]:
    """Return what is due, cell by cell under `HEAD`."""
    manual, say = listing.manual, listing.say
    return [
        (deadline(one, manual, say), listing.kind(one), title(one, say), listing.owner(one), progress(one, say))
        for one in listing.pressing
    ] + [_meeting(listing, clock) for clock in listing.meetings if clock.on is not None]


def _meeting(listing: Listing, clock: Clock) -> tuple[str, ...]:
    """Return when a team meets next, and when it last met."""
    say, name = listing.say, clock.body.name
    late = clock.is_late(listing.manual.as_of)
    return wording.next_meeting(clock, late, say), say("Meeting"), name, name, wording.last_meeting(clock, say)


def closing(listing: Listing) -> str:
    """Return the sentences after the table."""
    day = listing.say.day(listing.manual.as_of)
    late = len(listing.overdue)
    verdict = f"{late} overdue" if late else "Nothing is overdue"
    rest = f" {listing.accepted} late and accepted for a time." if listing.accepted else ""
    return f"{verdict}, as of {day}.{rest} {listing.rest()}".strip()


def render(listing: Listing) -> str:
    """Return the listing with a tab between cells, and what isn't listed in a sentence."""
    lines = ["\t".join(safe(cell) for cell in row) for row in (HEAD, *rows(listing))]
    return "\n".join([*lines, closing(listing)]) + "\n"
