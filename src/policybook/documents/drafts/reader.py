"""Read an edited text from a Word, OpenDocument, Markdown or plain-text file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policybook import redline
from policybook.documents import docx, manuscript, odt
from policybook.documents.docx import base_mark
from policybook.documents.drafts import front_matter, heuristics, hints, markdown, match, plain_text
from policybook.documents.drafts.draft import Draft
from policybook.documents.manuscript import Manuscript
from policybook.errors import PolicybookError
from policybook.model import Policy, Text
from policybook.text import rich_text
from policybook.values import digest

IGNORE_BASE = "--ignore-base"
"""The option that switches these comparisons off."""
_LEAST_SHARED = 0.12
"""The share of the shorter text's words that the other must have to be taken for a version of it."""
_FEWEST = 12
_MOST_BYTES = 5 * 1024 * 1024
_MOST_LINES = 10_000
_MOST_WORDS = 500_000
"""Characters: several times the longest policy known; a revision's file holds a megabyte."""


class AnotherBase(PolicybookError):
    """The file began from another text than the one it would change."""

    def __init__(self, words: str, name: str, policy: Policy | None, base: Text, began: Text) -> None:
        super().__init__(words)
        self.marked = redline.between(base, began)
        """What leads from the text it would change to the one the file began from."""
        self.ends = redline.Ends(
            policy.code if policy is not None else "",
            redline.End("base", "the text it would change", base.title),
            redline.End("file", f"the text that {name} began from", began.title),
        )


def read(data: bytes, name: str, policy: Policy | None, base: Text | None, anyway: bool = False) -> Draft:
    """Return the edited text in the file called `name`, matched to `base`, the text that it would change.

    Raises PolicybookError for a file that can't be read, and `AnotherBase` where the file says that it began from
    another text, unless it is to be taken `anyway`.
    """
    taken = _taken(policy, base)
    notices: tuple[str, ...] = ()
    if _is_odt(data, name):
        found = _odt(data, name)
        _check_base_mark(found, name, policy, base, anyway)
        read, front = _recognised(found.accepted, policy, base, False, name)
        notices = found.notices + front
    elif _is_word(data, name):
        found = docx.read(data, name)
        _check_base_mark(found, name, policy, base, anyway)
        read = found.accepted
        if found.rejected is not None and base is not None and not anyway:
            before, _ = _recognised(found.rejected, policy, base, found.ours, name)
            _compare_base(before, name, policy, base, taken)
        read, front = _recognised(read, policy, base, found.ours, name)
        notices = found.notices + front
    else:
        words = _words(data, name)
        read = markdown.read(words) if name.lower().endswith((".md", ".markdown")) else plain_text.read(words)
        read, notices = _recognised(read, policy, base, False, name)
    if not read.blocks:
        raise PolicybookError(f"{name} holds no text.")
    draft = match.matched(read, base, taken)
    if base is not None and not anyway:
        _check_likeness(draft, name, policy, base)
    return replace(draft, notices=notices)


def _check_likeness(draft: Draft, name: str, policy: Policy | None, base: Text) -> None:
    """Raise AnotherBase where a file shares almost no words with the text that it would change."""
    new, old = _vocabulary(draft.text()), _vocabulary(base)
    if min(len(new), len(old)) < _FEWEST or len(new & old) >= _LEAST_SHARED * min(len(new), len(old)):
        return
    code = policy.code if policy is not None else ""
    raise AnotherBase(
        f"{name} shares almost no words with policy {code}, {base.title}: is it the right file? Shown is how the texts "
        f"differ. Where the policy is to be rewritten from the ground up, give {IGNORE_BASE}.",
        name,
        policy,
        base,
        draft.text(),
    )


def _vocabulary(text: Text) -> set[str]:
    """Return the words of a text that carry its sense: those of five letters or more."""
    said = (f"{one.heading} {one.prose} {one.rows}" for one in text.all_provisions)
    return {word for part in said for word in re.findall(r"[^\W\d_]{5,}", part.casefold())}


def _taken(policy: Policy | None, base: Text | None) -> set[str]:
    """Return every id that a text of the policy ever gave."""
    texts: Sequence[Text] = (*policy.revisions, *policy.presented) if policy is not None else ()
    ids = {id for text in texts for id in text.index.ids}
    return ids | set(base.by_id) if base is not None else ids


def _is_odt(data: bytes, name: str) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    return name.lower().endswith(".odt") or b"application/vnd.oasis.opendocument.text" in data[:200]


def _odt(data: bytes, name: str) -> docx.WordDocument:
    """Return an OpenDocument text as a Word file is read: tracked changes are taken as accepted."""
    listener = _LeftOut()
    try:
        read = odt.read(data, listener)
    except PolicybookError as error:
        raise PolicybookError(f"{name} can't be read. {error}") from error
    mark = base_mark.parse(*odt.marks(data))
    named = any(block.id or block.holder for block in read.blocks)
    return docx.WordDocument(read, None, mark, False, named, () if mark.found else tuple(listener.notices))


class _LeftOut(odt.Silent):
    """Keeps a sentence for each part of a file that is left out."""

    def __init__(self) -> None:
        self.notices: list[str] = []

    def leave_out(self, words: str, reason: str) -> None:
        """Keep the sentence for words that are left out."""
        if words.strip():
            self.notices.append(f"The {reason} is left out: ‘{' '.join(words.split())[:60]}’.")


