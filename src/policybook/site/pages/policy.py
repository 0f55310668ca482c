"""A policy's page: is it in force, what it says, who answers for it, how it came to be, what it refers to."""

from __future__ import annotations

from policybook import due, wording
from policybook.html import Html, join, tag
from policybook.model import Fact, Manual, Policy, Revision, Strategy
from policybook.site import urls
from policybook.site.page import Page, blocks, heading
from policybook.site.prose import Prose, of_text


def page(manual: Manual, policy: Policy) -> Page:
    """Return the page of the text in force, or of what is known where no text is."""
    url = urls.policy(policy.code)
    shown = policy.standing(manual.as_of).text
    prose = Prose(manual, url, shown.footnotes if shown else {})
    body = blocks(
        _series(manual, policy),
        heading(1, join(policy.code, " ", policy.title)),
        _banner(manual, policy),
        heading(2, join("What it says"), "text"),
        _text(policy, shown, prose),
        *_strategies(manual, policy, url),
        *_history(manual, policy, url),
        *_references(manual, policy, shown, prose, url),
        *_notes(manual, policy, url),
        *_licence(manual, shown, url),
    )
    description = f"{policy.code} {policy.title} of {manual.agency.name}: {wording.standing(policy, manual.as_of)}."
    return Page(url, f"{policy.code} {policy.title}", description, body)


def _series(manual: Manual, policy: Policy) -> str:
    series = manual.agency.series_of(policy.code)
    return tag("p", series.title, class_="pb-series") if series else ""


def _banner(manual: Manual, policy: Policy) -> str:
    stands = wording.standing(policy, manual.as_of)
    steward = policy.steward
    parts = [tag("p", tag("strong", f"{stands[:1].upper()}{stands[1:]}."))]
    if steward is not None:
        said = wording.basis(steward)
        parts.append(tag("p", "The text is kept by ", wording.body(manual, steward), f" ({said})." if said else "."))
    if not manual.agency.official:
        sources = [source for source in manual.sources.values() if source.text("url") and source.words is not None]
        where = [tag("a", source.title, href=source.text("url")) for source in sources[:1]]
        parts.append(tag("p", "This is an unofficial copy.", *(join(" Its source is ", link, ".") for link in where)))
    return tag("div", *parts, class_="pb-banner")


def _text(policy: Policy, shown: Revision | None, prose: Prose) -> str:
    if shown is None or not shown.holds_text:
        reason = (shown.text("not_held") if shown else "") or policy.text("not_held")
        return tag("p", "The text is not held here. ", reason)
    return of_text(shown, prose)


def _strategies(manual: Manual, policy: Policy, url: str) -> list[str]:
    if not policy.strategies:
        return []
    return [
        heading(2, join("Who answers for it"), "strategies"),
        *(_strategy(manual, policy, strategy) for strategy in policy.strategies),
    ]


def _strategy(manual: Manual, policy: Policy, strategy: Strategy) -> str:
    found = due.of_strategy(manual, policy, strategy)
    owner, cadence = strategy.owner_on(manual.as_of), strategy.cadence_on(manual.as_of)
    rows = [
        ("Owner", _fact(wording.body(manual, owner), owner)),
        ("Looked at", _fact(cadence.value or "" if cadence else "no interval on record", cadence)),
        ("Last review", join(wording.last_review(found))),
        ("Next review", join(wording.next_review(found))),
    ]
    listed = [part for term, value in rows for part in (tag("dt", term), tag("dd", value))]
    promises = [tag("li", tag("q", promise.quote)) for promise in strategy.commitments]
    kept = join(tag("p", "What the text promises:"), tag("ul", *promises)) if promises else Html()
    return blocks(
        heading(3, join(strategy.title), f"strategy-{strategy.id}"),
        tag(
            "div",
            tag("p", tag("a", "Read the provision", href=f"#{strategy.provision}")),
            tag("dl", *listed, class_="pb-facts"),
            kept,
        ),
    )


def _fact(value: str, fact: Fact | None) -> Html:
    """Return a value with how it is known, and the note that says more."""
    said = wording.basis(fact)
    note = fact.note if fact else ""
    mark = tag("span", said, class_=f"pb-basis pb-basis-{fact.basis}") if fact and said else Html()
    return join(value, Html(" ") if said else Html(), mark, tag("p", note, class_="pb-note") if note else Html())


def _history(manual: Manual, policy: Policy, url: str) -> list[str]:
    if not policy.acts:
        return []
    rows = [tag("li", _act(manual, act, url)) for act in reversed(policy.acts)]
    return [heading(2, join("How it came to be"), "history"), tag("ol", *rows, class_="pb-history", reversed=True)]


def _act(manual: Manual, act: Revision, url: str) -> Html:
    fact = act.date_fact
    when = act.acted.words() if act.acted else "on a day not known"
    held = "" if act.holds_text or not act.makes_text else " The text is not held."
    parts = [tag("strong", f"{wording.ACTIONS[act.action]} {when}."), join(held)]
    if fact is not None:
        parts += [_said(manual, fact, url)]
        parts += [
            join(
                " Another source says ",
                other.when.words() if other.when else "otherwise",
                ".",
                _said(manual, other, url),
            )
            for other in fact.otherwise
        ]
    return join(*parts)


def _said(manual: Manual, fact: Fact, url: str) -> Html:
    """Return a fact's source and its wording."""
    if not fact.source:
        return Html()
    source = manual.sources.get(fact.source)
    title = source.title if source else fact.source
    link = tag("a", title, href=urls.relative(urls.source(fact.source), url))
    quote = join(": ", tag("q", fact.quote)) if fact.quote else Html()
    return tag("p", "Source: ", link, quote, ".", class_="pb-note")


def _references(manual: Manual, policy: Policy, shown: Revision | None, prose: Prose, url: str) -> list[str]:
    listed = [*(shown.references if shown else ()), *policy.references]
    if not listed:
        return []
    items = []
    for reference in listed:
        other = manual.find(reference.code) if reference.code else None
        name = f"{other.code} {other.title}" if other else reference.code or reference.text("title")
        where = prose.address(f"policy:{reference.code}") if reference.code else prose.address(reference.text("url"))
        why = reference.text("why")
        link = tag("a", name, href=where) if where else join(name)
        items.append(tag("li", link, f": {why}" if why else ""))
    return [heading(2, join("What it refers to"), "references"), tag("ul", *items)]


def _notes(manual: Manual, policy: Policy, url: str) -> list[str]:
    notes = policy.parts("notes")
    if not notes:
        return []
    items = []
    for note in notes:
        claims = [
            tag("li", claim["is"], _said(manual, Fact(claim, policy.path), url)) for claim in note.get("claims") or ()
        ]
        items.append(
            tag("div", tag("p", note.text("text")), tag("ul", *claims) if claims else Html(), class_="pb-editorial")
        )
    return [heading(2, join("Notes by the editors"), "notes"), *items]


def _licence(manual: Manual, shown: Revision | None, url: str) -> list[str]:
    agency = manual.agency
    if not agency.text("text_licence") and not agency.text("attribution"):
        return []
    said = f"The policy's text is licensed {agency.text('text_licence')}. {agency.text('attribution')}"
    return [heading(2, join("Licence"), "licence"), tag("p", said)]
