"""Build the permanent addresses of the site from codes and ids, never from titles."""

from __future__ import annotations

from policybook.due.obligation import Obligation
from policybook.values import codes

HOME = ""
ACCOUNTABILITY = "accountability/"
CALENDAR = "accountability/calendar/"
REVIEWS_ICS = "accountability/calendar/reviews.ics"
BODIES = "bodies/"
CHANGES = "changes/"
FEED = "changes/feed.xml"
CHECKS = "checks/"
DATA = "data/"
DATA_INDEX = "data/index.json"
DUTIES = "duties/"
DUTIES_JSON = "duties/duties.json"
LAW = "law/"
HELP = "help/"
HELP_PROPOSE = "help/propose/"
HELP_ACCESSIBILITY = "help/accessibility/"
HELP_LICENCE = "help/licence/"
SOURCES = "sources/"
STATUS = "status/"
SCHEMAS = "schemas/"
SEARCH = "search/"


def policy(code: str) -> str:
    """Return the address of the text in force."""
    return f"policies/{codes.address(code)}/"


def obligation(one: Obligation) -> str:
    """Return where an obligation is shown: at the strategy to review, or on the policy's page."""
    return f"{policy(one.policy.code)}#strategy-{one.strategy.id}" if one.strategy else policy(one.policy.code)


def accountability_from(code: str) -> str:
    """Return the address of the part of the accountability pages that begins with a policy."""
    return f"{ACCOUNTABILITY}from/{codes.address(code)}/"


def revision(code: str, id: str) -> str:
    """Return the address of one revision, for ever."""
    return f"{policy(code)}{id}/"


def redline(code: str, id: str) -> str:
    """Return the address of a revision's redline against the text before it."""
    return f"{policy(code)}{id}/changes/"


def comparison(code: str, old: str, new: str) -> str:
    """Return the address of the redline between any two revisions."""
    return f"{policy(code)}{new}/changes/{old}/"


def proposal(code: str, id: str) -> str:
    """Return the address of a proposal while it isn't adopted; later it leads to the revision."""
    return f"{policy(code)}proposed/{id}/"


def translation(code: str, language: str) -> str:
    """Return the address of a policy's translation."""
    return f"{policy(code)}{language}/"


def policy_data(code: str) -> str:
    """Return the address of a policy as JSON."""
    return f"{DATA}policies/{codes.address(code)}.json"


def revision_data(code: str, id: str) -> str:
    """Return the address of a revision as JSON."""
    return f"{DATA}policies/{codes.address(code)}/{id}.json"


def revision_as(code: str, id: str, form: str) -> str:
    """Return the address of a revision's text in a form to take away, which ends its name: akn.xml, docx, pdf."""
    return f"{DATA}policies/{codes.address(code)}/{id}.{form}"


def check(id: str) -> str:
    """Return the address of a check's page."""
    return f"{CHECKS}{id}/"


def source(id: str) -> str:
    """Return the address of a source."""
    return f"{SOURCES}{id}/"


def body(id: str) -> str:
    """Return the address of a body."""
    return f"{BODIES}{id}/"


def duties(whom: str) -> str:
    """Return the address of the duties of a body, by its id."""
    return f"{DUTIES}{whom}/"


def relative(target: str, page: str) -> str:
    """Return the address `target` as seen from the page at `page`; both are relative to the site."""
    return "../" * page.count("/") + target or "./"
