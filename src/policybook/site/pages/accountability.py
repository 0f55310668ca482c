"""Who answers for what: every strategy with its reviews on a time axis, by state and by body.

A manual with many strategies is told in parts: the first page counts, names the most pressing and leads to them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from policybook.due import kept, wording
from policybook.due.obligation import Obligation
from policybook.due.parts import ROWS, Part, parts, whole
from policybook.due.states import STATES, state
from policybook.exports import urls
from policybook.site import metadata
from policybook.site.components import chart, lanes, reviews
from policybook.site.components.due import named, told
from policybook.site.components.facts import body, known
from policybook.site.components.tables import items, link, paragraph, table
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import Say

_PRESSING = 25
"""So many of what is most pressing are named on the first page of a manual that is told in parts."""
_SINGLY = 3
"""That no review cycle is recorded is said of so many policies one by one; of more, once for all."""


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of accountability, and one for each part of a manual with many strategies."""
    all_ = whole(book.manual)
    if len(all_.listed) <= 2 * ROWS:
        yield _first(book, all_, _in_full(book, all_, urls.ACCOUNTABILITY))
        return
    divided = parts(book.manual)
    yield _first(book, all_, _in_parts(book, all_, divided))
    for part in divided:
        yield _part(book, part)


def _states(say: Say) -> dict[str, str]:
    return {
        "overdue": say("Overdue"),
        "soon": say("Due within 90 days"),
        "later": say("Due later"),
        "no review": say("No review on record here"),
        "assumed cadence": say("No review cycle recorded; ours is a suggestion"),
        "no cadence": say("No review cycle recorded"),
        "as needed": say("As needed"),
        "ended": say("Ended"),
        "not in force": say("Not in force"),
    }


def _first(book: Book, all_: Part, parts_: list[str]) -> Page:
    say, url = book.say, urls.ACCOUNTABILITY
    title = say("Accountability")
    content = [
        heading(1, join(title)),
        paragraph(
            say(
                "Every strategy should have one owner and a review cycle. Where the record names none, this page says so."
            ),
            " ",
            link(say("How we know is explained here."), f"{urls.HELP}#known", url),
        ),
        paragraph(link(say("Review calendar"), urls.CALENDAR, url)),
        *([] if all_.strategies else [paragraph(say("No strategies are on record."))]),
        *parts_,
        *_kept(book),
    ]
    description = say(
        "Every strategy of {agency}: its owner, its last review and when the next one is due.",
        agency=book.manual.agency.name,
    )
    return Page(url, title, description, blocks(*content), head=metadata.of_page(book, url, title, description))


def _in_full(book: Book, part: Part, url: str) -> list[str]:
    """Return the strategies on their lanes, by state and by body, and the policies' own texts."""
    say, strategies = book.say, part.strategies
    if not strategies:
        return _texts(book, part.texts, url)
    return [
        heading(2, join(say("By strategy")), "strategies"),
        *_lanes(book, strategies, url),
        heading(2, join(say("By state")), "state"),
        paragraph(say("As of {date}.", date=say.day(book.manual.as_of))),
        _by_state(book, strategies, url),
        heading(2, join(say("By body")), "bodies"),
        _bodies(book, strategies, url),
        *_texts(book, part.texts, url),
    ]


def _in_parts(book: Book, all_: Part, divided: list[Part]) -> list[str]:
    """Return how many there are in each state, what is most pressing, and a table that leads to the parts."""
    say, url, day = book.say, urls.ACCOUNTABILITY, book.manual.as_of
    counts = Counter(state(one, day) for one in all_.listed)
    said = _states(say)
    late = sorted((one for one in all_.listed if one.is_late(day)), key=lambda one: str(one.on))
    rows = []
    for part in divided:
        found = Counter(state(one, day) for one in part.listed)
        unknown = found["no cadence"] + found["assumed cadence"] + found["no review"]
        numbers = (len(part.strategies), found["overdue"], found["soon"], found["later"], unknown)
        rows.append((link(_name(book, part), _address(part), url), *(str(n) if n else "–" for n in numbers)))
    head = (
        say("Policies"),
        say("Strategies"),
        said["overdue"],
        said["soon"],
        said["later"],
        say("No day can be named"),
    )
    return [
        heading(2, join(say("By state")), "state"),
        paragraph(say("As of {date}.", date=say.day(day))),
        items(tag("strong", f"{said[name]}: {counts[name]}") for name in STATES if counts[name]),
        *([heading(2, join(say("Longest overdue")), "late")] if late else []),
        items(told(book, one, url) for one in late[:_PRESSING]),
        heading(2, join(say("By policy")), "strategies"),
        table(head, rows, say("By policy"), wide=True),
        paragraph(link(say("Boards and teams"), urls.BODIES, url)),
    ]


def _part(book: Book, part: Part) -> Page:
    say, url = book.say, _address(part)
    title = say("Accountability: {policies}", policies=_reach(book, part))
    content = [
        heading(1, say.rich("Accountability: {policies}", policies=_name(book, part))),
        paragraph(link(say("Accountability"), urls.ACCOUNTABILITY, url)),
        *_lanes(book, part.strategies, url),
        *_texts(book, part.texts, url),
    ]
    description = say("Owners and reviews of the strategies of policies {policies}.", policies=_reach(book, part))
    return Page(url, title, description, blocks(*content), head=metadata.of_page(book, url, title, description))


