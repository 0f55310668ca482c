"""Take out of a document's blocks what is said about the text: title, table of contents, labels at top and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policybook.documents.drafts import heuristics
from policybook.documents.manuscript import Block, Manuscript
from policybook.importing import dates, labelling, lines, nesting
from policybook.importing.document import Label, Reading, tokens
from policybook.importing.facts import same_title
from policybook.importing.labels import field_of
from policybook.text import rich_text
from policybook.text.rich_text import Span

_TOP, _FOOT = 12, 40
"""How many blocks from the top, and how many from the foot, are looked at for labels."""
_CONTENTS = re.compile(r"(?:table of )?contents:?", re.IGNORECASE)
_LABELLED = re.compile(r"\s*([^:\n]{2,45}?)\s*:\s*(.*)", re.DOTALL)
_CODE = r"(?:[A-Z]{0,4}[- ]?)?[0-9]{2,5}(?:[.:-][0-9]{1,4})*(?:[- .]?(?:AR|AP|[A-Z]{1,2})-?[0-9]{0,2})?|[0-9]{1,2}:[0-9]{2,3}(?:-[A-Z]{1,2}[0-9]*)?|[A-Z]{2,6}(?:[-/][A-Z0-9]{1,4})*(?: ?\((?:LOCAL|LEGAL|REGULATION|EXHIBIT)\))?(?:-[A-Z][0-9]?)?"
_POLICY_LINE = re.compile(
    rf"\s*(?:board\s+)?(?P<kind>policy|procedure|regulation|administrative regulation|administrative procedure|bylaw|exhibit|file"
    rf"|descriptor code|policy code|code)\s*(?:no\.?|number|code|#|:)*\s*(?P<code>{_CODE})(?:\s{{2,}}(?P<rest>[A-Z][^.:;]{{2,60}}))?\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:board\s+)?(?:policy|(?:administrative\s+)?regulation|procedure|bylaw|exhibit)\s+(?:no\.?\s*)?(?:{_CODE})\s*[:–—-]\s+\S.{{2,100}}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[;|]\s*(?=(?:last\s+)?(?:adopted|revised|reviewed|approved|amended|effective|updated|readopted)\b|[A-Za-z][A-Za-z ]{2,30}:)|\s{3,}|\t",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"([^:;|]{2,45}:\s*[^\s:;|][^:;|]*?)\s+((?:policy\s+|board\s+)?(?:code|file|number|policy no\.?)\s*(?:no\.?|number|#)?\s*:[^:]*)",
    re.IGNORECASE,
)
"""A second label in a line, after the value of the first: "Policy Title: Conduct Code No.: 506"."""
_PAGE = re.compile(r"\s*page\s+\d+\s+of\s+\d+\s*", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\s*(?:approved|adopted|revised|reviewed|amended|effective|readopted|last\s+\w+)\b[\s:]", re.IGNORECASE
)


def settled(manuscript: Manuscript, reading: Reading, typed: bool = False) -> Manuscript:
    """Return the text alone; what was said about it is in `reading.labels`, and left out of the text with a reason.

    `typed` says that the labels which the blocks have were typed, not counted by a program.
    """
    if reading.ours:
        reading.leave_out(manuscript.title, "the title")
        return manuscript
    found = _apart(list(manuscript.blocks))
    found = _without_contents(found, reading)
    title, found = _without_top(manuscript.title, found, reading)
    found = _without_foot(found, reading)
    bare = [typed or not block.label for block in found]
    found = [_capitals(block) for block in labelling.lettered(found)]
    blocks = _below_real_headings(found, heuristics.blocks(found))
    deep = typed and any(block.depth > 1 for block in blocks if block.kind == "text")
    if not deep:
        blocks = nesting.nested(blocks, bare)
    return Manuscript(title, tuple(_levelled(blocks)), manuscript.notes)


def _capitals(block: Block) -> Block:
    """Return a short line in capital letters as the heading it is printed as."""
    words = said(block)
    letters = sum(sign.isalpha() for sign in words)
    if (
        block.kind != "text" or block.depth or block.form != "text" or len(block.lines) != 1 or block.mark
        or letters < 5 or len(words) > 90 or words.endswith((".", ";", ":", ",")) or "_" in words
        or not re.sub(r"\([^)]*\)", "", words).isupper()
    ):  # fmt: skip
        return block
    return replace(block, kind="heading", depth=1, lines=(rich_text.normal([Span(words)]),), opens=True)


def _apart(found: list[Block]) -> list[Block]:
    """Return blocks in which a paragraph of lines at the top or the foot, one of them a label, is a block a line."""
    apart: list[Block] = []
    for at, block in enumerate(found):
        edge = at < _TOP or at >= len(found) - _FOOT
        if (
            edge
            and block.kind == "text"
            and len(block.lines) > 1
            and any(_is_label(rich_text.words(line)) for line in block.lines)
        ):
            apart += [replace(block, lines=(line,), form="text", opens=True) for line in block.lines]
        else:
            apart.append(block)
    return apart


def _is_label(words: str) -> bool:
    return lines.is_label(words) or bool(_POLICY_LINE.fullmatch(words))


def _below_real_headings(before: list[Block], after: list[Block]) -> list[Block]:
    """Return blocks in which a bold line that was taken for a heading stands under the last heading that is one."""
    level = 0
    found = []
    for old, new in zip(before, after, strict=True):
        if old.kind == "heading":
            level = old.depth
        elif new.kind == "heading":
            new = replace(new, depth=level + 1)
        found.append(new)
    return found


def said(block: Block) -> str:
    """Return the words of a block without its label."""
    return " ".join(" ".join(rich_text.words(line).split()) for line in block.lines)


def _without_contents(found: list[Block], reading: Reading) -> list[Block]:
    """Leave out a table of contents whose entries are headings further on."""
    for at, block in enumerate(found[:20]):
        if block.kind == "table" or not _CONTENTS.fullmatch(said(block)):
            continue
        headings = {said(one).casefold() for one in found[at + 1 :] if one.kind == "heading"}
        end = at + 1
        while end < len(found) and found[end].kind == "text" and (found[end].depth or _entry(found[end]) in headings):
            end += 1
        entries = found[at + 1 : end]
        if entries and sum(_entry(one) in headings for one in entries) >= 0.6 * len(entries):
            for one in found[at:end]:
                reading.leave_out(f"{one.label or one.mark} {said(one)}", "table of contents")
            return found[:at] + found[end:]
    return found


def _entry(block: Block) -> str:
    """Return the words of an entry in a table of contents without its page number."""
    return re.sub(r"[\s.…]*\d*$", "", said(block)).casefold()


_ALSO = re.compile(rf"(?P<code>{_CODE})\s+also:?\s+(?P<also>{_CODE})", re.IGNORECASE)


def _also(words: str, reading: Reading) -> bool:
    """Take a line with two codes: "AC Also: JB"."""
    match = _ALSO.fullmatch(words)
    if not match or not match["code"].isupper():
        return False
    reading.labels += [Label("Code", match["code"], "top"), Label("Also", match["also"], "top")]
    reading.leave_out(words, "taken for the code")
    return True


_SERIES = re.compile(
    r"(?:the )?(?:board of (?:directors|education|trustees)|school board|administration|instruction(?: program)?|students?"
    r"|community relations|(?:school-)?community(?: relations)?|personnel|staff|management support|business(?: services)?"
    r"|fiscal management|noninstructional operations|operations|support services|philosophy|bylaws of the board"
    r"|foundations and basic commitments|general school administration|facilities(?: development)?|negotiations)",
    re.IGNORECASE,
)


def _without_top(title: str, found: list[Block], reading: Reading) -> tuple[str, list[Block]]:
    """Return the title and the blocks without the labels, the title and the series at the top."""
    if title and _code_alone(title):
        title = ""
    named = _title_of(reading)
    fallback = ""
    if title and not _contains(reading, title):
        title, fallback = "", title
    kept: list[Block] = []
    if title and named and not same_title(title, named, _code_of(reading)) and _contains(reading, title):
        kept.append(Block("heading", (rich_text.normal([Span(title)]),), 1, True))
        title = ""
    stated, at = title or named, 0
    while at < min(_TOP, len(found)):
        block = found[at]
        words = f"{block.label} {said(block)}".strip()
        stated = stated or _title_of(reading)
        if block.kind == "table":
            if not label_table(block, reading):
                break
        elif (
            _pages(words, reading)
            or _policy_line(words, reading, "top")
            or _also(words, reading)
            or (block.kind == "text" and _taken(block, reading, "top"))
        ):
            pass
        elif stated and same_title(words, stated, _code_of(reading)) and same_title(stated, words, _code_of(reading)):
            reading.leave_out(words, "the title")
        elif not stated and _SERIES.fullmatch(words) and _titles(found, at + 1):
            reading.labels.append(Label("Section", words, "top"))
            reading.leave_out(words, "taken for the series")
        elif not stated and _is_title(block, found, at):
            stated = words
            reading.leave_out(words, "the title")
        else:
            break
        at += 1
    if title and not any(one.reason == "the title" for one in reading.left_out) and _contains(reading, title):
        reading.leave_out(title, "the title")
    return stated or fallback, [*kept, *found[at:]]


def _title_of(reading: Reading) -> str:
    return next((one.value for one in reading.labels if field_of(one.name) == "title" and one.value.strip()), "")


def _code_of(reading: Reading) -> str:
    return next((one.value.strip() for one in reading.labels if field_of(one.name) == "code"), "")


def _code_alone(title: str) -> bool:
    return bool(re.fullmatch(_CODE, title.strip())) and (title.isupper() or any(sign.isdigit() for sign in title))


def _contains(reading: Reading, words: str) -> bool:
    """Return whether the document's words hold these, one after the other."""
    wanted = tokens(words)
    return any(reading.words[at : at + len(wanted)] == wanted for at in range(len(reading.words) - len(wanted) + 1))


