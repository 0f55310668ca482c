"""Make facts of labels: code, kind, dates, legal references; what isn't understood is kept as a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from policybook.importing import dates
from policybook.importing.dates import Written
from policybook.importing.document import Document, Label
from policybook.importing.labels import field_of
from policybook.values import codes
from policybook.values import dates as dates_

_NUMBERED = r"(?:[A-Z]{1,4}[- ]?)?[0-9]{2,5}(?:[._:-][0-9]{1,4})*(?:[- .]?(?:AR|AP|[A-Z]{1,2})(?:-?[0-9]{1,2})?)?"
_CODE_IN_NAME = re.compile(
    rf"^(?P<code>{_NUMBERED}|[0-9]{{1,2}}[-.:_][0-9]{{1,4}}(?:\.[0-9]+)?(?:[- ]?[A-Z]{{1,2}}[0-9]*)?"
    r"|[A-Z]{2,6}(?:[-/:][A-Z0-9]{1,4})*(?: ?\((?:LOCAL|LEGAL|REGULATION|EXHIBIT)\))?)(?=$|[\s_@,–—-]+|[.]\s|\s*\()"
)
_KINDS = (
    (
        "procedure",
        r"procedure|regulation|administrative rule|administrative guideline|guideline|\bARs?\b|\bAPs?\b|\bAGs?\b",
    ),
    ("exhibit", r"exhibit|\bforms?\b|attachment|appendix"),
    ("bylaw", r"by-?laws?"),
)
_IN_TITLE = (
    (
        "procedure",
        r"^(?:administrative\s+)?(?:procedures?|regulations?)\s*[-–—:]|[-–—:(]\s*(?:administrative\s+)?(?:procedures?|regulations?)\)?$|\((?:REGULATION)\)$|administrative (?:regulation|procedure)s?$",
    ),
    ("exhibit", r"^exhibit\b|[-–—:(]\s*(?:\w+ )?(?:exhibit|form)\)?(?: \d+)?$|\(EXHIBIT\)$"),
    ("bylaw", r"^by-?laws?\b"),
)
_PREFIXES = (
    ("procedure", r"^(?:AR|AP|AG|REG)[- ]?[0-9]"),
    ("exhibit", r"^(?:E|EX)[- ]?[0-9]"),
    ("bylaw", r"^BB[- ]?[0-9]"),
)
_SUFFIXES = (
    ("procedure", r"(?:(?:(?<=[0-9])[- .]?|(?<=[A-Z])-)(?:P|R|AR|AP|AG|REG)(?:[- .]?[0-9]{1,2})?|\s*\(REGULATION\))$"),
    ("exhibit", r"(?:(?:(?<=[0-9])[- .]?|(?<=[A-Z])-)(?:E|F|EX)(?:[- .]?[0-9]{1,2})?|\s*\(EXHIBIT\))$"),
)
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
    also_codes: list[str] = field(default_factory=list)
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
    own = document.manuscript.title
    if own and not same_title(own, found.title, found.code):
        found.notes.append(f"Title in the document: {own}")
    _name(found, document)
    _code_in_title(found)
    _kind(found, document)
    _order(found)
    return found


_EMPTY = ("", "n/a", "na", "none", "null", "-", "--", "[]", "tbd", "???", "?", "not applicable")
_ADOPTED = ("active", "adopted", "approved", "current", "in effect", "final", "in force", "published", "revised")


_PLACES = {
    "top": "at the top",
    "foot": "at the foot",
    "table": "in a table",
    "index": "in the index",
    "front matter": "in the front matter",
}


def _stated(label: Label) -> str:
    """Return where a document states a fact, in words for the comment in import.yml and the report."""
    return f"stated {_PLACES.get(label.where, f'in {label.where}')}" if label.where else "stated"


def _take(found: Facts, label: Label, day_first: bool, latest: int) -> None:
    name, value = field_of(label.name), " ".join(label.value.split())
    if value.lower() in _EMPTY or re.fullmatch(r"(?:page )?\d+ of \d+", value, re.IGNORECASE):
        return
    stated = _stated(label)
    if name == "code":
        _take_code(found, label, value, stated)
    elif name == "title":
        if (
            "title" in found.why
            and found.why["title"] == "stated in the index"
            and found.title.casefold() != value.casefold()
        ):
            found.notes.append(f"{label.name}: {value}")
        else:
            found.title, found.why["title"] = value, stated
    elif name == "kind":
        kind = _kind_in(value)
        found.kind, found.why["kind"] = kind or found.kind, stated
        if not kind and "policy" not in value.lower():
            found.notes.append(f"{label.name}: {value}")
    elif name == "status":
        status = next(
            (one for one, pattern in _STATUSES.items() if re.search(pattern, value, re.IGNORECASE)), "adopted"
        )
        found.status, found.why["status"] = status, stated
        if value.lower() not in (*_ADOPTED, "draft", "retired", "proposed"):
            found.notes.append(f"{label.name}: {value}")
    elif name in ("adopted", "revised", "reviewed", "readings", "effective"):
        _dates(found, name, label, value, day_first, latest)
    elif name == "legal":
        for citation in _citations(label.value):
            (found.references if _OTHER_POLICY.match(citation) else found.legal).append(citation)
    elif name == "references":
        found.references += [part for part in re.split(r"\s*[;\n•]\s*", value) if part]
    elif name == "also_codes" and all(_code(one) for one in re.split(r"[,;]\s*|\s+and\s+", value)):
        found.also_codes += [_code(one) for one in re.split(r"[,;]\s*|\s+and\s+", value)]
    elif name in ("steward", "series", "classification", "model") and not getattr(found, name):
        setattr(found, name, value)
        found.why[name] = stated
    elif name == "former_codes" and all(_code(one) for one in re.split(r"[,;]\s*|\s+and\s+", value)):
        found.former_codes += [_code(one) for one in re.split(r"[,;]\s*|\s+and\s+", value)]
    elif not (name in ("steward", "series", "classification", "model") and getattr(found, name) == value):
        found.notes.append(f"{label.name}: {value}")


def _take_code(found: Facts, label: Label, value: str, stated: str) -> None:
    code = _code(value)
    kind = _kind_in(label.name)
    if code and not found.code:
        found.code, found.why["code"] = code, stated
        if kind:
            found.kind, found.why["kind"] = kind, stated
    elif not code and kind == "" and not re.search("[0-9]", value) and "title" not in found.why:
        found.title, found.why["title"] = value, stated
    elif not code or codes.key(code) != codes.key(found.code):
        found.notes.append(f"{label.name}: {value}")


def _kind_in(words: str) -> str:
    return next((kind for kind, pattern in _KINDS if re.search(pattern, words, re.IGNORECASE)), "")


_PLAIN = re.compile(
    r"\b(?:and|the|board|by|of|on|at|in|to|adopted|adoption|revised|revision|revisions|reviewed|amended|approved|updated|directors|"
    r"trustees|education|school|committee|date|dates|th|st|nd|rd|first|second|third|reading|readings|effective)\b|https?://\S+",
    re.IGNORECASE,
)


def _dates(found: Facts, name: str, label: Label, value: str, day_first: bool, latest: int) -> None:
    read = dates.find(value, day_first, latest)
    rest = value
    for one in read:
        rest = rest.replace(one.words, " ", 1)
    prose = bool(re.search(r"[^\W\d_]{2,}|[0-9]", _PLAIN.sub("", rest)))
    if not read or prose:
        found.notes.append(f"{label.name}: {value}")
    if not read or (name == "reviewed" and prose):
        return
    found.why.setdefault(name, _stated(label))
    if name == "effective":
        found.effective = found.effective or read[0]
        found.notes += [f"{label.name}: {one.words}" for one in read if one.is_ != found.effective.is_]
        return
    if name == "adopted":
        read = _adoption(found, read)
        name = "revised"
    if name == "readings":
        number = _number(label.name)
        found.readings += [replace(one, number=number) for one in read]
        return
    listed: list[Written] = getattr(found, name)
    listed += [one for one in read if one.is_ not in {other.is_ for other in listed}]


def same_title(one: str, other: str, code: str = "") -> bool:
    """Return whether two titles say the same, the code before them and their signs aside."""
    bare = [
        re.sub(r"[\W_]+", " ", title.casefold().replace(code.casefold(), " ", 1) if code else title.casefold()).strip()
        for title in (one, other)
    ]
    plain = [re.sub(r"^(?:policy|procedure|regulation|file|no)\b\s*", "", title) for title in bare]
    return plain[0] == plain[1] or not plain[0]


def _number(name: str) -> int:
    """Return which reading a label names, or 0."""
    words = ("first|1st", "second|2nd", "third|3rd", "fourth|4th")
    return next((at for at, word in enumerate(words, 1) if re.search(word, name, re.IGNORECASE)), 0)


def _adoption(found: Facts, read: list[Written]) -> list[Written]:
    """Take the earliest of several adoptions for the first; return the others, which are later acts."""
    listed = [*([found.adopted] if found.adopted else []), *read]
    first = min(listed, key=lambda one: dates_.parse(one.is_).latest)
    found.adopted = first
    return [one for one in listed if one.is_ != first.is_]


def _code(value: str) -> str:
    """Return the code in a value such as "Policy 3210" or "JF-R"."""
    words = (
        re.sub(
            r"^(?:(?:board|policy|procedure|regulation|file|code|number|no\.?|#)\s*:?\s*)+",
            "",
            value,
            flags=re.IGNORECASE,
        )
        .strip()
        .strip("#.“”‘’\"' ")
    )
    known = codes.is_code(words) and len(words) <= 20 and re.search(r"[0-9]|^[A-Z/:()-]+(?: ?\([A-Z]+\))?$", words)
    return words if known and words.count(" ") <= 1 else ""


def _name(found: Facts, document: Document) -> None:
    """Take code and title from the file's name where nothing else says them."""
    stem = PurePosixPath(document.path.partition("#")[0]).stem
    plain = re.sub(r"(?<=[0-9])_(?=[0-9])", ".", re.sub(r"%20", " ", stem))
    plain = re.sub(r"[_]+", " ", plain).strip()
    variant = _VARIANT.search(plain)
    if variant:
        plain = plain[: variant.start()]
        if re.fullmatch("draft|proposed|new|rev(?:ised)?", variant[1], re.IGNORECASE) and "status" not in found.why:
            found.status, found.why["status"] = "proposal", f"guessed: the file's name ends with {variant[1]}"
    _code_in_frame(found, plain, document)
    match = _CODE_IN_NAME.match(plain.upper() if re.match(r"^[a-z]{0,3}[0-9]", plain) else plain)
    if match and not found.code:
        found.code, found.why["code"] = _file_code(match["code"]), "guessed: the file's name"
    elif match and found.code:
        _longer_code(found, _file_code(match["code"]))
    if not found.title:
        rest = plain[match.end() :].strip(" -–—.") if match else plain
        words = rest.replace("-", " ").strip() or found.code or plain
        found.title = words[:1].upper() + words[1:]
        found.why["title"] = "guessed: the file's name"