def _is_word(data: bytes, name: str) -> bool:
    signs = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
    return name.lower().endswith((".docx", ".docm", ".doc", ".pdf", ".rtf")) or data.startswith(signs)


def _words(data: bytes, name: str) -> str:
    if len(data) > _MOST_BYTES:
        raise PolicybookError(f"{name} is larger than {_MOST_BYTES // 1024 // 1024} MB, which no policy needs.")
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PolicybookError(f"{name} is neither a Word file nor text in UTF-8; save it as .docx.") from error
    if any(sign < " " and sign not in "\t\n\r\f\v" for sign in words):
        raise PolicybookError(f"{name} holds characters that no text has; save it as .docx or as plain text.")
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _limited(read: Manuscript, name: str) -> Manuscript:
    """Return a text as it is; raise PolicybookError where it is longer than a revision's file may be."""
    lines = [line for block in read.blocks for line in (*block.lines, *(cell for row in block.rows for cell in row))]
    lines += read.notes.values()
    if len(lines) > _MOST_LINES or sum(len(rich_text.words(line)) for line in lines) > _MOST_WORDS:
        raise PolicybookError(f"{name} holds far more text than a policy. Take the policy's own text out of it.")
    return read


def _recognised(
    read: Manuscript, policy: Policy | None, base: Text | None, ours: bool, name: str
) -> tuple[Manuscript, tuple[str, ...]]:
    """Return a text in which paragraphs without our styles are understood as well as they can be, and notices."""
    read = _limited(read, name)
    if ours:
        return read, ()
    title = base.title if base is not None else ""
    read, front = front_matter.take_out(_titled(read), sorted(policy.names) if policy is not None else (), title)
    notices = tuple(f"Left out, since the record holds it elsewhere: ‘{line}’." for line in front)
    if base is not None:
        read = hints.apply(manuscript.of(base), read)
    return replace(read, blocks=tuple(heuristics.blocks(read.blocks))), notices


def _titled(read: Manuscript) -> Manuscript:
    """Return a text whose lone heading of the first level, at its beginning, is its title, as on a web page."""
    tops = [block for block in read.blocks if block.kind == "heading" and block.depth == 1]
    if read.title or len(tops) != 1 or read.blocks[0] is not tops[0] or tops[0].id:
        return read
    rest = read.blocks[1:]
    above = min((block.depth for block in rest if block.kind == "heading"), default=1) - 1
    if not above:
        return read
    raised = (replace(block, depth=block.depth - above) if block.kind == "heading" else block for block in rest)
    return replace(read, title=" ".join(rich_text.words(line) for line in tops[0].lines), blocks=tuple(raised))


def _check_base_mark(
    found: docx.WordDocument, name: str, policy: Policy | None, base: Text | None, anyway: bool
) -> None:
    """Compare what a file of ours says it was made from with what it would change."""
    mark = found.base
    if mark.packet:
        raise PolicybookError(
            f"{name} is a packet. Edit the text alone: `policybook export docx {policy.code if policy else 'CODE'}` writes it."
        )
    if policy is None or anyway:
        return
    if not mark.found:
        if found.has_ids and found.rejected is None and base is not None:
            raise PolicybookError(
                f"{name} was made by Policybook, but it no longer says from which text: a program that saved it left that out. "
                f"Export the text again (`policybook export docx {policy.code}`) and redo the edits in it, or give "
                f"{IGNORE_BASE} to take the file's text as it stands, whatever became of the policy since."
            )
        return
    codes = {code.casefold() for code in policy.names}
    others = sorted(code for code in mark.codes if code.casefold() not in codes)
    if others:
        raise PolicybookError(f"{name} was made from policy {others[0]}, not from {policy.code}.")
    if base is None or mark.means(base.computed_digest):
        return
    held = next((text for text in policy.revisions if text.computed_digest and mark.means(text.computed_digest)), None)
    if held is None:
        raise PolicybookError(
            f"{name} was made from a text of policy {policy.code} that is no longer on record. "
            "Export it again and redo the edits."
        )
    raise AnotherBase(
        f"{name} was made from revision {held.id} of policy {policy.code}, which is not the text it would change. {_TO_DO}",
        name,
        policy,
        base,
        held,
    )


def _compare_base(before: Manuscript, name: str, policy: Policy | None, base: Text, taken: set[str]) -> None:
    """Compare the text before the tracked changes with the one it would change."""
    began = match.matched(before, base, taken).text()
    if _canonical(began) != _canonical(base):
        code = f" of policy {policy.code}" if policy is not None else ""
        raise AnotherBase(
            f"Without its tracked changes, {name} isn't the text in force{code}. {_TO_DO}", name, policy, base, began
        )


_TO_DO = (
    "Shown is how that text differs. Export the text in force (`policybook export docx`) and redo the edits in it, "
    f"or give {IGNORE_BASE} to take the file's text as it stands: what was changed since is then lost unless the file has it."
)


def _canonical(text: Text) -> bytes:
    return digest.canonical(text.title, text.data["text"], text.footnotes)
