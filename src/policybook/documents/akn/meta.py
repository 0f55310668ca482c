"""Write the metadata of an Akoma Ntoso document: identification, publication, lifecycle and references.

The standard knows only whole dates. Where it can do without one, an imprecise date is left out; where it can't, the
first and the last day it may be are given, named `notBefore` and `notAfter`. As recorded, dates stand in `proprietary`.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policybook.documents.akn.names import AknNames, language
from policybook.documents.akn.xml import element, ours
from policybook.model import Manual, Policy, Revision
from policybook.text import markup
from policybook.values.dates import PartialDate

_SOURCE = "#policybook"
_EVENTS = {"adopt": "generation", "revise": "amendment", "correct": "amendment", "rescind": "repeal"}


def of(manual: Manual, policy: Policy, revision: Revision, country: str) -> Element:
    """Return the `meta` of a revision's document."""
    starts = list(_events(policy))
    steps = list(_steps(revision))
    published = revision.date("published")
    parts = [_identification(manual, policy, revision, country)]
    if published is not None and published.exact:
        parts.append(element("publication", date=published.text, name="site", showAs=manual.agency.name))
    if starts:
        parts.append(element("lifecycle", *(event for _, event in starts), source=_SOURCE))
    if steps:
        parts.append(element("workflow", *steps, source=_SOURCE))
    interval = _interval(policy, revision, {id for id, _ in starts})
    if interval is not None:
        parts.append(element("temporalData", element("temporalGroup", interval, eId="period"), source=_SOURCE))
    parts.append(element("references", *_references(manual, revision), source=_SOURCE))
    notes = [
        element("note", *(element("p", markup.plain(words)) for words in markup.paragraphs(note.text("text"))))
        for note in policy.parts("notes")
        if note.text("text")
    ]
    if notes:
        parts.append(element("notes", *notes, source=_SOURCE))
    parts.append(element("proprietary", *_own(policy, revision), source=_SOURCE))
    return element("meta", *parts)


def _identification(manual: Manual, policy: Policy, revision: Revision, country: str) -> Element:
    names, agency = AknNames(manual, country), manual.agency
    work, text = names.work(policy), names.text(policy, revision)
    author = f"#{_actor(revision)}"
    first = next(iter(policy.acts), revision)
    return element(
        "identification",
        element(
            "FRBRWork",
            element("FRBRthis", value=f"{work}/!main"),
            element("FRBRuri", value=work),
            element("FRBRalias", value=policy.title, name="title"),
            *_dates(first, manual),
            element("FRBRauthor", href=author, as_="#author"),
            element("FRBRcountry", value=country),
            element("FRBRsubtype", value=policy.kind),
            element("FRBRnumber", value=policy.code),
            element("FRBRprescriptive", value="true"),
            element("FRBRauthoritative", value="true" if agency.official else "false"),
        ),
        element(
            "FRBRExpression",
            element("FRBRthis", value=f"{text}/!main"),
            element("FRBRuri", value=text),
            *_dates(revision, manual),
            element("FRBRauthor", href=author, as_="#author"),
            element("FRBRversionNumber", value=revision.id),
            element("FRBRlanguage", language=language(agency.language)),
        ),
        element(
            "FRBRManifestation",
            element("FRBRthis", value=f"{text}/!main.xml"),
            element("FRBRuri", value=f"{text}.xml"),
            element("FRBRdate", date=manual.as_of.isoformat(), name="export"),
            element("FRBRauthor", href=_SOURCE, as_="#author"),
            element("FRBRformat", value="application/akn+xml"),
        ),
        source=_SOURCE,
    )


def _dates(act: Revision, manual: Manual) -> Iterator[Element]:
    """Yield the day of an act; its bounds where the day isn't known; the day of export where nothing is."""
    if act.acted is not None and act.acted.exact:
        yield element("FRBRdate", date=act.acted.text, name=act.action)
    elif act.acted is not None:
        yield element("FRBRdate", date=act.acted.earliest.isoformat(), name="notBefore")
        yield element("FRBRdate", date=act.acted.latest.isoformat(), name="notAfter")
    elif act.seen is not None:
        yield element("FRBRdate", date=act.seen.latest.isoformat(), name="seenInForce")
    else:
        yield element("FRBRdate", date=manual.as_of.isoformat(), name="export")


def _events(policy: Policy) -> Iterator[tuple[str, Element]]:
    """Yield each act of which the day from which it binds is known, as an event."""
    for act in policy.acts:
        start = act.effective
        if act.action in _EVENTS and start is not None and start.exact:
            id = f"event__{act.id}"
            yield id, element("eventRef", eId=id, date=start.text, source=_SOURCE, type=_EVENTS[act.action])


def _interval(policy: Policy, revision: Revision, known: set[str]) -> Element | None:
    """Return from when to when the text is in force, as far as both days are known."""
    acts = [act for act in policy.acts if act.action in _EVENTS]
    start = f"event__{revision.id}"
    if revision not in acts or start not in known:
        return None
    after = acts[acts.index(revision) + 1 :][:1]
    end = f"event__{after[0].id}" if after else ""
    return element("timeInterval", start=f"#{start}", end=f"#{end}" if end in known else None, refersTo="#inForce")


def _steps(revision: Revision) -> Iterator[Element]:
    """Yield each reading that was held on a known day, and the act."""
    by = f"#{_actor(revision)}"
    for reading in revision.readings:
        if reading.when is not None and reading.when.exact and not reading.waived:
            yield element("step", date=reading.when.text, by=by, refersTo="#reading")
    if revision.acted is not None and revision.acted.exact:
        yield element("step", date=revision.acted.text, by=by, refersTo=f"#{revision.action}")


def _references(manual: Manual, revision: Revision) -> Iterator[Element]:
    actor = _actor(revision)
    boards = [body.name for body in manual.body_list if body.kind == "board"]
    name = manual.body_name(revision.text("by")) if revision.text("by") else (boards or [manual.agency.name])[0]
    yield element("TLCOrganization", eId=actor, href=f"/akn/ontology/organization/{actor}", showAs=name)
    yield element("TLCOrganization", eId="policybook", href="https://policybook.example/", showAs="Policybook")
    yield element("TLCRole", eId="author", href="/akn/ontology/role/author", showAs="Author")
    concepts = {"inForce": "In force", "reading": "Reading", revision.action: revision.action.capitalize()}
    for id, words in concepts.items():
        yield element("TLCConcept", eId=id, href=f"/akn/ontology/concept/{id}", showAs=words)


def _own(policy: Policy, revision: Revision) -> Iterator[Element]:
    yield ours(
        "revision",
        id=revision.id,
        action=revision.action,
        date=_written(revision.acted),
        effective=_written(revision.effective if revision.done else None),
        follows=revision.follows,
        digest=revision.computed_digest,
        chain=revision.chain,
    )
    for listed in revision.get("attachments") or ():
        yield ours("attachment", file=listed["file"], title=listed.get("title"), sha256=listed["sha256"])


def _written(when: PartialDate | None) -> str | None:
    return when.text if when else None


def _actor(revision: Revision) -> str:
    return f"body__{revision.text('by') or 'board'}"
