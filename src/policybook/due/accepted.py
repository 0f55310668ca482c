"""Find the waiver by which a body accepted for a time that something is late."""

from __future__ import annotations

from policybook.due.obligation import Obligation
from policybook.model import Manual, Waiver
from policybook.text.i18n import Say

_CHECKS = {
    "review": ("review-overdue", "review-long-overdue"),
    "monitoring": ("monitoring-due",),
    "evaluation": ("evaluation-due",),
    "answer": ("recommendation-unanswered",),
    "next step": ("action-late",),
}
"""The checks that name each kind when it is late."""


def waiver(one: Obligation, manual: Manual) -> Waiver | None:
    """Return the waiver that holds on the manual's day for something late, or None."""
    if not manual.waivers or not one.is_late(manual.as_of):
        return None
    checks, place = _CHECKS.get(one.kind, ()), one.place
    about = {place.subject.lower(), place.path.lower(), manual.named(place.path).lower()}
    for held in manual.waivers:
        if held.check in checks and held.subject.lower() in about and _holds(held, manual):
            return held
    return None


def words(one: Obligation, manual: Manual, say: Say) -> str:
    """Return who accepted that it is late, and until when; empty where nobody did."""
    held = waiver(one, manual)
    if held is None:
        return ""
    return say("accepted by {body} until {date}", body=manual.body_name(held.by), date=say.date(held.until))


def _holds(held: Waiver, manual: Manual) -> bool:
    given = held.date("date")
    return manual.as_of <= held.until.latest and (given is None or given.earliest <= manual.as_of)
