"""What can be taken away: the manual as data, its schemas, the feed and the calendar."""

from __future__ import annotations

from policybook.exports import urls
from policybook.model import Policy
from policybook.site import metadata
from policybook.site.components.tables import items, link, paragraph, separated, table
from policybook.site.context import Book, shown
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag


def page(book: Book) -> Page:
    """Return the page."""
    say, url = book.say, urls.DATA
    title = say("Data and downloads")
    rows = [
        (
            link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), url),
            separated(_data(book, policy, url)),
        )
        for policy in book.manual
    ]
    name = say("Each policy")
    body = blocks(
        heading(1, join(title)),
        paragraph(
            say("Everything on this site can be taken away as data and used for any purpose that the licence allows."),
            " ",
            link(say("Licence"), urls.HELP_LICENCE, url),
        ),
        items(
            [
                join(link("index.json", urls.DATA_INDEX, url), ": ", say("all policies, with what stands today")),
                join(link("feed.xml", urls.FEED, url), ": ", say("what the board did and what is proposed (Atom)")),
                join(
                    link("reviews.ics", urls.REVIEWS_ICS, url),
                    ": ",
                    say("when reviews and monitoring are due (iCalendar)"),
                ),
                join(
                    tag("a", "data.schema.json", href=urls.relative(f"{urls.SCHEMAS}published/data.schema.json", url)),
                    ": ",
                    say("what the JSON files look like (JSON Schema)"),
                ),
                join(
                    tag("a", "policy.schema.json", href=urls.relative(f"{urls.SCHEMAS}policy.schema.json", url)),
                    ", ",
                    tag("a", "revision.schema.json", href=urls.relative(f"{urls.SCHEMAS}revision.schema.json", url)),
                    " …: ",
                    say("what the files of the record look like (JSON Schema)"),
                ),
            ]
        ),
        heading(2, join(name), "policies"),
        paragraph(say("Each file names the files of its revisions, with their texts and digests.")),
        table((say("Policy"), say("Data")), rows, name),
    )
    description = say("The manual of {agency} as data.", agency=book.manual.agency.name)
    return Page(url, title, description, body, head=metadata.of_page(book, url, title, description))


def _data(book: Book, policy: Policy, url: str) -> list[Html]:
    """Return links to a policy's data, and to the text that its page shows."""
    text, _ = shown(policy, book.manual)
    found = [link("JSON", urls.policy_data(policy.code), url)]
    if text is not None and text.holds_text:
        found.append(link("Akoma Ntoso", urls.revision_as(policy.code, text.id, "akn.xml"), url))
    return found
