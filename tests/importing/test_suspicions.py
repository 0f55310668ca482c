"""What a person should look at is said, with both places."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policybook.importing import run

LONG = " ".join(f"Rule {number} says what a school does on that day of the year." for number in range(12))


def said(folder: Path, files: dict[str, str]) -> list[tuple[str, str, str]]:
    for name, words in files.items():
        (folder / name).write_text(words, encoding="utf-8")
    done = run.prepare(folder, date(2026, 11, 27), None, {})
    return [(one.file, one.other, one.message) for one in done.suspicions]


@pytest.mark.parametrize(
    ("files", "places", "words"),
    [
        ({"0100.md": "A text.\n", "0200.md": "A text.\n"}, ("0100.md", "0200.md"), "equals that of another"),
        (
            {"0100.md": LONG + "\n", "0200.md": LONG.replace("Rule 3 ", "Rule three ") + "\n"},
            ("0100.md", "0200.md"),
            "nearly that of another",
        ),
        ({"0402.50.md": "One.\n", "0100.md": "See policy 402.50.\n"}, ("0100.md", ""), "Did you mean ‘0402.50’?"),
        ({"0100.md": "See policy #403.80.\n"}, ("0100.md", ""), "Policy 403.80, which isn't among the documents."),
        ({"0100.md": "The boardâ€™s rule.\n"}, ("0100.md", ""), "characters look damaged"),
        ({"0100.md": "tbe scbool and tlie board witb it.\n"}, ("0100.md", ""), "misread words, such as ‘tbe’"),
        ({"0100 DRAFT.md": "A rule.\n"}, ("0100 DRAFT.md", ""), "looks like a draft"),
        ({"0100.md": "A rule.\n", "0100 second.md": "Another.\n"}, ("0100.md", "0100 second.md"), "have the code 0100"),
        ({"3210P.md": "How.\n"}, ("3210P.md", ""), "No document holds policy 3210"),
        (
            {"0100.md": "---\nfirst reading: 2020-05-02\nsecond reading: 2020-04-02\n---\nA rule.\n"},
            ("0100.md", ""),
            "second reading is dated before the first",
        ),
        ({"mission.md": "A rule.\n"}, ("mission.md", ""), "says no code"),
    ],
)
def test_each_suspicion(files: dict[str, str], places: tuple[str, str], words: str, tmp_path: Path) -> None:
    found = said(tmp_path, files)
    assert [one for one in found if words in one[2] and {one[0], one[1]} == set(places)], found


def test_a_sound_manual_raises_none(tmp_path: Path) -> None:
    assert (
        said(tmp_path, {"0100.md": "See policy 0200.\n", "0200.md": "Title 1 schools and Policy Committee work.\n"})
        == []
    )
