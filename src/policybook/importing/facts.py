"""Make facts of labels: code, kind, dates, legal references; what isn't understood is kept as a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from policybook.importing import dates
from policybook.importing.dates import Written
from policybook.importing.document import Document, Label
from policybook.importing.labels import field_of
from policybook.values import codes

_CODE_IN_NAME = re.compile(
    r"^(?P<code>(?:[A-Z]{1,3}[- ]?)?[0-9]{2,5}(?:\.[0-9]{1,3})*(?:[- ]?[A-Z]{1,2}[0-9]{0,2})?"
    r"|[A-Z]{2,6}(?:[-_/][A-Z0-9]{1,4})*)(?=$|[\s_–—-]+|[.]\s)"
)
_KINDS = (
    ("procedure", r"procedure|regulation|administrative rule|administrative guideline|\bAR\b|\bAP\b"),
    ("exhibit", r"exhibit|\bform\b|attachment|appendix"),
    ("bylaw", r"by-?law"),
)
_SUFFIXES = (("procedure", r"(?:[- ]?(?:P|R|AR|AP|REG))$"), ("exhibit", r"[- ]?(?:E|F|EX)[0-9]*$"))
_STATUSES = {
    "proposal": r"draft|proposed|pending|first reading|second reading|under review|en revisi[oó]n",
    "retired": r"retired|rescinded|repealed|deleted|archived|inactive|obsolete|superseded",
}
_VARIANT = re.compile(r"[-_ ]+(OLD|REV(?:ISED)?|DRAFT|NEW|PROPOSED|FINAL|COPY|CURRENT)$", re.IGNORECASE)


@dataclass
class Facts:
    """What is known of a document, each value as the record will hold it."""

    code: str = ""
    title: str = ""
    kind: str = "operating-policy"
    status: str = "adopted"
    """adopted, proposal or retired."""
    adopted: Written | None = None
    revised: list[Written] = field(default_factory=list)
    reviewed: list[Written] = field(default_factory=list)
    readings: list[Written] = field(default_factory=list)
    effective: Written | None = None
    legal: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    steward: str = ""
    series: str = ""
    former_codes: list[str] = field(default_factory=list)
    classification: str = ""
    model: str = ""
    notes: list[str] = field(default_factory=list)
    """What was said and not understood, as written."""
    why: dict[str, str] = field(default_factory=dict)
    """How a value is known, by its name: "stated" or the guess."""


def of(document: Document, day_first: bool = False, latest: int = 2100) -> Facts:
    """Return what a document says of itself; what it doesn't say is guessed from its name, and marked so."""
    found = Facts(title=document.manuscript.title)
    if found.title:
        found.why["title"] = "the document's title"
    for label in document.labels:
        _take(found, label, day_first, latest)
    _name(found, document)
    _code_in_title(found)
    _kind(found, document)
    _order(found)
    return found


def _take(found: Facts, label: Label, day_first: bool, latest: int) -> None:
    name, value = field_of(label.name), " ".join(label.value.split())
    if not value or value.lower() in ("n/a", "none", "null", "-", "[]"):
        return
    stated = f"stated: {label.where}" if label.where else "stated"
    if name == "code":
        code = _code(value)
        if code and not found.code:
            found.code, found.why["code"] = code, stated
            kind = next((kind for kind, pattern in _KINDS if re.search(pattern, label.name, re.IGNORECASE)), "")
            if kind:
                found.kind, found.why["kind"] = kind, stated
        elif not code or codes.key(code) != codes.key(found.code):
            found.notes.append(f"{label.name}: {value}")
    elif name == "title":
        found.title, found.why["title"] = value, stated
    elif name == "kind":
        kind = next((kind for kind, pattern in _KINDS if re.search(pattern, value, re.IGNORECASE)), "")
        found.kind, found.why["kind"] = kind or found.kind, stated
        if not kind and "policy" not in value.lower():
            found.notes.append(f"{label.name}: {value}")
    elif name == "status":
        status = next(
            (one for one, pattern in _STATUSES.items() if re.search(pattern, value, re.IGNORECASE)), "adopted"
        )
        found.status, found.why["status"] = status, stated
        if status != "adopted" or value.lower() not in (
            "active",
            "adopted",
            "approved",
            "current",
            "in effect",
            "final",
        ):
            found.notes.append(f"{label.name}: {value}")
    elif name in ("adopted", "revised", "reviewed", "readings", "effective"):
        _dates(found, name, label, value, day_first, latest)
    elif name == "legal":
        found.legal += _citations(value)
    elif name == "references":
        found.references += [part for part in re.split(r"\s*[;\n]\s*", value) if part]
    elif name in ("steward", "series", "classification", "model") and not getattr(found, name):
        setattr(found, name, value)
        found.why[name] = stated
    elif name == "former_codes" and _code(value):
        found.former_codes.append(_code(value))
    elif name not in ("page", "agency"):
        found.notes.append(f"{label.name}: {value}")


