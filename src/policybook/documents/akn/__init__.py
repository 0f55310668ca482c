"""Write a revision as Akoma Ntoso 3.0, the OASIS standard for legislative documents."""

from __future__ import annotations

from xml.etree import ElementTree

from policybook.documents.akn import body, meta, xml
from policybook.documents.akn.xml import element
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision

UNKNOWN_COUNTRY = "zz"
"""ISO 3166 leaves this code to its users; libraries write it where the country isn't known."""


def of_revision(manual: Manual, policy: Policy, revision: Revision, country: str = UNKNOWN_COUNTRY) -> bytes:
    """Return a revision as an Akoma Ntoso document: an `act`, or a `bill` while it is only proposed.

    Raises PolicybookError where the text isn't held.
    """
    if not revision.holds_text:
        raise PolicybookError(f"The text of revision {revision.id} of policy {policy.code} isn't held.")
    found = body.of_text(manual, revision, country)
    return document(manual, policy, revision, found, country)


def document(
    manual: Manual, policy: Policy, revision: Revision, found: ElementTree.Element, country: str = UNKNOWN_COUNTRY
) -> bytes:
    """Return a whole document around a `body`, with what is on record of the act."""
    kind = "act" if revision.done else "bill"
    heading = element("docTitle", revision.title or policy.title)
    preface = element("preface", element("p", element("docNumber", policy.code), " ", heading))
    root = element(
        kind, meta.of(manual, policy, revision, country), preface, found, name=policy.kind, contains="singleVersion"
    )
    return xml.written(element("akomaNtoso", root))