_FRAMED = re.compile(rf"(?<![\w.:-])(?:{_NUMBERED}|[0-9]{{1,2}}:[0-9]{{2,3}}(?:-[A-Z]{{1,2}}[0-9]*)?)(?![\w:-])")


def _code_in_frame(found: Facts, name: str, document: Document) -> None:
    """Take the code in a page's header or footer where the file's name says the same with other signs: 7:190, 7-190."""
    match = _CODE_IN_NAME.match(name.upper())
    if found.code or match is None:
        return
    plain = re.sub(r"\W", "", match["code"])
    for part in document.left_out:
        if not part.reason.startswith(("page header", "page footer", "repeated")):
            continue
        for code in _FRAMED.findall(part.words):
            if re.sub(r"\W", "", code) == plain and codes.is_code(code):
                found.code, found.why["code"] = code, "stated in the page's header or footer"
                return


def _file_code(written: str) -> str:
    """Return a code as a file's name holds it: signs that no name may have stand there as others."""
    return re.sub(r"(?<=[0-9])_(?=[0-9])", ".", written)


def _longer_code(found: Facts, named: str) -> None:
    """Take the code in the file's name where it is the stated one and a suffix: 1001.20 in 1001_20-AR-01."""
    stated = re.sub(r"[._:-]", "", found.code).upper()
    plain = re.sub(r"[._:-]", "", named).upper()
    suffix = plain.removeprefix(stated)
    if plain.startswith(stated) and re.fullmatch(r"(?:AR|AP|AG|R|P|E|F|REG|EX)[0-9]{0,2}", suffix):
        found.notes.append(f"Code: {found.code}")
        found.code, found.why["code"] = named, "guessed: the file's name, which goes on where the stated code ends"


