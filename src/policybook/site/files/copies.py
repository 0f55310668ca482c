"""Each text to take away: as Akoma Ntoso always, as Word file and tagged PDF where the site's settings ask for it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import replace

from policybook import redline
from policybook.documents import akn
from policybook.due import wording
from policybook.errors import PolicybookError
from policybook.exports import urls
from policybook.model import Policy, Revision
from policybook.site.components import proposals
from policybook.site.context import Book
from policybook.text import catalogs
from policybook.text.i18n import Say

_LIBRARIES = {"docx": "docx", "pdf": "typst"}


def require(forms: Iterable[str]) -> None:
    """Raise PolicybookError where what makes one of the `forms` isn't installed."""
    missing = [form for form in forms if importlib.util.find_spec(_LIBRARIES[form]) is None]
    if missing:
        raise PolicybookError(
            f"`downloads:` in mkdocs.yml asks for {' and '.join(missing)}, which needs an extra part of Policybook "
            "that isn't installed: pip install 'policybook[word,pdf]', or leave the option out."
        )


def of(book: Book, policy: Policy, revision: Revision) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of each form of a revision's text; nothing where the text isn't held.

    Raises PolicybookError, with the text's name, where one can't be made.
    """
    if not revision.holds_text:
        return
    yield urls.revision_as(policy.code, revision.id, "akn.xml"), akn.of_revision(book.manual, policy, revision)
    for form in book.downloads:
        try:
            yield from _heavy(book, policy, revision, form)
        except PolicybookError as error:
            raise PolicybookError(f"Revision {revision.id} of policy {policy.code} as {form}: {error}") from error


def _heavy(book: Book, policy: Policy, revision: Revision, form: str) -> Iterator[tuple[str, bytes]]:
    where = urls.revision_as(policy.code, revision.id, form)
    if form == "pdf":
        yield where, _pdf(book, policy, revision)
        return
    from policybook.documents import docx

    yield where, docx.clean(revision, docx.about(book.manual, policy, revision))
    base = None if revision.done else proposals.base(book, policy, revision)
    if base is not None and base.holds_text:
        about = docx.about(book.manual, policy, revision, base)
        marked = redline.between(base, revision)
        yield urls.revision_as(policy.code, revision.id, "redline.docx"), docx.redlined(marked, about)


def _pdf(book: Book, policy: Policy, revision: Revision) -> bytes:
    """Return the clean copy; it speaks the language of the text, whatever that of the site."""
    from policybook.documents import docx, pdf

    agency, say = book.manual.agency, catalogs.say(book.manual.agency.language)
    notices = [
        say("This is fiction.") if agency.fiction else "",
        "" if agency.official else say("This is an unofficial copy."),
        _standing(replace(book, say=say), policy, revision),
    ]
    proof = f"{say('Digest of the text:')} {revision.computed_digest}"
    about = docx.about(book.manual, policy, revision)
    under = " · ".join(part for part in (agency.name, _act(revision, say)) if part)
    return pdf.clean(revision, about, under, [notice for notice in notices if notice], proof)


def _act(revision: Revision, say: Say) -> str:
    if not revision.done:
        return ""
    action = say(wording.ACTIONS[revision.action])
    return say("{action} {date}", action=action, date=wording.when(revision, say))


def _standing(book: Book, policy: Policy, revision: Revision) -> str:
    """Return what the text is on the manual's day: a paper can't change with its reader's."""
    say, today = book.say, book.manual.as_of
    if revision.outcome:
        return say("This proposal was not adopted: {outcome}.", outcome=proposals.stage(book, revision))
    if not revision.done:
        return say("Proposed. Not adopted, not in force.")
    states = [say(wording.STATES[state]) for state in policy.states(revision, today)]
    said = states[0] if len(states) == 1 else say("perhaps {words}", words=say(", or ").join(states))
    return say("On {date}: {standing}.", date=say.day(today), standing=said)