def _titles(found: list[Block], at: int) -> bool:
    """Return whether a title stands at a place, or after a label there."""
    return any(_is_title(found[place], found, place) for place in range(at, min(at + 2, len(found))))


def _is_title(block: Block, found: list[Block], at: int) -> bool:
    """Return whether a block near the top can only be the title: a heading above all others, or a line set off."""
    words = said(block)
    if not words or len(words) > 150 or block.kind == "table" or block.depth > (1 if block.kind == "heading" else 0):
        return False
    if block.kind == "heading":
        later = found[at + 1 : at + 2]
        alone = sum(one.kind == "heading" and one.depth <= block.depth for one in found) == 1
        return alone or (bool(later) and later[0].kind == "heading") or block.depth == 1
    if len(block.lines) > 1 or words.endswith((".", ";", ",", ":")):
        return False
    strong = all(span.strong for line in block.lines for span in line if span.text.strip())
    return (strong or words.isupper()) and not block.mark


def _pages(words: str, reading: Reading) -> bool:
    if not _PAGE.fullmatch(words):
        return False
    reading.leave_out(words, "page number")
    return True


_UPDATE = re.compile(
    r"(?P<update>UPDATE \d{1,3})|(?P<code>[A-Z]{2,4} ?\((?:LOCAL|LEGAL|REGULATION|EXHIBIT)\))-[A-Z]{1,3}\d{0,2}"
)