def _code_in_title(found: Facts) -> None:
    """Take the code off a title that repeats it: "3210 – Fair Discipline"."""
    match = re.match(
        r"^(?i:(?:board\s+)?policy|(?:administrative\s+)?(?:procedure|regulation)|(?:board\s+)?bylaw|exhibit)?\s*(?i:no\.?|number|#)?\s*(?P<code>[A-Z]{0,4}-?[0-9]{1,5}(?:[.:-][0-9]{1,4})*(?:[- .]?(?:AR|AP|[A-Z]{1,2})-?[0-9]{0,2})?|[A-Z]{2,6}(?:[-/:][A-Z0-9]+)*(?: ?\([A-Z]+\))?)"
        r"\s*[-–—:.]+\s+(?P<title>\S.*)$|^(?P<code2>[0-9]{3,5}(?:[.-][0-9]{1,4})*(?:-?(?:AR|AP|[A-Z]{1,2})-?[0-9]{0,2})?)\s+(?P<title2>\S.*)$",
        found.title,
    )
    if match is None or found.why.get("title", "").startswith("guessed"):
        return
    code, title = match["code"] or match["code2"], match["title"] or match["title2"]
    if re.sub(r"^[A-Za-z]{1,3}[- ]?(?=[0-9])", "", found.code) == code:
        found.title = title
        if found.code == code:
            found.why["code"] = (
                "stated in the title" if found.why.get("code", "").startswith("guessed") else found.why["code"]
            )
        return
    guessed = not found.code or found.why.get("code", "").startswith("guessed")
    if guessed and (not found.code or codes.key(found.code) == codes.key(code) or re.search("[0-9]", code)):
        found.code, found.why["code"] = code, "stated in the title"
    if codes.key(found.code) == codes.key(code):
        found.title = title


