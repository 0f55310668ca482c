"""Draw the reviews of strategies on a common time axis, a lane for each strategy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policybook.due import kept
from policybook.due.obligation import Obligation
from policybook.model import Manual
from policybook.text.html import Html, tag
from policybook.text.i18n import Say

YEARS = 3
"""How far back the axis goes."""
_WIDTH, _HEIGHT, _MIDDLE, _EDGE = 320, 28, 14, 8
_CALM, _GRAVE = ("on-track", "confirmed", "compliant"), ("off-track", "rescind", "not-compliant")


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of time that every lane shows."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Return where a day stands across a lane."""
        share = (day - self.first).days / (self.last - self.first).days
        return _EDGE + min(1.0, max(0.0, share)) * (_WIDTH - 2 * _EDGE)


def axis(manual: Manual) -> Axis:
    """Return the axis of a manual: some years up to its day, and a year ahead."""
    day = manual.as_of
    return Axis(date(day.year - YEARS, 1, 1), date(day.year + 1, 12, 31))


def lane(manual: Manual, one: Obligation, over: Axis) -> Html:
    """Return the lane of one strategy: its reviews, missed days, and the day by which the next is due.

    The same is said in the cells beside it, so that the drawing is hidden from screen readers.
    """
    if one.strategy is None:
        return Html()
    held = [
        review
        for review in one.policy.reviews_of.get(one.strategy.id, ())
        if over.first <= review.when.latest and review.when.earliest <= manual.as_of
    ]
    marks = [_review_sign(review.outcome, over.place(review.when.latest)) for review in held]
    missed = [day for day, in_time in kept.of_strategy(manual, one.policy, one.strategy) if not in_time]
    marks += [_missed(over.place(day)) for day in missed if day >= over.first]
    if one.on is not None and manual.as_of <= one.on <= over.last:
        marks.append(_due(over.place(one.on)))
    today = f"M{over.place(manual.as_of):.0f} 2V{_HEIGHT - 2}"
    line = f"M{_EDGE} {_MIDDLE}H{_WIDTH - _EDGE}"
    return tag(
        "svg",
        tag("path", d=line, class_="pb-lane-line"),
        tag("path", d=today, class_="pb-lane-today"),
        *marks,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        aria_hidden="true",
        class_="pb-lane",
    )


def legend(over: Axis, say: Say) -> Html:
    """Return what the signs in the lanes mean."""
    signs = [
        (_review_sign("on-track"), say("on track")),
        (_review_sign("needs-attention"), say("needs attention")),
        (_review_sign("off-track"), say("off track")),
        (_missed(_MIDDLE), say("a review fell due and was not held in time")),
        (_due(_MIDDLE), say("next review due")),
    ]
    shown = [
        tag("span", tag("svg", sign, viewBox=f"0 0 {_HEIGHT} {_HEIGHT}", aria_hidden="true", class_="pb-sign"), words)
        for sign, words in signs
    ]
    reach = say(
        "Each line runs from January {first} to December {last}; the upright stroke is the day this page was made.",
        first=over.first.year,
        last=over.last.year,
    )
    return tag("p", reach, " ", *(part for one in shown for part in (one, " ")), class_="pb-legend")


def _review_sign(outcome: str, x: float = _MIDDLE) -> Html:
    """Return the sign of a review: a circle where all is well, a triangle or a filled square where it isn't."""
    if outcome in _CALM:
        return tag("circle", cx=f"{x:.0f}", cy=f"{_MIDDLE}", r="6", class_="pb-lane-calm")
    if outcome in _GRAVE:
        return tag("path", d=f"M{x - 6:.0f} 8h12v12h-12z", class_="pb-lane-grave")
    return tag("path", d=f"M{x:.0f} 7l7 13h-14z", class_="pb-lane-warn")


def _missed(x: float) -> Html:
    return tag("path", d=f"M{x - 5:.0f} 9l10 10m0 -10l-10 10", class_="pb-lane-missed")


def _due(x: float) -> Html:
    return tag("circle", cx=f"{x:.0f}", cy=f"{_MIDDLE}", r="6", class_="pb-lane-due")
