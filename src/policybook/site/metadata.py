"""What machines read in a page's head: schema.org's description of a law, and how a link to the page is shown."""

from __future__ import annotations

import json
import re
from typing import Any

from policybook.exports import urls
from policybook.model import Policy, Revision
from policybook.model.in_force import State
from policybook.site import related
from policybook.site.components import licence
from policybook.site.context import Book
from policybook.text import catalogs
from policybook.text.html import Html, join, tag

_FORCE: dict[State, str] = {
    "in force": "InForce",
    "not yet effective": "NotInForce",
    "superseded": "NotInForce",
    "suspended": "NotInForce",
    "rescinded": "NotInForce",
    "lapsed": "NotInForce",
    "not adopted": "NotInForce",
}
_TYPES = {
    "operating-policy": "Policy",
    "governance-policy": "Governance policy",
    "bylaw": "Bylaw",
    "procedure": "Procedure",
    "exhibit": "Exhibit",
}


def of_page(book: Book, url: str, title: str, description: str, *more: Html) -> Html:
    """Return the Open Graph description of a page, and what else belongs into its head."""
    told = {
        "og:type": "article",
        "og:title": title,
        "og:description": description,
        "og:site_name": book.manual.agency.name,
    }
    territory = catalogs.territory(book.manual.agency.language)
    if territory and not book.text_language:  # Open Graph knows no language without one
        told["og:locale"] = f"{book.say.language}_{territory}"
    if book.site_url:
        told["og:url"] = book.absolute(url)
    return join(*(tag("meta", property=key, content=value) for key, value in told.items()), *more)


def legislation(book: Book, policy: Policy, text: Revision | None, state: State, url: str) -> Html:
    """Return schema.org's Legislation as JSON-LD; a date whose day isn't known is left out rather than forced."""
    manual, agency = book.manual, book.manual.agency
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": (text.title if text and text.title else policy.title),
        "legislationIdentifier": policy.code,
        "legislationType": _TYPES.get(policy.kind, "Policy"),
        "legislationLegalForce": f"https://schema.org/{_FORCE[state]}",
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": _passed_by(book, text)},
        "publisher": {"@type": "GovernmentOrganization", "name": agency.name},
        "inLanguage": agency.language,
    }
    if agency.text("jurisdiction"):
        data["legislationJurisdiction"] = agency.text("jurisdiction")
    steward = manual.steward_of(policy)
    if steward is not None and steward.value:
        responsible = {"@type": "Organization", "name": manual.body_name(steward.value)}
        data["legislationResponsible"] = responsible
    if book.site_url:
        data |= {"@id": book.absolute(url), "url": book.absolute(url)}
    if agency.text("text_licence"):
        data["license"] = licence.address(agency.text("text_licence")) or agency.text("text_licence")
    if text is not None:
        data["version"] = text.id
        if text.computed_digest:
            named = {"@type": "PropertyValue", "propertyID": "policybook-text-1", "value": text.computed_digest}
            data["identifier"] = named
        acted, effective = text.acted, text.effective
        if acted is not None and acted.exact:
            data["legislationDate"] = data["legislationDateVersion"] = acted.text
        if effective is not None and effective.exact:
            data["legislationDateOfApplicability"] = effective.text
        if text.legal:
            data["isBasedOn"] = [{"@type": "Legislation", "name": law.cite} for law in text.legal]
    children = related.serving(manual).get(policy.folder, [])
    if children:
        data["hasPart"] = [{"@type": "Legislation", "legislationIdentifier": other.code} for other in children]
    return _script(data)


def feed(book: Book, page: str) -> Html:
    """Return how a feed reader finds the feed of the board's acts."""
    return tag(
        "link",
        rel="alternate feed",  # the theme takes a plain "alternate" for a translation of the site
        type="application/atom+xml",
        title=book.say("What the board did"),
        href=urls.relative(urls.FEED, page),
    )


def _passed_by(book: Book, text: Revision | None) -> str:
    acted = text.text("by") if text else ""
    if acted:
        return book.manual.body_name(acted)
    boards = [body.name for body in book.manual.body_list if body.kind == "board"]
    return boards[0] if boards else book.manual.agency.name


_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def _script(data: dict[str, Any]) -> Html:
    """Return JSON-LD in which no word of the record can end the script or begin a template."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    written = _STRING.sub(lambda match: match[0].replace("{", "\\u007b").replace("}", "\\u007d"), written)
    for mark in "<>&\u2028\u2029":
        written = written.replace(mark, f"\\u{ord(mark):04x}")
    return Html(f'<script type="application/ld+json">{written}</script>')
