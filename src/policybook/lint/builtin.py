"""Define the rules that the engine applies while it reads records and settings."""

from __future__ import annotations

from policybook.lint import settings
from policybook.lint.check import Rule
from policybook.record.loader import LAYOUT, SCHEMA, YAML

_DOCS = {
    settings.ID: settings.DOC,
    LAYOUT: """Every file stands where the record keeps its kind, under a name that is safe on every system.

The kind of a record follows from its place: `agency.yml`, `bodies.yml` and `waivers.yml` at the top, a folder for
each policy with `policy.yml`, `revisions/`, `reviews/` and so on. A file that stands elsewhere would be read by
nobody, and a link could lead outside the manual: both are refused.

How to mend: rename or move the file as the message says. Names are lower case letters, digits, `.` and `-`.
""",
    YAML: """Every record is plain YAML in UTF-8.

The record uses the plain part of YAML: names and text, lists and mappings. Refused are duplicate keys, anchors and
aliases, tags, several documents in a file, tabs, control characters, anything but UTF-8, more than 64 levels, more
than 50,000 values and more than 1 MiB: each of them has surprised somebody, or can be used to stop the checker.

How to mend: the message says where and what. Text with colons or quotation marks goes in a `>-` block.
""",
    SCHEMA: """Every record has the keys and values that its kind has.

Each kind of record is described by a JSON Schema, which an editor uses too to complete and check a record as it is
typed. A file that doesn't fit is left out of all other checks until it is mended, and nothing else is blamed for it.

How to mend: the message names the key, what is wrong with it and what to write instead.
""",
}


RULES = {id: Rule(id=id, doc=doc, family="shape", severity="error", waivable=False) for id, doc in _DOCS.items()}
"""These rules by id; no check belongs to them."""
