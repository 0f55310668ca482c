"""Classify what a correction changes, so that nothing but a slip is corrected without a vote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from policybook.model import Revision
from policybook.rules import slips

Kind = Literal["typo", "title", "legal-reference", "cross-reference", "substance"]
KINDS = ("typo", "title", "legal-reference", "cross-reference")
"""The changes that a correction may make; `substance` needs a vote."""

_LISTS: dict[str, Kind] = {"legal": "legal-reference", "references": "cross-reference"}
_WORDED = ("label", "heading", "text", "table")
_STRUCTURE = ("id", "kind", "level", "numbering", "was")
_LAW = re.compile(
    r"(?:\b(?:RCW|WAC|U\.?S\.?C\.?|C\.?F\.?R\.?|P\.?L\.?|Public Law|[Ss]tatute|(?:[A-Z][\w.]{1,30} ){0,4}Code)|§+)"
    r"\s*(?:§+\s*)?[0-9][\w.:()–-]*(?:\s*§+\s*[\w.()–-]+)?"
)
_POLICY = re.compile(
    r"\b([Pp]olic(?:y|ies)|[Pp]rocedures?|[Ee]xhibits?|[Rr]egulations?|[Ss]ections?)\s+[A-Z]{0,3}-?[0-9][\w.-]*"
)
_TARGET = re.compile(r"\]\((?:policy:|https?:)[^)\s]*\)")


_Cites = tuple[list[str], list[str]]
"""The citations that the old text lists, and those that the new one lists."""


class Difference(NamedTuple):
    """One change that a correction makes to a text."""

    kind: Kind
    route: tuple[str | int, ...]
    """Where the new value is, from the top of the revision's file."""
    old: str
    new: str


def differences(old: Revision, new: Revision) -> list[Difference]:
    """Return each change between a text and its correction, with its kind."""
    cites = _cites(old), _cites(new)
    found: list[Difference] = []
    if old.title != new.title:
        found.append(Difference("title", ("title",), old.title, new.title))
    for key, kind in _LISTS.items():
        if _plain(old.get(key)) != _plain(new.get(key)):
            found.append(Difference(kind, (key,), _listed(old.get(key)), _listed(new.get(key))))
    if old.get("attachments") != new.get("attachments"):
        found.append(
            Difference("substance", ("attachments",), _listed(old.get("attachments")), _listed(new.get("attachments")))
        )
    for key in ("definitions", "text", "footnotes"):
        found += _compare(old.get(key), new.get(key), (key,), cites)
    return found


def _compare(old: Any, new: Any, route: tuple[str | int, ...], cites: _Cites) -> Iterator[Difference]:
    """Yield the changes within one value; a change of its structure is a change of substance."""
    if old == new:
        return
    old, new = (_mapping(side) if isinstance(other, dict) else side for side, other in ((old, new), (new, old)))
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            was, now = old.get(key), new.get(key)
            if key in _STRUCTURE and was != now:
                yield Difference("substance", (*route, key), str(was or ""), str(now or ""))
            else:
                yield from _compare(was, now, (*route, key), cites)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for at, (was, now) in enumerate(zip(old, new, strict=True)):
            yield from _compare(was, now, (*route, at), cites)
    elif isinstance(old, str) and isinstance(new, str):
        yield from _words(old, new, route, cites)
    else:
        yield Difference("substance", route, _listed(old), _listed(new))


def _words(old: str, new: str, route: tuple[str | int, ...], cites: _Cites) -> Iterator[Difference]:
    """Yield the changes in one passage: of a citation, of a reference, of letters, or of what it says."""
    if old.split() == new.split():
        if route[-1] == "table" and len(old.split("\n")) != len(new.split("\n")):
            yield Difference("substance", route, old, new)  # the same cells in other rows
        return
    if route[-1] == "label":
        yield Difference("substance", route, old, new)
        return
    laws = [_masked_law(side, own) for side, own in zip((old, new), cites, strict=True)]
    links = [_POLICY.sub(r"\1 ⟨code⟩", _TARGET.sub("](⟨link⟩)", side)) for side in laws]
    kind: Kind = "legal-reference" if laws[0] != old or laws[1] != new else "cross-reference"
    if laws[0].split() == laws[1].split():
        yield Difference("legal-reference", route, old, new)
    elif links[0].split() == links[1].split():
        yield Difference("cross-reference", route, old, new)
    else:
        same_law = sorted(_LAW.findall(old)) == sorted(_LAW.findall(new))
        same_links = sorted(_TARGET.findall(old)) == sorted(_TARGET.findall(new))
        if not (same_law and same_links) and slips.only_slips(links[0], links[1]):
            yield Difference(kind, route, old, new)
        for changed in slips.changes(links[0], links[1]):
            yield Difference("typo" if changed.slip else "substance", route, changed.old, changed.new)


def _cites(revision: Revision) -> list[str]:
    """Return the citations of a text that have a number: words alone could be any passage of it."""
    return [one.cite for one in revision.legal if any(letter.isdigit() for letter in one.cite)]


def _masked_law(text: str, cites: Iterable[str]) -> str:
    """Return a passage of one side with its citations of the law masked, those that the same side lists among them."""
    for cite in sorted(set(cites), key=len, reverse=True):
        text = text.replace(cite, "⟨law⟩")
    return _LAW.sub("⟨law⟩", text)


def _mapping(value: Any) -> Any:
    """Return a plain list item as a mapping, so that giving it an id compares like with like."""
    return {"text": value} if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    return value or []


def _listed(value: Any) -> str:
    """Return a list or mapping in words, for a message."""
    if isinstance(value, dict):
        return str(
            next((value[key] for key in ("cite", "code", "title", "heading", "text", "term") if key in value), "")
        )
    if isinstance(value, list):
        return ", ".join(_listed(one) for one in value)
    return "" if value is None else str(value)
