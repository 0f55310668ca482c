"""Verify a saved page: compare the words of each marked text with the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from policybook.documents.html import BEGINS, ENDS, Prose, standalone
from policybook.errors import PolicybookError
from policybook.exports.links import resolver
from policybook.model import Manual, Text
from policybook.verify.result import Discrepancy, ProofResult, first_difference

_SILENT = ("script", "style", "template", "noscript")
_CONTROLS = ("button", "a")  # the generator and the script put a sign beside a provision that links to it
_SIGN = "¶"
_BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "span",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
LIMITS = (
    "Only the text was compared, as it stands in the file: not what the page says around it, and not what a script or "
    "a style may show in its place."
)


@dataclass(slots=True)
class Found:
    """A text found in a page."""

    subject: str
    digest: str
    words: list[str] = field(default_factory=list)
    ended: bool = False


def texts_in(html: str) -> list[Found]:
    """Return the texts that a page holds between the marks of a Policybook site."""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", no_network=True, huge_tree=False)
    try:
        parser.feed(html.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        reader.close()  # broken beyond reading on: what was open has no end, and so doesn't agree
    return reader.found


def verify(manual: Manual, html: str) -> ProofResult:
    """Return which revision's text the page shows, and whether it is the one on record.

    Raises PolicybookError where the page holds no text of a Policybook site.
    """
    found = texts_in(html)
    if not found:
        raise PolicybookError(
            "No policy's text is marked on this page: it isn't a page of a Policybook site that shows one, or it was "
            "saved in a way that lost the marks. Take the revision's own page, or its data (JSON)."
        )
    return sum((_text(manual, one) for one in found), ProofResult())


def _text(manual: Manual, found: Found) -> ProofResult:
    code, _, id = found.subject.partition("@")
    policy = manual.find(code) or manual.find_former(code)
    texts = _texts(manual, code, id)
    if policy is None or not texts:
        message = f"The page says that it shows revision {id} of policy {code}, which is not on record."
        return ProofResult((), (), (Discrepancy(found.subject, message),), (LIMITS,))
    name = f"revision {id} of policy {policy.code}"
    expected = [words_of(manual, text) for text in texts]
    if found.words in expected and found.ended:
        text = texts[expected.index(found.words)]
        if text.computed_digest != found.digest:
            message = f"The page shows the text of {name}, but the digest in it is of another text."
            return ProofResult((), (), (Discrepancy(found.subject, message),), (LIMITS,))
        which = "" if text is texts[0] else ", in a translation or as presented for it"
        return ProofResult((), (f"It shows the text of {name}{which}, word for word as on record.",), (), (LIMITS,))
    by_digest = [at for at, text in enumerate(texts) if text.computed_digest == found.digest]
    right = expected[by_digest[0] if by_digest else 0]
    message = (
        f"The page says that it shows {name}, but the text is not the one on record. {_difference(found.words, right)}"
    )
    return ProofResult((), (), (Discrepancy(found.subject, message),), (LIMITS,))


def _texts(manual: Manual, code: str, id: str) -> list[Text]:
    """Return the revision, its translations and its presented texts that are held."""
    policy = manual.find(code) or manual.find_former(code)
    if policy is None or id not in policy.by_id:
        return []
    found: list[Text] = [policy.by_id[id]]
    found += [text for text in policy.translations if text.revision_id == id]
    found += [text for text in policy.presented if text.revision_id == id]
    return [text for text in found if text.holds_text]


def words_of(manual: Manual, text: Text) -> list[str]:
    """Return the words that a page shows for a text on record."""
    return texts_in(standalone(text, Prose(resolver(manual, ""), text.footnotes)))[0].words


def _difference(shown: list[str], right: list[str]) -> str:
    page, record = first_difference(" ".join(shown), " ".join(right))
    return f"The first difference: the page says {page}, the record says {record}."


class _Reader:
    """Collect the words between the marks while parsing."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self._silent = 0
        self._inside = ""
        self._written: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an element."""
        marks = attributes.get("class", "").split()
        if BEGINS in marks:
            self._end(False)
            self.found.append(Found(attributes.get("data-subject", ""), attributes.get("data-digest", "")))
        elif ENDS in marks:
            self._end(True)
        if tag in _SILENT:
            self._silent += 1
        self._inside = tag
        if tag in _BREAKS:
            self._written.append(" ")

    def end(self, tag: str) -> None:
        """Handle the end of an element."""
        if tag in _SILENT and self._silent:
            self._silent -= 1
        self._inside = ""
        if tag in _BREAKS:
            self._written.append(" ")

    def data(self, words: str) -> None:
        """Handle character data."""
        if not self._silent and not (self._inside in _CONTROLS and words.strip() == _SIGN):
            self._written.append(words)

    def close(self) -> None:
        """Handle the end of the page."""
        self._end(False)

    def _end(self, ended: bool) -> None:
        """Add the collected words to the open text."""
        if self.found and not self.found[-1].ended:
            self.found[-1].words += "".join(self._written).split()
            self.found[-1].ended = ended
        self._written.clear()
