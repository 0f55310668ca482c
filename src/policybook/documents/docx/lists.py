"""Write lists that Word numbers itself, so that a new item gets its label and the others count on."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Any

from policybook.documents.docx import names
from policybook.documents.docx.document import WordFile
from policybook.documents.docx.elements import element
from policybook.values import labels as numbering

_FORMATS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman")
_COUNTER = re.compile(r"[0-9]+|[A-Za-z]+")
_ONWARD = ("1.", "(a)", "i.", "A.")


def spell(number: int, form: str) -> str:
    """Return a number as Word spells it in one of its formats, or plainly where the format isn't known."""
    number = max(number, 0)
    if form in ("lowerLetter", "upperLetter") and number:
        letter = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = next(islice(numbering.labels("i"), number - 1, None))
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return str(number).zfill(2)
    return "" if form == "none" else str(number)


def automatic(labels: list[str]) -> tuple[str, str, int] | None:
    """Return Word's format, pattern and first number for a list with these labels, or None where Word can't.

    Word counts z, aa, bb where a record counts z, aa, ab; such a list keeps its labels as words.
    """
    match = _COUNTER.search(labels[0]) if labels else None
    if match is None or "%" in labels[0]:
        return None
    pattern = labels[0][: match.start()] + "%1" + labels[0][match.end() :]
    for form in _FORMATS:
        for first in _numbers(match[0]):
            if all(pattern.replace("%1", spell(first + at, form)) == label for at, label in enumerate(labels)):
                return form, pattern, first
    return None


def counted(file: WordFile, depth: int, form: str, pattern: str, first: int) -> str:
    """Add a list that counts and return its number."""
    levels = [_onward(level) for level in range(names.DEEPEST)]
    levels[depth - 1] = _level(depth - 1, form, pattern.replace("%1", f"%{depth}"), first)
    return _add(file, levels)


def marked(file: WordFile, depth: int, mark: str) -> str:
    """Add a list whose items have a sign before them and return its number."""
    levels = [_level(level, "bullet", "•", 1) for level in range(names.DEEPEST)]
    levels[depth - 1] = _level(depth - 1, "bullet", mark, 1)
    return _add(file, levels)


def _add(file: WordFile, levels: list[Any]) -> str:
    root = file.document.part.numbering_part.element
    key = file.next_id()
    abstract = element(
        "abstractNum",
        element("nsid", val=f"{int(key) + 0x10000000:08X}"),
        element("multiLevelType", val="multilevel"),
        *levels,
        abstractNumId=key,
    )
    lists = [child for child in root if child.tag.endswith("}num")]
    root.insert(len(root) - len(lists), abstract)
    root.append(element("num", element("abstractNumId", val=key), numId=key))
    return key


def _onward(level: int) -> Any:
    """Return what a deeper item that is yet to be written would have."""
    form, pattern, first = automatic([_ONWARD[level % len(_ONWARD)]]) or ("decimal", "%1.", 1)
    return _level(level, form, pattern.replace("%1", f"%{level + 1}"), first)


def _level(level: int, form: str, pattern: str, first: int) -> Any:
    left = str((level + 1) * names.INDENT)
    return element(
        "lvl",
        element("start", val=str(first)),
        element("numFmt", val=form),
        element("suff", val="tab"),
        element("lvlText", val=pattern),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=left, hanging=str(names.INDENT))),
        ilvl=str(level),
    )


def _numbers(counter: str) -> list[int]:
    """Return what a counter may stand for: 4, the fourth letter, a roman numeral."""
    if counter.isdigit():
        return [int(counter[:9])] if int(counter[:9]) < 30000 else []
    found = [ord(counter[0].lower()) - 96] if len(set(counter.lower())) == 1 else []
    if len(counter) > 1 and found:
        found = [found[0] + 26 * (len(counter) - 1)]
    return [*found, *([_romans()[counter.lower()]] if counter.lower() in _romans() else [])]


@cache
def _romans() -> dict[str, int]:
    return {roman: number for number, roman in enumerate(islice(numbering.labels("i"), 400), start=1)}
