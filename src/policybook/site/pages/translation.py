"""A policy's text in another language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policybook.documents.html import Prose, of_text
from policybook.exports import urls
from policybook.exports.links import resolver
from policybook.model import Policy, Translation
from policybook.site import metadata
from policybook.site.components import banner, translations
from policybook.site.components.tables import facts, link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text import catalogs
from policybook.text.html import Html, join


def pages(book: Book, policy: Policy) -> Iterator[Page]:
    """Yield a page for each language into which the policy was translated."""
    for language, translation in translations.latest(policy).items():
        yield _page(book, policy, language, translation)


def _page(book: Book, policy: Policy, language: str, translation: Translation) -> Page:
    site = book.say.language
    say = catalogs.say(language)  # the page speaks the language of the text, where there are words for it
    book = replace(book, say=say)
    url = urls.translation(policy.code, language)
    title = f"{policy.code} {translation.title or policy.title}"
    own = link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), url)
    parts: list[Html] = []
    stale = translations.is_stale(policy, book.manual, translation)
    if stale:
        parts.append(
            banner.box(
                "superseded",
                paragraph(say("This is the translation of an earlier text. The text in force says something else.")),
                paragraph(say.rich("The text in force: {policy}", policy=own)),
            )
        )
    prose = Prose(resolver(book.manual, url), translation.footnotes, say, language)
    when = translation.date("date")
    rows = facts(
        [
            (say("Language"), catalogs.name(language)),
            (say("How it was made"), say(translations.METHODS[translation.method])),
            (say("Translator"), book.theirs(translation.text("translator"), language)),
            (say("Checked by"), book.theirs(translation.text("checked_by"), language)),
            (say("Date"), say.date(when) if when else ""),
        ]
    )
    binding = paragraph(say.rich("The text that the board adopted is the one that binds: {policy}", policy=own))
    body = blocks(
        heading(1, join(title), language=language),
        *parts,
        translations.offered(book, policy, url, language),
        binding,
        heading(2, join(say("The text")), "text"),
        of_text(translation, prose),
        heading(2, join(say("About this translation")), "about"),
        rows,
    )
    described = say("{policy} in {language}.", policy=f"{policy.code} {policy.title}", language=catalogs.name(language))
    more = metadata.of_page(book, url, title, described)
    return Page(url, title, described, body, head=more, language="" if say.language == site else say.language)
