"""What a search can find: each policy, each provision of its text in force, each fresh translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Manual, Provision, Text
from policybook.site.components import translations
from policybook.site.context import shown
from policybook.text import markup
from policybook.text.i18n import Say


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a page that a search can lead to."""

    url: str
    """Relative to the site, with the anchor."""
    heading: str
    """Empty for a policy as a whole and for a provision without a heading."""
    text: str
    names: str = ""
    """Other words that people look for it by."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A policy, or its translation, with the units on its page; the first unit is the page itself."""

    code: str
    title: str
    status: str
    """Where the policy stands, in words, on the day of the build."""
    units: tuple[Unit, ...]
    codes: tuple[str, ...] = ()
    """Every code it has or had."""
    language: str = ""
    """Where it isn't the manual's."""


def subjects(manual: Manual, say: Say) -> Iterator[Subject]:
    """Yield what can be found, in the order of the manual."""
    for policy in manual:
        revision, _ = shown(policy, manual)
        status = wording.standing(policy, manual.as_of, say)
        url = urls.policy(policy.code)
        codes = (*policy.names, *(code for code, _ in policy.former_codes))
        names = " ".join((*policy.texts("also_called"), *policy.texts("keywords")))
        whole = Unit(url, "", "", names)
        units = _of_text(revision, url) if revision is not None else ()
        yield Subject(policy.code, policy.title, status, (whole, *units), codes)
        for language, translation in translations.latest(policy).items():
            if not translations.is_stale(policy, manual, translation):
                there = urls.translation(policy.code, language)
                own = (Unit(there, "", ""), *_of_text(translation, there))
                yield Subject(policy.code, translation.title or policy.title, status, own, (), language)


def _of_text(text: Text, url: str) -> tuple[Unit, ...]:
    return tuple(unit for provision in text.provisions for unit in _of_provision(provision, url))


def _of_provision(provision: Provision, url: str) -> Iterator[Unit]:
    """Yield a provision with its items, and each item that has a heading of its own."""
    heading = " ".join(part for part in (provision.label, markup.plain(provision.heading)) if part)
    anchor = f"{url}#{provision.id}" if provision.id else url
    yield Unit(anchor, heading, " ".join(_words(provision)))
    for item in provision.items:
        if item.heading:
            yield from _of_provision(item, url)


def _words(provision: Provision) -> Iterator[str]:
    if provision.prose:
        yield markup.plain(provision.prose)
    for row in provision.rows or ():
        yield " · ".join(cell for cell in row if cell)
    for item in provision.items:
        yield from (
            (" ".join(part for part in (item.label, markup.plain(item.heading)) if part),) if item.heading else ()
        )
        yield from _words(item)