def _kind(found: Facts, document: Document) -> None:
    if "kind" in found.why:
        return
    for kind, pattern in _SUFFIXES:
        if re.search(pattern, found.code, re.IGNORECASE):
            found.kind, found.why["kind"] = kind, f"guessed: the code {found.code}"
            return
    for kind, pattern in _PREFIXES:
        if re.search(pattern, found.code, re.IGNORECASE):
            found.kind, found.why["kind"] = kind, f"guessed: the code {found.code}"
            return
    for kind, pattern in _IN_TITLE:
        if re.search(pattern, found.title, re.IGNORECASE):
            found.kind, found.why["kind"] = kind, "guessed: a word in the title"
            return
    folder = document.path.rpartition("/")[0]
    kind = _kind_in(folder) if not re.search(r"polic", folder, re.IGNORECASE) else ""
    last = folder.rpartition("/")[2]
    kind = kind or (_kind_in(last) if not re.search(r"polic", last, re.IGNORECASE) else "")
    if kind:
        found.kind, found.why["kind"] = kind, "guessed: a word in the folder"
        return
    found.why["kind"] = "guessed: nothing says otherwise"


def _citations(value: str) -> list[str]:
    """Return the citations in a value: one an entry where they are told apart, else the whole line as one."""
    parts = [" ".join(part.split()).strip(" ,") for part in re.split(r"\s*[;\n•]\s*", value)]
    return [bare for part in parts if (bare := re.sub(r"^\(?[0-9]{1,2}[.)]\s+(?=[A-Za-z0-9])", "", part))]


_OTHER_POLICY = re.compile(r"(?:board )?pol(?:icy|\.)\s*(?:no\.\s*)?[0-9]", re.IGNORECASE)
"""A policy of the manual among the citations of law: "Pol. 003"."""


def _order(found: Facts) -> None:
    """Put dates in order; the earliest is the adoption where none is named; what equals it is said once."""
    found.revised = _precise([*found.revised, *([found.adopted] if found.adopted else [])])
    if found.adopted is not None:
        first = found.adopted.is_
        within = [one for one in found.revised if _within(one.is_, first)]
        found.adopted = within[0] if within else found.adopted
    if found.adopted is None and found.revised and found.status == "adopted":
        return
    if found.adopted is not None:
        found.revised = [one for one in found.revised if one.is_ != found.adopted.is_]
    acts = {one.is_ for one in found.revised} | ({found.adopted.is_} if found.adopted else set())
    found.reviewed = [one for one in found.reviewed if one.is_ not in acts]


def merged(labels: Iterable[Label], more: Iterable[Label]) -> tuple[Label, ...]:
    """Return labels of a document with those of an index; what the index says comes first."""
    return (*more, *labels)


def _precise(listed: list[Written]) -> list[Written]:
    """Return dates in order, each once: where one says the month and another a day of it, the day."""
    found: list[Written] = []
    for one in sorted(listed, key=lambda one: (dates_.parse(one.is_).latest, -len(one.is_))):
        if not any(
            other is not one and _within(other.is_, one.is_) and (other.is_ != one.is_) for other in listed
        ) and not any(other.is_ == one.is_ for other in found):
            found.append(one)
    return found


def _within(inner: str, outer: str) -> bool:
    """Return whether a date is a part of another, or the same."""
    a, b = dates_.parse(inner), dates_.parse(outer)
    return b.earliest <= a.earliest and a.latest <= b.latest