def _update(words: str, reading: Reading) -> bool:
    """Take the lines with which an association's numbered update ends a text: "UPDATE 93", "FFI(LOCAL)-A1"."""
    match = _UPDATE.fullmatch(words)
    if match is None:
        return False
    reading.labels.append(Label("Code", match["code"], "foot") if match["code"] else Label("Note", words, "foot"))
    reading.leave_out(words, "taken for the code" if match["code"] else "taken for a note")
    return True


def _policy_line(words: str, reading: Reading, where: str) -> bool:
    """Take a line that names the policy: "Policy No. 3210", "File: JF", "Procedure 3210P – Students"."""
    policy = _POLICY_LINE.fullmatch(words)
    if not policy or not any(sign.isdigit() or sign.isupper() for sign in policy["code"]):
        return False
    if not re.search("[0-9]", policy["code"]) and not policy["code"].isupper():
        return False
    reading.labels.append(Label(policy["kind"], policy["code"], where))
    if policy["rest"]:
        reading.labels.append(Label("Section" if _SERIES.fullmatch(policy["rest"]) else "Title", policy["rest"], where))
    reading.leave_out(words, "taken for the code")
    return True


def _without_foot(found: list[Block], reading: Reading) -> list[Block]:
    """Return blocks without the labels at the foot: dates, legal references, cross references with the lines under them."""
    start = _foot(found)
    kept: list[Block] = []
    section = ""
    for block in found[start:]:
        words = f"{block.label} {said(block)}".strip()
        if block.kind == "table":
            section = "" if label_table(block, reading) else section
            if section or not _is_label_table(block):
                kept.append(block)
        elif (
            _pages(words, reading)
            or _update(words, reading)
            or (len(words) < 40 and _policy_line(words, reading, "foot"))
        ):
            continue
        elif _taken(block, reading, "foot"):
            section = _section(block)
        elif (
            section
            and block.kind == "text"
            and (_only_dates(words) if field_of(section) in _DATED else len(words) <= 400)
        ):
            reading.labels.append(Label(section, words, "foot"))
            reading.leave_out(f"{block.mark} {words}", f"taken for {section}")
        else:
            section = ""
            kept.append(block)
    return found[:start] + kept


