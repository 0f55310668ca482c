"""Render one text as a standalone HTML page and as plain text."""

from __future__ import annotations

from policybook.documents import plain_text
from policybook.documents.html import Prose, standalone
from policybook.due import wording
from policybook.exports.links import offline
from policybook.model import Manual, Policy, Revision
from policybook.text.html import Html, tag
from policybook.text.i18n import ENGLISH, Say

_STYLE = "body{max-width:45em;margin:2em auto;padding:0 1em;font:1.1em/1.5 serif}th{text-align:left;padding-right:1em}"


def plain(manual: Manual, policy: Policy, revision: Revision, say: Say = ENGLISH) -> bytes:
    """Return a text for any editor: its title, the facts, its words, its notes."""
    head = [
        f"{policy.code} {revision.title}",
        *(f"{name}: {value}" for name, value in _facts(manual, policy, revision, say)),
    ]
    notes = [f"[{name}] {words}" for name, words in revision.footnotes.items()]
    parts = ["\n".join(head), plain_text.of_text(revision), "\n".join(notes)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def page(manual: Manual, policy: Policy, revision: Revision, say: Say = ENGLISH) -> bytes:
    """Return a text as one HTML page that needs nothing else."""
    title = f"{policy.code} {revision.title}"
    facts = tag(
        "table",
        *(tag("tr", tag("th", name, scope="row"), tag("td", v)) for name, v in _facts(manual, policy, revision, say)),
    )
    head = tag(
        "head",
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width">'),
        tag("title", title),
        tag("style", Html(_STYLE)),
    )
    text = standalone(revision, Prose(offline, revision.footnotes, say))
    body = tag("body", tag("h1", title), facts, text)
    return f"<!doctype html>\n{tag('html', head, body, lang=manual.agency.language)}\n".encode()


def _facts(manual: Manual, policy: Policy, revision: Revision, say: Say) -> list[tuple[str, str]]:
    effective = revision.effective if revision.done else None
    stands = say(wording.ACTIONS[revision.action]) if revision.done else say("Proposed, not adopted")
    rows = [
        (say("Agency"), manual.agency.name),
        (say("Revision"), revision.id),
        (say("Action"), stands),
        (say("Date"), wording.when(revision, say) if revision.done else ""),
        (say("In force from"), say.date(effective) if effective else ""),
        (say("Digest of the text"), revision.computed_digest),
        (say("Chain"), revision.chain),
    ]
    return [(name, value) for name, value in rows if value]
