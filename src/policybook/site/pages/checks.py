"""The check reference: a page for each check, made from its own docstring, and an index by family."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policybook.exports import urls
from policybook.lint.check import FAMILIES, Rule
from policybook.site import metadata
from policybook.site.components.tables import table
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag

_CODE = re.compile(r"`([^`]+)`")
_ABOUT = {
    "shape": "Can the record be read, and has each file the form of its kind?",
    "reference": "Does everything that is named exist?",
    "ownership": "Does somebody answer for each promise?",
    "cadence": "Is it said how often each thing is looked at?",
    "clock": "Is anything due or late? These never make a record unsound.",
    "history": "Did the board act in order, and by its own rules?",
    "text": "Is the text what its source says, and does it agree with itself?",
    "provenance": "Is it said how each fact is known?",
    "change": "Does a change leave alone what was adopted?",
}


def pages(book: Book) -> Iterator[Page]:
    """Yield the index and a page for each check: in English, as their docstrings are."""
    checks = book.checks
    parts = [
        heading(1, join("Checks")),
        tag(
            "p",
            "What is proved of the record on every change. Each check has a page: why it is there, "
            "and how to mend what it finds.",
        ),
        tag(
            "p",
            "An error has to be mended: until then the record isn’t sound. A warning is for somebody to look at. "
            "A notice is good to know.",
        ),
    ]
    for family in FAMILIES:
        members = [check for check in checks.values() if check.family == family]
        if members:
            parts += [heading(2, join(family.capitalize())), tag("p", _ABOUT[family]), _table(members, family)]
    described = "What is proved of the record on every change."
    yield _shown(book, urls.CHECKS, "Checks", described, blocks(*parts))
    for check in checks.values():
        yield _shown(book, urls.check(check.id), check.id, f"{check.title}.", _about(check))


def _shown(book: Book, url: str, title: str, description: str, body: str) -> Page:
    """Return a page that the search leaves out: whoever reads about a check came from a finding."""
    more = metadata.of_page(book, url, title, description)
    return Page(url, title, description, body, head=more, language="" if book.say.language == "en" else "en")


def _table(checks: list[Rule], family: str) -> Html:
    rows = [
        (
            tag("a", check.id, href=urls.relative(urls.check(check.id), urls.CHECKS)),
            check.severity,
            _inline(f"{check.title}."),
        )
        for check in checks
    ]
    return table(("Check", "Severity", "What it asks"), rows, f"Checks of the family {family}", wide=True)


def _about(check: Rule) -> str:
    facts = [tag("dt", "Family"), tag("dd", check.family), tag("dt", "Severity"), tag("dd", check.severity)]
    for name, value in check.thresholds.items():
        facts += [tag("dt", f"Setting “{name}”"), tag("dd", f"{value}, unless agency.yml says otherwise")]
    parts = [heading(1, join(check.id)), tag("dl", *facts, class_="pb-facts")]
    for paragraph in re.split(r"\n{2,}(?! {4})", check.doc.strip()):
        parts.append(_paragraph(paragraph))
    return blocks(*parts)


def _paragraph(paragraph: str) -> str:
    """Return a paragraph of a docstring; indented lines are an example, shown as they stand."""
    lead, _, example = paragraph.partition("\n\n    ")
    if not example:
        return tag("p", _inline(" ".join(paragraph.split())))
    lines = [line.removeprefix("    ") for line in example.split("\n")]
    shown = tag("pre", tag("code", "\n".join(lines)), tabindex="0")
    if lead.strip() != "Example:":
        return blocks(tag("p", _inline(lead)), shown)
    how = "A change of a small sound manual that this check finds: lines with − are taken out, lines with + are new."
    return blocks(heading(2, join("Example")), tag("p", how, class_="pb-note"), shown)


def _inline(words: str) -> Html:
    """Return words with `code` marked as such."""
    parts = _CODE.split(words)
    return join(*(tag("code", part) if at % 2 else part for at, part in enumerate(parts)))
