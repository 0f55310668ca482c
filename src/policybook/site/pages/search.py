"""The search page."""

from __future__ import annotations

from policybook.exports import urls
from policybook.site import metadata
from policybook.site.components.tables import link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag


def page(book: Book) -> Page:
    """Return the page with a field and a place for results; without a script it leads to the list of policies."""
    say = book.say
    title = say("Search")
    whole = link(say("All policies"), urls.HOME, urls.SEARCH)
    without = say.rich("The search needs JavaScript. Without it, see: {policies}.", policies=whole)
    description = say("Search the policies of {agency}.", agency=book.manual.agency.name)
    body = blocks(heading(1, join(title)), tag("noscript", paragraph(without)), _place(book))
    more = metadata.of_page(book, urls.SEARCH, title, description)
    return Page(urls.SEARCH, title, description, body, head=more)


def _place(book: Book) -> Html:
    say = book.say
    return tag(
        "div",
        form(book, urls.SEARCH),
        tag("p", role="status"),
        tag("ol", class_="pb-results"),
        tag("button", say("Show more results"), type="button", class_="pb-more", hidden=True),
        class_="pb-search-page",
        hidden=True,
        data_root="../",
        data_language=book.manual.agency.language,
        data_loading=say("The search is loading …"),
        data_failed=say("The search can't be loaded. Check your connection, then try again."),
        data_none=say("Nothing found for “{words}”. Try other words, or a policy's code."),
        data_one=say("1 result"),
        data_many=say("{n} results"),
    )


def form(book: Book, page: str) -> Html:
    """Return the field for a search, on any page."""
    say = book.say
    field = tag("input", type="search", id="pb-question", name="q", autocomplete="off", enterkeyhint="search")
    return tag(
        "form",
        tag("label", say("Search by code, title or words"), for_="pb-question", class_="pb-unseen"),
        field,
        tag("button", say("Search")),
        class_="pb-search-form",
        role="search",
        action=urls.relative(urls.SEARCH, page),
    )
