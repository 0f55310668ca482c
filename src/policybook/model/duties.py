"""Find the sentences of a text that bind somebody: their force, and whom they bind.

The force is told by the verb, as drafting manuals and RFC 2119 have it: must and shall oblige, will promises,
should advises, may permits. Nothing else is claimed: a sentence without such a verb isn't listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from policybook.model.agency import Body
from policybook.model.manual import Manual
from policybook.model.policy import Policy
from policybook.model.provision import Provision
from policybook.model.revision import Revision
from policybook.text import markup, sentences

Force = Literal["must", "must not", "will", "should", "may"]
FORCES: tuple[Force, ...] = get_args(Force)

_VERBS: dict[str, list[tuple[Force, str]]] = {
    "en": [
        (
            "must not",
            r"(?:must|shall|may|will|can|should)\s+(?:not|never)|cannot|(?:is|are)\s+(?:prohibited|forbidden)",
        ),
        ("must not", r"(?:no|nobody|neither|none)\b[^.;:]{0,80}?\b(?:may|shall|must|will)"),
        ("must", r"must|shall|(?:is|are)\s+(?:required|obliged|directed|responsible)\b"),
        ("should", r"should|(?:is|are)\s+(?:encouraged|expected)\b"),
        ("will", r"will"),
        ("may", r"may|(?:is|are)\s+(?:authorized|permitted|allowed)\b"),
    ],
    "es": [
        ("must not", r"no\s+(?:debe|deben|deberá|deberán|puede|pueden|podrá|podrán)|se\s+prohíbe"),
        ("must", r"debe|deben|deberá|deberán|tiene\s+que|tienen\s+que|se\s+exige"),
        ("should", r"debería|deberían|se\s+recomienda"),
        ("may", r"puede|pueden|podrá|podrán"),
    ],
}
_MONTH = re.compile(
    r"\b(?:in|of|by|until|since|and|or)\s+May\b|\bMay\s+(?:\d|of\b)|\bat\s+will\b|\bgood\s+will\b", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+(?:the\s+)?(.+)$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]\s+|\b(?:if|when|that|which|who|but|where|as)\b\s+", re.IGNORECASE)
_OFFICES = {"board": ("board", "directors"), "officer": ("superintendent",)}


@dataclass(frozen=True, slots=True)
class Duty:
    """A sentence in force that binds somebody."""

    policy: Policy
    revision: Revision
    provision: Provision
    """The addressable provision that holds it."""
    sentence: str
    """Verbatim, without marks; an item of a list begins with the words that lead it in."""
    force: Force
    bodies: tuple[str, ...]
    """Ids of the bodies that it binds; empty where the sentence names none."""
    subject: str
    """The words before the verb that say who is bound, verbatim; empty where the sentence begins otherwise."""
    agency: bool = False
    """Whether it binds the agency as a whole: "we", "the District", its name."""
    corrected: bool = False
    """Whether the agency recorded its force or its bodies itself."""


def of_manual(manual: Manual) -> Iterator[Duty]:
    """Yield every duty in the texts in force on the manual's day, in the order of the policies."""
    for policy in manual:
        for answer in policy.standing(manual.as_of).answers:
            if answer.state == "in force" and answer.revision is not None and answer.revision.holds_text:
                yield from of_text(manual, policy, answer.revision)
                break


def of_text(manual: Manual, policy: Policy, revision: Revision) -> Iterator[Duty]:
    """Yield the duties in one text of a policy."""
    language = manual.agency.language.partition("-")[0]
    verbs = [(force, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for force, words in _VERBS.get(language, ())]
    names = _names(manual.bodies.values())
    agency = _agency(manual.agency.name, manual.agency.short_name)
    recorded = {" ".join(part.text("quote").split()): part for part in policy.parts("duties")}
    for top in revision.provisions:
        for provision, lead, own in _sentences(top, "", top):
            sentence = f"{lead} {own}" if lead and _force(lead, verbs) and not _force(own, verbs) else own
            known, found = recorded.get(sentence) or recorded.get(own), _force(sentence, verbs)
            if known is None and found is None:
                continue
            force, at = found or ("must", 0)
            subject = _CLAUSE.split(sentence[:at])[-1].strip() if at else ""
            bodies = known.texts("bodies") if known is not None else ()
            said = known.text("force") if known is not None else ""
            yield Duty(
                policy,
                revision,
                provision,
                sentence,
                next((one for one in FORCES if one == said), force),
                bodies or _bound(sentence, at, names),
                subject,
                not bodies and agency.search(subject) is not None,
                known is not None,
            )


def _sentences(provision: Provision, lead: str, addressed: Provision) -> Iterator[tuple[Provision, str, str]]:
    """Yield the provision of each sentence, the words that lead into it where it stands in a list, and the sentence."""
    addressed = provision if provision.id else addressed
    found = [
        sentence for line in markup.paragraphs(provision.prose) for sentence in sentences.split(markup.plain(line))
    ]
    opens = found.pop() if provision.items and found and found[-1].endswith(":") else ""
    for sentence in found:
        yield addressed, lead, sentence
    for item in provision.items:
        yield from _sentences(item, f"{lead} {opens}".strip() if not item.heading else "", addressed)


def _force(sentence: str, verbs: list[tuple[Force, re.Pattern[str]]]) -> tuple[Force, int] | None:
    """Return the force of a sentence's first verb that has one, and where the verb begins."""
    read = _MONTH.sub(lambda match: " " * len(match[0]), sentence)
    matches = [
        (match.start(), -len(match[0]), force) for force, verb in verbs for match in [verb.search(read)] if match
    ]
    if not matches:
        return None
    start, _, force = min(matches)
    return force, start


def _names(bodies: Iterable[Body]) -> list[tuple[str, re.Pattern[str]]]:
    """Return how texts name each body, the longest name first."""
    found = []
    for body in bodies:
        if body.ended is not None:
            continue
        names = {body.name, *_OFFICES.get(body.id, ()), *body.texts("also_called")}
        if body.kind == "board":
            names |= set(_OFFICES["board"])
        if body.kind == "officer" and "superintendent" in body.name.lower():
            names |= set(_OFFICES["officer"])
        found += [(name, body.id) for name in names if name]
    return [
        (id, re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE))
        for name, id in sorted(found, key=lambda pair: -len(pair[0]))
    ]


def _agency(*names: str) -> re.Pattern[str]:
    """Return how a text names the agency as a whole."""
    words = "|".join(re.escape(name) for name in names if name)
    return re.compile(
        rf"^(?:(?:and|that)\s+)?(?:we|the\s+(?:district|agency|esd)|el\s+distrito|nosotros{'|' + words if words else ''})$",
        re.IGNORECASE,
    )


def _bound(sentence: str, verb: int, names: list[tuple[str, re.Pattern[str]]]) -> tuple[str, ...]:
    """Return the bodies that the sentence's subject names, or those that it says must act ("by the board")."""
    subject = _CLAUSE.split(sentence[:verb])[-1] if verb else ""
    found = _named(subject, names) or _named(sentence[:verb], names)
    if found:
        return found
    agent = _BY.search(sentence[verb:])
    return _named(" ".join(agent[1].split()[:5]), names) if agent else ()


def _named(words: str, names: list[tuple[str, re.Pattern[str]]]) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for id, name in names:
        match = name.search(words)
        if match:
            found.setdefault(id, match.start())
            words = words[: match.start()] + " " * len(match[0]) + words[match.end() :]
    return tuple(sorted(found, key=lambda id: found[id]))
