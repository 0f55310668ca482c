"""Texts of any shape, for the properties that hold for every redline."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from policybook.model import Text

WORDS = [
    "the",
    "board",
    "shall",
    "not",
    "meet",
    "**twice**",
    "a",
    "year",
    "10",
    "14",
    ",",
    ".",
    "[^1]",
    "naïve",
    "学校",
    "\n",
]


def text(provisions: list[Any], title: str = "Title", **more: Any) -> Text:
    return Text({"title": title, "text": provisions, **more}, "x.yml", "3210@x")


def prose() -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join),
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12),
    )


def items(depth: int) -> st.SearchStrategy[list[Any]]:
    entry: dict[str, Any] = {
        "text": prose(),
        "label": st.sampled_from(["", "1.", "(b)", "—"]),
        "id": st.sampled_from(["", "a", "b", "c", "d", "title"]),
        "table": st.sampled_from(["", "| a | b |\n| 1 | 2 |", "| a | b |\n| 1 | 3 |\n| 4 | |", "| a |"]),
        "was": st.sampled_from(["", "a", "b", "3210#c", "9#z"]),
        "numbering": st.sampled_from(["", "a.", "1)"]),
    }
    if depth == 0:
        entry |= {"heading": prose(), "level": st.sampled_from([1, 2]), "kind": st.sampled_from(["text", "note"])}
    if depth < 2:
        entry["items"] = st.deferred(lambda: items(depth + 1))
    full = st.fixed_dictionaries({}, optional=entry)
    return st.lists(st.one_of(prose(), full) if depth else full, max_size=3)


def texts() -> st.SearchStrategy[Text]:
    notes = st.dictionaries(st.sampled_from(["1", "2", "10", "a"]), prose(), max_size=3)
    return st.builds(lambda parts, title, notes: text(parts, title, footnotes=notes), items(0), prose(), notes)