def _foot(found: list[Block]) -> int:
    """Return where what is said about the text begins: from there on stand labels, and short lines under them."""
    start, loose = len(found), 0
    for at in range(len(found) - 1, max(-1, len(found) - _FOOT), -1):
        block = found[at]
        if block.kind == "table":
            if not _is_label_table(block):
                loose += 3
            else:
                start, loose = at, 0
        elif _opens(block):
            start, loose = at, 0
        else:
            loose += 1 if block.kind == "text" and len(said(block)) <= 250 else 4
        if loose > 30 or (loose >= 4 and start == len(found) and block.kind == "heading"):
            break
    return start


def _section(block: Block) -> str:
    """Return the label under which the next lines go on, where this one opens a list."""
    match = _LABELLED.fullmatch(said(block)) or re.fullmatch(r"(.+?)()", said(block))
    name = match[1] if match else ""
    if field_of(name) in _DATED:
        return name.strip(" *:") if match and not match[2].strip() else ""
    return name.strip(" *:") if field_of(name) in ("legal", "references", "resources", "model") else ""


_DATED = ("adopted", "revised", "reviewed", "mixed")
"""The labels whose dates may stand in the lines below."""


def _only_dates(words: str) -> bool:
    """Return whether a line holds dates and nothing else."""
    rest = words
    for one in dates.find(words, False, 2100):
        rest = rest.replace(one.words, " ", 1)
    return rest != words and not re.search(r"\w", rest)


def _opens(block: Block) -> bool:
    """Return whether a block at the foot begins what is said about the text."""
    words = said(block)
    if _SIGNED.match(words) and len(words) < 200 and any(sign.isdigit() for sign in words):
        return all(field_of(name) for name, _ in pairs(words)) and bool(pairs(words))
    match = _LABELLED.fullmatch(words)
    name = match[1] if match else words
    return (
        len(words) < 1200
        and bool(field_of(name))
        and (match is not None or field_of(name) in ("legal", "references", "resources"))
    )


def _taken(block: Block, reading: Reading, where: str) -> bool:
    """Take the labels of one block; return whether it holds nothing else."""
    words = f"{block.label} {said(block)}".strip()
    listed = [rich_text.words(line).strip() for line in block.lines] if len(block.lines) > 1 else [words]
    found = [pair for line in listed for pair in pairs(line)]
    if not found or not all(field_of(name) for name, _ in found):
        return False
    fields = {field_of(name) for name, _ in found}
    if where == "top" and fields <= {"title", "steward", "legal"} and len(words) > 150:
        return False
    reading.labels += [Label(name, value, where) for name, value in found]
    reading.leave_out(f"{block.mark} {words}", f"taken for {', '.join(dict.fromkeys(name for name, _ in found))}")
    return True


