"""What the labels of documents mean: "Adptd", "Date Last Revised", "Legal Ref." and many more, as fields of the record."""

from __future__ import annotations

import re
from functools import cache

_NAMES = {
    "code": "code | policy code | policy number | policy no | policy # | number | policy id | file | file code | descriptor code | "
    "policy | procedure | regulation | administrative regulation | bylaw | exhibit | no | id | procedure number | code number | code no | código",
    "title": "title | policy title | name | policy name | subject | descriptor term | título",
    "kind": "type | policy type | document type | category type",
    "status": "status | policy status | state | estado",
    "adopted": "adopted | adoption date | date adopted | adptd | adopt | original adoption | originally adopted | first adopted | "
    "approved | date approved | approval date | board approved | board adoption | adopted date | date of adoption | issued | issue date | "
    "issued date | original adopted date | created | date created | adoptado | effective date of adoption | policy adopted",
    "revised": "revised | last revised | date revised | revision date | revision dates | revision | revisions | amended | last amended | "
    "date amended | updated | last updated | date updated | modified | last modified | last revised date | date of revision | "
    "date last revised | revised date | readopted | re-adopted | date of last revision | most recent revision | policy revised | rev",
    "reviewed": "reviewed | last reviewed | date reviewed | review date | review dates | last reviewed date | date last reviewed | "
    "date of last review | policy reviewed | reviewed date | reaffirmed | date reaffirmed",
    "effective": "effective | effective date | date effective",
    "next_review": "next review | next review date | review due | to be reviewed | scheduled review",
    "readings": "first reading | second reading | third reading | 1st reading | 2nd reading | reading | date of first reading | readings",
    "legal": "legal reference | legal references | legal ref | legal refs | legal | statutory reference | statutory references | "
    "statutory authority | legal authority | authority | statute | statutes | legal citations | state law | federal law | references legal",
    "references": "cross reference | cross references | cross ref | cross refs | cross-reference | cross-references | related policies | "
    "related policy | see also | references | reference | related documents | cross ref/s | procedure reference",
    "steward": "owner | policy owner | responsible | responsible office | responsible department | responsible official | "
    "responsible officer | responsible administrator | officer | office | office of primary responsibility | administrator | "
    "policy manager | steward | contact office | accountable | responsibility | responsible party",
    "series": "series | section | chapter | category | policy section | manual | sección",
    "former_codes": "former code | former codes | formerly | previous code | old code | replaces | former policy | previously | former policy number | old policy number",
    "classification": "classification | policy classification | class | priority",
    "model": "source | model policy | wssda | nsba | based on | template | source policy | adapted from | model",
    "issued": "date issued",
    "version": "version | rev no | revision number | version number",
    "page": "page | pages",
    "agency": "organization | organisation | district | agency | school district",
    "address": "address | contact | email | phone | license | licence | copyright | website",
}  # fmt: skip
FIELDS = (*_NAMES, "also_codes", "resources")
_BEFORE = r"(?:(?:the|date|dates|last|latest|most recent|original|originally|first|initial|initially|policy|board|prior|previous|previously|earlier|final|re)\s+)*"
_AFTER = r"(?:\s+(?:date|dates|on|by|by the board|history|s))*"
_PATTERNS = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("readings", rf"{_BEFORE}(?:(?:1st|2nd|3rd|4th|first|second|third|fourth|final)\s+)?readings?{_AFTER}"),
        ("next_review", r"(?:next|scheduled|planned)\s+review.*|review (?:due|cycle|schedule|frequency).*"),
        ("revised", r"(?:prior|previous|earlier|past)\s+(?:revised|revision|revisions|amended)(?:\s+dates?)?|revision history"),
        ("mixed", r"(?:dates? of )?(?=.*adopt|.*approv|.*revis)(?=.*review)(?:adoption|adopted|approval|approved|reviews?|reviewed|revisions?|revised|and|or| )+(?: dates?)?"),
        ("adopted", r"(?:dates? of )?(?:adoption|adopted|approval|approved)(?: and| or)? (?:revisions?|revised|amended|amendments?)(?: dates?)?"),
        ("revised", r"revision adoptions?(?: dates?)?"),
        ("adopted", rf"{_BEFORE}(?:adopt|adopted|adoption|adptd|approved|approval|issued|created){_AFTER}"),
        ("revised", rf"{_BEFORE}(?:revised|revision|revisions|amended|amendment|updated|update|modified|readopted|rev){_AFTER}"),
        ("reviewed", rf"{_BEFORE}(?:reviewed|review|reviews|reaffirmed){_AFTER}"),
        ("effective", rf"{_BEFORE}effective{_AFTER}"),
        ("legal", r"(?:state |federal |other )?(?:legal|statutory|statute|law)\s*(?:ref|refs|reference|references|reference s|authority|authorities|citation|citations|basis|provisions)?"),
        ("references", r"(?:cross|x|policy|related)\s*(?:ref|refs|reference|references|reference s|policies|policy|documents?|regulations?|procedures?)(?: and (?:procedures|regulations|exhibits))?"),
        ("also_codes", r"also(?: known as)?(?: codes?)?|other codes?|second codes?"),
        ("former_codes", r"(?:former|formerly|old|previous|prior)\s*(?:code|codes|number|numbers|no|policy|policies|policy number|policy code)?"),
        ("resources", r"(?:management |other |additional )?resources?"),
    )
)  # fmt: skip


@cache
def _table() -> dict[str, str]:
    return {name.strip(): field for field, names in _NAMES.items() for name in names.split("|")}


@cache
def field_of(name: str) -> str:
    """Return the field that a label means, or an empty text where it means none that is known."""
    if len(name) > 60:
        return ""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    plain = re.sub(r"\((?:s|es|ies)\)", "s", plain)
    plain = re.sub(r"\(.*?\)|\[.*?\]|[.*:#?()/_–—-]", " ", plain)
    plain = " ".join(plain.split()).casefold()
    table = _table()
    if plain in table:
        return table[plain]
    for field, pattern in _PATTERNS:
        if plain and pattern.fullmatch(plain):
            return field
    bare = re.sub(r"^(?:the|board|policy|district|date|s)\s+|\s+(?:date|dates|on|by|s)$", "", plain)
    return table.get(bare, table.get(bare.rstrip("s"), ""))
