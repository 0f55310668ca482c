"""Charts that can be looked at and read: SVG drawn here, with the same figures as a table below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policybook.due import targets
from policybook.due.targets import Verdict
from policybook.model import Indicator, Policy, Strategy
from policybook.site.components.tables import paragraph, table
from policybook.site.context import Book
from policybook.text import catalogs
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark
from policybook.values import dates
from policybook.values.dates import PartialDate

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 480, 200, 12, 60, 22, 30


BASELINE, MEASURED, TARGET = mark("baseline"), mark("measured"), mark("target")


@dataclass(frozen=True, slots=True)
class Point:
    """One measured value."""

    what: str
    """What it is: baseline, measured, target."""
    when: PartialDate
    value: str
    """As written in the record: "61 %"."""
    number: float | None
    """The same as a number, or None where it isn't one."""


def of_indicator(book: Book, policy: Policy, strategy: Strategy, indicator: Indicator) -> Html:
    """Return an indicator's values as a chart and a table, or that it isn't measured yet."""
    say = book.say
    name = indicator.text("description")
    points = _points(book, policy, strategy, indicator)
    shown = tag("strong", book.theirs(name))
    source = say.rich("Source: {source}", source=book.theirs(indicator.text("from"))) if indicator.text("from") else ""
    if not points:
        until = indicator.not_measured_until
        words = say("not yet measured; to be measured from {date}", date=say.date(until)) if until else ""
        return paragraph(shown, ": ", words or say("nothing measured yet"))
    rows = [(say.date(point.when), say(point.what), _figure(book, point.value)) for point in points]
    drawn = [point for point in points if point.number is not None]
    figure = _drawing(book, name, drawn) if len(drawn) > 1 else Html()
    return tag(
        "figure",
        tag("figcaption", shown, join(". ", source) if source else ""),
        figure,
        _against_target(book, targets.verdict(book.manual, policy, strategy, indicator)),
        table((say("Date"), say("What"), say("Value")), rows, name),
        class_="pb-chart",
    )


def _against_target(book: Book, found: Verdict | None) -> Html:
    """Return whether the target was met by its day, once that has passed."""
    if found is None:
        return Html()
    say, target = book.say, _figure(book, found.target)
    by = say.date(found.by)
    if found.when is None:
        said = say.rich("Target of {target} by {date}: no value was measured by then.", target=target, date=by)
        return paragraph(tag("strong", said, class_="pb-overdue"))
    value, when = _figure(book, found.value), say.date(found.when)
    if found.state == "met":
        return paragraph(say.rich("Target of {target} by {date}: met.", target=target, date=by))
    said = say.rich(
        "Target of {target} by {date}: missed. The last value by then was {value} ({when}).",
        target=target,
        date=by,
        value=value,
        when=when,
    )
    return paragraph(tag("strong", said, class_="pb-overdue"))


def of_reviews(book: Book, years: Sequence[tuple[int, int, int]]) -> Html:
    """Return how many reviews fell due in each year and how many of them were held in time, as bars and a table."""
    say = book.say
    if not years:
        return Html()
    name = say("Reviews held in time and late, by year")
    most = max(kept + missed for _, kept, missed in years)
    step = (_WIDTH - _LEFT - _RIGHT) / len(years)
    bars: list[Html] = []
    for at, (year, kept, missed) in enumerate(years):
        x = _LEFT + at * step
        high, more = (_plot_height() * kept / most, _plot_height() * missed / most)
        floor = _HEIGHT - _BOTTOM
        bars.append(_bar(x, floor - high, step * 0.7, high, "pb-bar-kept"))
        bars.append(_bar(x, floor - high - more, step * 0.7, more, "pb-bar-missed"))
        bars.append(_label(x + step * 0.35, _HEIGHT - 10, str(year), "middle"))
        bars.append(_label(x + step * 0.35, floor - high - more - 4, f"{kept}/{kept + missed}", "middle"))
    rows = [(str(year), str(kept), str(missed)) for year, kept, missed in years]
    head = (say("Year"), say("Held in time"), say("Late or not held"))
    return tag(
        "figure",
        tag("figcaption", tag("strong", name)),
        _svg(name, bars),
        table(head, rows, name),
        class_="pb-chart",
    )