def _address(part: Part) -> str:
    return urls.accountability_from(part.codes[0])


def _reach(book: Book, part: Part) -> str:
    first, last = part.codes
    return first if first == last else book.say("{first} to {last}", first=first, last=last)


def _name(book: Book, part: Part) -> Html:
    return join(_reach(book, part), *((" ", book.theirs(part.series)) if part.series else ()))


def _lanes(book: Book, listed: list[Obligation], url: str) -> list[str]:
    """Return a row for each strategy: its reviews on the common axis, and the same in words."""
    if not listed:
        return []
    say, manual, over = book.say, book.manual, lanes.axis(book.manual)
    rows = [
        (
            link(named(book, one), urls.obligation(one), url),
            _owner(book, one, url),
            _interval(book, one, url),
            join(lanes.lane(manual, one, over), _reviewed(book, one)),
            reviews.next_due(book, one),
        )
        for one in listed
    ]
    head = (say("Strategy"), say("Owner"), say("Review cycle"), say("Reviews"), say("Next review"))
    notes = dict.fromkeys(note for one in listed for note in _notes(book, one))
    return [
        lanes.legend(over, say),
        table(head, rows, say("Strategies"), wide=True),
        *([paragraph(say("Notes on what is inferred or assumed:")), items(map(book.theirs, notes))] if notes else []),
    ]


def _reviewed(book: Book, one: Obligation) -> Html:
    """Return in words what a lane shows: the last review, and how many were in time."""
    said = [reviews.last(book, one)]
    days = list(kept.of_strategy(book.manual, one.policy, one.strategy)) if one.strategy else []
    if days:
        said.append(book.say("{n} of {all} in time", n=sum(held for _, held in days), all=len(days)))
    return paragraph("; ".join(said), note=True)


def _notes(book: Book, one: Obligation) -> list[str]:
    """Return the notes that say how the owner and the interval are known."""
    owner = one.strategy.owner_on(book.manual.as_of) if one.strategy else None
    return [fact.note for fact in (owner, one.cadence) if fact is not None and fact.basis and fact.note]


def _texts(book: Book, listed: list[Obligation], url: str) -> list[str]:
    """Return the policies' own texts; that no review cycle is recorded for many is said once."""
    say = book.say
    if not listed:
        return []
    unknown = [one for one in listed if one.why == "no cadence"]
    told_once = len(unknown) > _SINGLY
    shown = [one for one in listed if one.why != "no cadence"] if told_once else listed
    rows = [
        (
            link(named(book, one), urls.obligation(one), url),
            _owner(book, one, url),
            _interval(book, one, url),
            reviews.last(book, one),
            reviews.next_due(book, one),
        )
        for one in shown
    ]
    head = (say("Policy"), say("Steward"), say("Review cycle"), say("Last review"), say("Next review"))
    return [
        heading(2, join(say("The policies' own texts")), "policies"),
        *([table(head, rows, say("Policies"), wide=True)] if rows else []),
        *([_unknown(book, unknown, url)] if told_once else []),
    ]


def _unknown(book: Book, listed: list[Obligation], url: str) -> Html:
    """Return once for many policies that no review cycle is recorded."""
    said = book.say.many(
        "No review cycle is recorded for {n} policy:", "No review cycle is recorded for {n} policies:", len(listed)
    )
    links = [link(one.policy.code, urls.obligation(one), url) for one in listed]
    return paragraph(said, *(part for one in links for part in (" ", one)))


def _owner(book: Book, one: Obligation, url: str) -> Html:
    manual = book.manual
    owner = one.strategy.owner_on(manual.as_of) if one.strategy else manual.steward_of(one.policy)
    owned_by = body(book, one.by, url) if one.by else join(book.say("not recorded"))
    return known(book, owned_by, owner, url, notes=one.strategy is None) if owner else owned_by


def _interval(book: Book, one: Obligation, url: str) -> Html:
    held = one.cadence
    often = wording.interval(held.value, book.say) if held and held.value else book.say("not recorded")
    return known(book, often, held, url, notes=one.strategy is None)


def _by_state(book: Book, listed: list[Obligation], url: str) -> Html:
    said = _states(book.say)
    found = []
    for group in STATES:
        members = [one for one in listed if state(one, book.manual.as_of) == group]
        if members:
            links = [link(named(book, one), urls.obligation(one), url) for one in members]
            found.append(join(tag("strong", f"{said[group]}: {len(members)}"), items(links)))
    return items(found)


def _bodies(book: Book, listed: list[Obligation], url: str) -> Html:
    found: dict[str, list[Obligation]] = defaultdict(list)
    for one in listed:
        found[one.by].append(one)
    order = [one.id for one in book.manual.body_list if one.id in found]
    entries = []
    for id in [*order, *(id for id in found if id not in order)]:
        whose = body(book, id, url) if id else join(book.say("not recorded"))
        entries.append(join(whose, items(link(named(book, one), urls.obligation(one), url) for one in found[id])))
    return items(entries)


def _kept(book: Book) -> list[str]:
    years = kept.by_year(book.manual)
    if not years:
        return []
    return [heading(2, join(book.say("Reviews over time")), "kept"), chart.of_reviews(book, years)]
