"""Build a status report from the record: of all strategies, or of those that one body owns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from policybook.documents.status.values import Report, Section
from policybook.due import meetings, recommendations, reviews, summary, wording
from policybook.due.obligation import Obligation
from policybook.due.recommendations import RecommendationStatus
from policybook.model import Indicator, Manual, Policy, Strategy
from policybook.text import catalogs
from policybook.text.i18n import Say

_LONGEST = 140


def build(manual: Manual, body: str = "", since: date | None = None) -> Report:
    """Return the report of what `body` owns, or of everything; of what happened `since` a day, or within a year."""
    say = catalogs.say(manual.agency.language)
    notices = [say("This is fiction.")] if manual.agency.fiction else []
    notices += [] if manual.agency.official else [say("This is an unofficial copy.")]
    begin = since or manual.as_of - relativedelta(years=1)
    owned = [
        (policy, strategy, due)
        for policy in manual
        for strategy in policy.strategies
        if (due := reviews.of_strategy(manual, policy, strategy)).why not in ("ended", "not in force")
        and (not body or due.by == body)
    ]
    asked = [one for one in recommendations.all_of(manual) if not body or body in (one.asked.by, *one.asked.to)]
    title = say("Status report of {body}", body=manual.body_name(body)) if body else say("Status report")
    return Report(
        manual.agency.name,
        manual.agency.language,
        manual.as_of,
        title,
        tuple(notices),
        _summary(manual, owned, asked, say),
        (
            _decisions(asked, say),
            _strategies(manual, owned, say),
            _teams(manual, body, begin, say),
            _recommendations(manual, asked, begin, say),
        ),
        say,
    )


def _summary(
    manual: Manual, owned: list[tuple[Policy, Strategy, Obligation]], asked: list[RecommendationStatus], say: Say
) -> str:
    late = sum(due.is_late(manual.as_of) for _, _, due in owned)
    overdue = sum(one.status == "overdue" for one in asked)
    return " ".join(
        (
            say.many("{n} strategy.", "{n} strategies.", len(owned)),
            say.many("{n} review is overdue.", "{n} reviews are overdue.", late),
            say.many("{n} recommendation is overdue.", "{n} recommendations are overdue.", overdue),
        )
    )


def _strategies(manual: Manual, owned: list[tuple[Policy, Strategy, Obligation]], say: Say) -> Section:
    rows = tuple(
        (
            f"{policy.code} {strategy.title}",
            manual.body_name(due.by) if due.by else say("not recorded"),
            summary.progress(due, say),
            "; ".join(_measured(policy, strategy, one, manual.as_of, say) for one in strategy.indicators) or "–",
            summary.deadline(due, manual, say),
        )
        for policy, strategy, due in owned
    )
    head = (say("Strategy"), say("Owner"), say("Last review"), say("Measured"), say("Next review"))
    return Section(say("Strategies"), head, rows, say("No strategies are recorded."))


def _measured(policy: Policy, strategy: Strategy, indicator: Indicator, day: date, say: Say) -> str:
    """Return the last reading of an indicator beside its target."""
    found = [
        (entry.date("date") or review.when, str(entry.get("value")))
        for review in policy.reviews_of.get(strategy.id, ())
        if review.when.earliest <= day
        for entry in review.parts("measured")
        if entry.text("indicator") == indicator.id
    ]
    name, target = indicator.text("description"), (indicator.get("target") or {}).get("value")
    if not found:
        return say("{indicator}: not measured", indicator=name)
    last = max(found, key=lambda pair: pair[0].latest)[1]
    if target is None:
        return f"{name}: {last}"
    return say("{indicator}: {value}, target {target}", indicator=name, value=last, target=target)


def _teams(manual: Manual, body: str, begin: date, say: Say) -> Section:
    rows = []
    for clock in meetings.all_of(manual):
        if clock.held and body in ("", clock.body.id):
            held = sum(one.day.latest >= begin for one in clock.held)
            late = clock.is_late(manual.as_of)
            rows.append(
                (
                    clock.body.name,
                    str(held),
                    f"{clock.kept} / {clock.late} / {clock.missed}",
                    wording.last_meeting(clock, say),
                    wording.next_meeting(clock, late, say),
                )
            )
    head = (
        say("Team"),
        say("Meetings since {date}", date=say.day(begin)),
        say("In time / late / not held"),
        say("Last meeting"),
        say("Next meeting"),
    )
    return Section(say("Meetings of teams"), head, tuple(rows), say("No meetings of teams are on record."))


def _recommendations(manual: Manual, asked: list[RecommendationStatus], begin: date, say: Say) -> Section:
    listed = [one for one in asked if one.status not in ("done", "closed") or one.asked.when.latest >= begin]
    rows = tuple(
        (
            _short(one.asked.text("text")),
            ", ".join(manual.body_name(to) for to in one.asked.to),
            say(recommendations.STATUS[one.status]),
            say.many("{n} day", "{n} days", one.days),
        )
        for one in listed
    )
    head = (say("Recommendation"), say("To"), say("Status"), say("Age"))
    return Section(say("Recommendations"), head, rows, say("No recommendations are on record."))


def _decisions(asked: list[RecommendationStatus], say: Say) -> Section:
    """Return what the board itself has to answer."""
    rows = tuple(_owed(asked, say))
    head = (say("Policy"), say("What is asked"), say("Answer by"))
    return Section(say("What the board is asked to decide"), head, rows, say("Nothing waits for the board."))


def _owed(asked: list[RecommendationStatus], say: Say) -> Iterator[tuple[str, str, str]]:
    for one in asked:
        if one.board_silent and one.status in ("open", "overdue"):
            until = one.asked.respond_by
            yield one.policy.code, _short(one.asked.text("text")), say.date(until) if until else "–"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