def names_policy(words: str) -> bool:
    """Return whether a line names a policy by its code and title: "Policy 5131: Conduct"."""
    return bool(_NAMED.fullmatch(" ".join(words.split())))


def pairs(line: str) -> list[tuple[str, str]]:
    """Return labels and values of a line: "Adopted: 10.99; revised 08/08/2008" has two."""
    found: list[tuple[str, str]] = []
    second = _SECOND.fullmatch(line)
    if second is not None:
        return [*pairs(second[1]), *pairs(second[2])]
    for part in _BETWEEN.split(line):
        match = _LABELLED.fullmatch(part)
        if match is None:
            match = re.fullmatch(
                r"\s*((?:first\s+|last\s+|second\s+)?(?:adopted|revised|reviewed|approved|amended|updated|effective|readopted|reading))"
                r"(?:\s+(?:on|by the board|by the board of directors|date))*[\s,]+(\S.*\d.*)",
                part,
                re.IGNORECASE,
            )
        if match is None:
            if field_of(part.strip()) in ("legal", "references", "resources"):
                found.append((part.strip(), ""))
                continue
            return []
        found.append((match[1].strip(), match[2].strip()))
    return found


_LISTED_IN = {
    "state": "Legal References", "federal": "Legal References", "legal references": "Legal References",
    "legal reference": "Legal References", "cross references": "Cross References", "cross reference": "Cross References",
    "related policies": "Cross References", "management resources": "Management Resources", "resources": "Management Resources",
}  # fmt: skip
"""What the head of a table of two columns says of its rows, where "Description" heads the second."""


def _cells(block: Block) -> list[list[str]]:
    rows = [[" ".join(rich_text.words(cell).split()) for cell in row] for row in block.rows]
    return [row for row in rows if any(row)]


def _listing(block: Block) -> str:
    """Return what a table of references lists, or an empty text."""
    rows = _cells(block)
    head = [cell.rstrip(":").casefold() for cell in rows[0]] if rows else []
    return _LISTED_IN.get(head[0], "") if len(head) == 2 and head[1] in ("description", "title", "subject") else ""


def _is_label_table(block: Block) -> bool:
    if _listing(block):
        return True
    rows = _cells(block)
    named = [row for row in rows if len(row) >= 2 and (field_of(row[0].rstrip(": ")) or not row[0])]
    known = sum(bool(field_of(row[0].rstrip(": "))) for row in rows)
    return (
        0 < len(rows) <= 40
        and all(len(row) == 2 for row in rows)
        and (bool(field_of(rows[0][0].rstrip(": "))) or known >= max(3, 0.6 * len(rows)))
        and len(named) >= max(1, 0.4 * len(rows))
    )


def label_table(block: Block, reading: Reading) -> bool:
    """Take a table of two columns, labels and values; return whether it is one."""
    if block.kind != "table" or not _is_label_table(block):
        return False
    listing = _listing(block)
    label = ""
    for at, (name, value) in enumerate(_cells(block)):
        reading.leave_out(f"{name} {value}", "taken from a table of facts")
        other = (
            _LISTED_IN.get(name.rstrip(":").casefold(), "")
            if value.casefold() in ("description", "title", "subject")
            else ""
        )
        if listing:
            if other:
                listing = other
            elif at:
                reading.labels.append(Label(listing, f"{name} {value}".strip(), "table"))
            continue
        label = name.rstrip(": ") or label
        reading.labels.append(Label(label, value, "table"))
    return True


def _levelled(blocks: list[Block]) -> Iterator[Block]:
    """Yield blocks whose headings begin at the first level and skip none."""
    open_: list[int] = []
    for block in blocks:
        if block.kind == "heading":
            while open_ and open_[-1] >= block.depth:
                open_.pop()
            open_.append(block.depth)
            block = replace(block, depth=min(len(open_), 4))
        yield block


def all_words(block: Block) -> Iterator[str]:
    """Yield what is printed of a block, its label first."""
    if block.label or block.mark:
        yield block.label or block.mark
    yield from (rich_text.words(line) for line in block.lines)
    yield from (rich_text.words(cell) for row in block.rows for cell in row)