def _dates(found: Facts, name: str, label: Label, value: str, day_first: bool, latest: int) -> None:
    read = dates.find(value, day_first, latest)
    rest = value
    for one in read:
        rest = rest.replace(one.words, " ", 1)
    if not read or re.search(
        r"[A-Za-z]{3,}",
        re.sub(
            r"\b(?:and|the|board|by|of|on|at|adopted|revised|reviewed|amended|directors|date)\b",
            "",
            rest,
            flags=re.IGNORECASE,
        ),
    ):
        found.notes.append(f"{label.name}: {value}")
    if name == "adopted" and read and found.adopted is None:
        found.adopted, found.why["adopted"] = read[0], f"stated: {label.where}"
        read = read[1:]
        name = "revised"
    if name == "effective":
        found.effective = read[0] if read else found.effective
    elif read:
        listed: list[Written] = getattr(found, name)
        listed += [one for one in read if one.is_ not in {other.is_ for other in listed}]
        found.why.setdefault(name, f"stated: {label.where}")


def _code(value: str) -> str:
    """Return the code in a value such as "Policy 3210" or "JF-R"."""
    words = (
        re.sub(r"^(?:policy|procedure|file|code|number|no\.?|#)\s*:?\s*", "", value, flags=re.IGNORECASE)
        .strip()
        .strip("#.")
    )
    return words if codes.is_code(words) and len(words) <= 16 and re.search(r"[0-9]|^[A-Z/-]+$", words) else ""


def _name(found: Facts, document: Document) -> None:
    """Take code and title from the file's name where nothing else says them."""
    stem = PurePosixPath(document.path.partition("#")[0]).stem
    plain = re.sub(r"[_]+", " ", stem).strip()
    variant = _VARIANT.search(plain)
    if variant:
        plain = plain[: variant.start()]
        if re.fullmatch("draft|proposed|new|rev(?:ised)?", variant[1], re.IGNORECASE) and "status" not in found.why:
            found.status, found.why["status"] = "proposal", f"guessed: the file's name ends with {variant[1]}"
    match = _CODE_IN_NAME.match(plain.upper() if re.match(r"^[a-z]{0,3}[0-9]", plain) else plain)
    if match and not found.code:
        found.code, found.why["code"] = match["code"].replace("_", "/"), "guessed: the file's name"
    if not found.title:
        rest = plain[match.end() :].strip(" -–—.") if match else plain
        found.title, found.why["title"] = (
            (rest or plain).replace("-", " ").strip().capitalize(),
            "guessed: the file's name",
        )


def _code_in_title(found: Facts) -> None:
    """Take the code off a title that repeats it: "3210 – Fair Discipline"."""
    match = re.match(
        r"^(?:policy|procedure|bylaw|regulation)?\s*(?:no\.?|number|#)?\s*(?P<code>[A-Z]{0,4}-?[0-9]{2,5}(?:\.[0-9]{1,3})*(?:-?[A-Z]{1,2}[0-9]{0,2})?|[A-Z]{2,5}(?:[-/][A-Z0-9]+)*)"
        r"\s*[-–—:.]+\s+(?P<title>\S.*)$|^(?P<code2>[0-9]{3,5}(?:\.[0-9]{1,3})*[A-Z]{0,2})\s+(?P<title2>\S.*)$",
        found.title,
    )
    if match is None:
        return
    code, title = match["code"] or match["code2"], match["title"] or match["title2"]
    guessed = not found.code or found.why.get("code", "").startswith("guessed")
    if guessed and (not found.code or codes.key(found.code) == codes.key(code) or re.search("[0-9]", code)):
        found.code, found.why["code"] = code, "stated: the title"
    if codes.key(found.code) == codes.key(code):
        found.title = title


def _kind(found: Facts, document: Document) -> None:
    if "kind" in found.why:
        return
    for kind, pattern in _SUFFIXES:
        if re.search(r"[0-9]", found.code) and re.search(pattern, found.code):
            found.kind, found.why["kind"] = kind, f"guessed: the code {found.code}"
            return
    where = f"{PurePosixPath(document.path).parent} {found.title}"
    for kind, pattern in _KINDS:
        if re.search(pattern, where, re.IGNORECASE):
            found.kind, found.why["kind"] = kind, "guessed: a word in the folder or the title"
            return
    found.why["kind"] = "guessed: nothing says otherwise"


def _citations(value: str) -> list[str]:
    """Return the citations in a value: one an entry where they are told apart, else the whole line as one."""
    parts = [part.strip(" ,") for part in re.split(r"\s*[;\n•]\s*", value)]
    return [part for part in parts if part]


def _order(found: Facts) -> None:
    """Put dates in order; the earliest is the adoption where none is named; what equals it is said once."""
    found.revised.sort(key=lambda one: one.is_)
    if found.adopted is None and found.revised and found.status == "adopted":
        return
    if found.adopted is not None:
        found.revised = [one for one in found.revised if one.is_ != found.adopted.is_]
    acts = {one.is_ for one in found.revised} | ({found.adopted.is_} if found.adopted else set())
    found.reviewed = [one for one in found.reviewed if one.is_ not in acts]


def merged(labels: Iterable[Label], more: Iterable[Label]) -> tuple[Label, ...]:
    """Return labels of a document with those of an index; what the index says comes first."""
    return (*more, *labels)