def _points(book: Book, policy: Policy, strategy: Strategy, indicator: Indicator) -> list[Point]:
    def point(what: str, when: PartialDate, value: str) -> Point:
        return Point(what, when, value, catalogs.number(value, book.manual.agency.language))

    found = [
        point(what, indicator_date, part["value"])
        for what in (BASELINE, TARGET)
        if isinstance(part := indicator.get(what), dict) and (indicator_date := _date(part)) is not None
    ]
    for review in policy.reviews:
        if review.of == strategy.id:
            found += [
                point(MEASURED, entry.date("date") or review.when, entry.text("value"))
                for entry in review.parts("measured")
                if entry.text("indicator") == indicator.id
            ]
    return sorted(found, key=lambda point: (point.when.latest, point.what))


def _figure(book: Book, value: str) -> Html:
    """Return a value as the table shows it; figures without words are heard in the page's own language."""
    return book.theirs(value) if any(sign.isalpha() for sign in value) else join(value)


def _date(part: dict[str, str]) -> PartialDate | None:
    return dates.parse(part["date"]) if part.get("date") else None


def _drawing(book: Book, name: str, points: Sequence[Point]) -> Html:
    values = [point.number or 0.0 for point in points]
    low, high = min(*values, 0.0), max(values)
    first, last = points[0].when.latest, max(point.when.latest for point in points)

    def place(point: Point) -> tuple[float, float]:
        share = _share(point.when.latest, first, last)
        up = ((point.number or 0.0) - low) / (high - low or 1.0)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT), _HEIGHT - _BOTTOM - up * _plot_height()

    way = [place(point) for point in points if point.what != TARGET]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in way)
    marks: list[Html] = [tag("polyline", points=line, class_="pb-line")]
    for point in points:
        x, y = place(point)
        if point.what == TARGET:
            marks.append(tag("path", d=f"M{_LEFT} {y:.0f}H{_WIDTH - _RIGHT + 8}", class_="pb-target"))
            marks.append(_label(_WIDTH - _RIGHT + 12, y + 4, point.value))
        else:
            marks.append(tag("circle", cx=f"{x:.0f}", cy=f"{y:.0f}", r="4", class_="pb-dot"))
            marks.append(_label(x, y - 8, point.value, "start" if x < _LEFT + 20 else "middle"))
    marks.append(_label(_LEFT, _HEIGHT - 8, str(first.year)))
    marks.append(_label(_WIDTH - _RIGHT, _HEIGHT - 8, str(last.year), "end"))
    return _svg(name, marks, book.text_language)


def _share(day: date, first: date, last: date) -> float:
    return (day - first).days / ((last - first).days or 1)


def _plot_height() -> float:
    return _HEIGHT - _TOP - _BOTTOM


def _svg(name: str, content: Sequence[Html], language: str = "") -> Html:
    """Return a drawing that a screen reader names once; its figures stand in the table.

    `language` is that of its name, where it isn't the page's.
    """
    base = tag("path", d=f"M{_LEFT} {_HEIGHT - _BOTTOM}H{_WIDTH - _RIGHT + 8}", class_="pb-axis")
    return tag(
        "svg",
        base,
        join(*content),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=name,
        class_="pb-drawing",
        lang=language or None,
    )


def _bar(x: float, y: float, width: float, height: float, kind: str) -> Html:
    if height <= 0:
        return Html()
    return tag("rect", x=f"{x:.0f}", y=f"{y:.0f}", width=f"{width:.0f}", height=f"{height:.0f}", class_=kind)


def _label(x: float, y: float, words: str, anchor: str = "start") -> Html:
    return tag("text", words, x=f"{x:.0f}", y=f"{y:.0f}", text_anchor=anchor)
