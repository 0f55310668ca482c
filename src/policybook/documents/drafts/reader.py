"""Read an edited text from a Word, OpenDocument, Markdown or plain-text file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policybook import redline
from policybook.documents import docx, manuscript
from policybook.documents.drafts import heuristics, hints, markdown, match, plain_text
from policybook.documents.drafts.draft import Draft
from policybook.documents.manuscript import Manuscript
from policybook.errors import PolicybookError
from policybook.model import Policy, Text
from policybook.text import rich_text
from policybook.values import digest

IGNORE_BASE = "--ignore-base"
"""The option that switches these comparisons off."""
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
    if _is_word(data, name):
        found = docx.read(data, name)
        _check_base_mark(found, name, policy, base, anyway)
        read = found.accepted
        if found.rejected is not None and base is not None and not anyway:
            _compare_base(_recognised(found.rejected, base, found.ours, name), name, policy, base, taken)
        read = _recognised(read, base, found.ours, name)
    else:
        words = _words(data, name)
        read = markdown.read(words) if name.lower().endswith((".md", ".markdown")) else plain_text.read(words)
        read = _recognised(read, base, False, name)
    if not read.blocks:
        raise PolicybookError(f"{name} holds no text.")
    return match.matched(read, base, taken)


def _taken(policy: Policy | None, base: Text | None) -> set[str]:
    """Return every id that a text of the policy ever gave."""
    texts: Sequence[Text] = (*policy.revisions, *policy.presented) if policy is not None else ()
    ids = {id for text in texts for id in text.glance.ids}
    return ids | set(base.by_id) if base is not None else ids


def _is_word(data: bytes, name: str) -> bool:
    signs = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
    return name.lower().endswith((".docx", ".docm", ".doc", ".odt", ".pdf", ".rtf")) or data.startswith(signs)


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
    if len(lines) > _MOST_LINES or sum(len(rich_text.words(line)) for line in lines) > _MOST_WORDS:
        raise PolicybookError(f"{name} holds far more text than a policy. Take the policy's own text out of it.")
    return read


def _recognised(read: Manuscript, base: Text | None, ours: bool, name: str) -> Manuscript:
    """Return a text in which paragraphs without our styles are understood as well as they can be."""
    read = _limited(read, name)
    if ours:
        return read
    if base is not None:
        read = hints.apply(manuscript.of(base), read)
    return replace(read, blocks=tuple(heuristics.blocks(read.blocks)))


def _check_base_mark(found: docx.Reading, name: str, policy: Policy | None, base: Text | None, anyway: bool) -> None:
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
