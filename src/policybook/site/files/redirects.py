"""Addresses that lead on to others: former codes, proposals that were adopted, revisions by their date."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.exports import urls
from policybook.model import Policy
from policybook.site.context import Book
from policybook.text.html import Html, join, tag
from policybook.values import dates

_KEEP_ANCHOR = "location.replace(document.querySelector('a').href+location.hash)"


def all_of(book: Book) -> Iterator[tuple[str, bytes]]:
    """Yield the address of each redirect, ending with a slash, and its whole HTML."""
    for policy in book.manual:
        for code in _former(book, policy):
            yield urls.policy(code), _html(book, urls.policy(code), urls.policy(policy.code), policy)
        for url, target in _revisions(policy):
            yield url, _html(book, url, target, policy)


def _former(book: Book, policy: Policy) -> Iterator[str]:
    """Yield each code that was the policy's and isn't another's now."""
    seen = {urls.policy(policy.code)}
    for code in [*(code for code, _ in policy.former_codes), *policy.names[1:]]:
        if book.manual.find(code) in (None, policy) and urls.policy(code) not in seen:
            seen.add(urls.policy(code))
            yield code


def _revisions(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield, for each act that began as a proposal, the address it had then and the one by its date."""
    for act in policy.acts:
        if act.id[:4].isdigit() and dates.is_date(act.id.replace("--", "/")):
            continue
        target = urls.revision(policy.code, act.id)
        yield urls.proposal(policy.code, act.id), target
        if act.acted is not None and act.acted.text not in policy.by_id:
            yield urls.revision(policy.code, act.acted.text.replace("/", "--")), target


def _html(book: Book, url: str, target: str, policy: Policy) -> bytes:
    """Return a page that sends its reader on, with the anchor that was asked for; by a link where nothing else works."""
    where, title = urls.relative(target, url), f"{policy.code} {policy.title}"
    head = join(
        tag("meta", charset="utf-8"),
        tag("title", title),
        tag("link", rel="canonical", href=book.absolute(target)) if book.site_url else "",
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="viewport", content="width=device-width"),
    )
    refresh = tag("noscript", tag("meta", http_equiv="refresh", content=f"0; url={where}"))
    body = tag(
        "main",
        tag("h1", book.theirs(title)),
        tag("p", tag("a", book.say("Go on to the page"), href=where)),
        Html(f"<script>{_KEEP_ANCHOR}</script>"),
    )
    page = tag("html", tag("head", head, refresh), tag("body", body), lang=book.say.language)
    return f"<!doctype html>\n{page}\n".encode()
