"""Every text that this repository's manuals hold, for laws that must hold for all of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from policybook.model import Manual, Policy, Text
from policybook.record import loader, locate
from tests import cases

ROOT = Path(__file__).parents[1]
HERON_BEND = ROOT / "src" / "policybook" / "scaffold" / "demo" / "policy"


@cache
def manual(folder: Path) -> Manual:
    """Return a manual as of the day of the cases."""
    tree = locate.tree(folder)
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, cases.AS_OF)


def heron_bend(code: str) -> Policy:
    """Return a policy of the demonstration manual."""
    policy = manual(HERON_BEND).find(code)
    assert policy is not None
    return policy


def texts() -> list[Text]:
    """Return the revisions, presented texts and translations whose text is held."""
    found: list[Text] = []
    for folder in (ROOT / "policy", HERON_BEND):
        for policy in manual(folder):
            found += [*policy.texts_of(), *policy.presented, *policy.translations]
    return found


def varied() -> list[Text]:
    """Return the last of those texts that have a table, footnotes, a form, lines, lists in lists, or no heading."""
    last: dict[object, Text] = {}
    for text in texts():
        every = text.all_provisions
        last.update(dict.fromkeys(text.index.keys & {"table", "level", "label"}, text))
        last.update(dict.fromkeys(text.index.kinds, text))
        last.update({(bool(text.footnotes), any(provision.items for provision in every)): text})
    return list({text.path: text for text in last.values()}.values())


def name(text: Text) -> str:
    """Return what a test calls a text."""
    return text.path
