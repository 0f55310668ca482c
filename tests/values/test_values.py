"""Dates, cadences, codes, numbering, inline marks and places of files: the small values of the record."""

from __future__ import annotations

import json
from datetime import date
from itertools import islice
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.record import paths
from policybook.text import markup
from policybook.text.suggest import Names, did_you_mean
from policybook.values import cadence, codes, dates, labels


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2026-03-10", date(2026, 3, 10), date(2026, 3, 10), "10 March 2026"),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31), "December 2019"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        ("1998", date(1998, 1, 1), date(1998, 12, 31), "1998"),
        ("1993/1994", date(1993, 1, 1), date(1994, 12, 31), "between 1993 and 1994"),
    ],
)
def test_a_date_is_as_precise_as_its_source(text: str, earliest: date, latest: date, words: str) -> None:
    parsed = dates.parse(text)
    assert (parsed.earliest, parsed.latest, parsed.words()) == (earliest, latest, words)


@pytest.mark.parametrize(
    "text", ["2026-02-31", "2026-13", "0000", "1994/1993", "10/03/2026", "", "2026-3-1", "Fall 2014"]
)
def test_what_is_no_date(text: str) -> None:
    assert not dates.is_date(text)


@pytest.mark.parametrize(
    ("text", "last", "due"),
    [
        ("every 2 weeks", date(2026, 1, 1), date(2026, 1, 15)),
        ("every 6 months", date(2026, 8, 31), date(2027, 2, 28)),
        ("every year", date(2024, 2, 29), date(2025, 2, 28)),
        ("every year in October", date(2025, 10, 15), date(2026, 10, 31)),
        ("every year in October", date(2025, 12, 20), date(2026, 10, 31)),
        ("every year in October", date(2025, 9, 20), date(2026, 10, 31)),
        ("every 3 years in March", date(2026, 3, 10), date(2029, 3, 31)),
        ("every year", date(9999, 5, 1), None),
    ],
)
def test_the_next_review(text: str, last: date, due: date | None) -> None:
    understood = cadence.parse(text)
    assert understood is not None
    assert understood.next_after(last) == due


@pytest.mark.parametrize(
    "text", ["regularly", "every 0 weeks", "every day", "annually", "every 2 weeks in March", "every year in Mars", ""]
)
def test_what_is_no_cadence(text: str) -> None:
    assert cadence.parse(text) is None


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ("1010P", "1010p"),
        ("EL 1", "el_1"),
        ("AB/ABC", "ab~2fabc"),
        ("0401.10", "0401.10"),
        ("É", "~c3~a9"),
        ("CON", "~63on"),
        ("nul.1", "~6eul.1"),
    ],
)
def test_an_address(code: str, address: str) -> None:
    assert codes.address(code) == address
    assert codes.code(address) == code.lower()


_CODE = json.loads(Path("schemas/common.schema.json").read_text(encoding="utf-8"))["$defs"]["code"]
_CODES = jsonschema_rs.validator_for({**_CODE, "type": "string"})


@given(st.text("a1. \n", max_size=42))
@settings(deadline=None)
def test_a_code_is_what_its_schema_allows(code: str) -> None:
    assert codes.is_code(code) == _CODES.is_valid(code)


@given(st.text(min_size=1, max_size=20))
def test_addresses_are_reversible_and_safe(code: str) -> None:
    address = codes.address(code)
    assert codes.code(address) == code.lower()
    assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-_~")


@pytest.mark.parametrize(
    ("first", "counted"),
    [
        ("1.", ["1.", "2.", "3."]), ("(a)", ["(a)", "(b)", "(c)"]), ("z", ["z", "aa", "ab"]), ("i.", ["i.", "ii.", "iii."]),
        ("iv)", ["iv)", "v)", "vi)"]), ("(v)", ["(v)", "(w)", "(x)"]), ("4.", ["4.", "5.", "6."]), ("—", ["—", "—", "—"]),
    ],
)  # fmt: skip
def test_numbering_counts_on(first: str, counted: list[str]) -> None:
    assert list(islice(labels.labels(first), 3)) == counted


@pytest.mark.parametrize(
    ("prose", "plain"),
    [
        ("a *b* **c**", "a b c"), ("5 * 3 * 2", "5 * 3 * 2"), ("*a", "*a"), (r"\*a\*", "*a*"), ("[w](https://x.example)[^1]", "w"),
        ("see (policy:3200#x)", "see Policy 3200"), ("snake_case_word", "snake_case_word"), ("<b>x</b>", "<b>x</b>"), ("[w", "[w"),
    ],
)  # fmt: skip
def test_inline_marks(prose: str, plain: str) -> None:
    assert markup.plain(prose) == plain


@given(st.text(alphabet="ab *[]()^\\:policy#1", max_size=200))
def test_any_prose_is_read(prose: str) -> None:
    markup.plain(prose)


@pytest.mark.parametrize(
    "hostile", ["*a " * 100_000, "[" * 100_000, "*[" * 50_000 + "a*" * 50_000, "](" * 100_000, "**a" * 100_000]
)
def test_hostile_prose_ends(hostile: str) -> None:
    assert markup.parse(hostile)


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("https://x.example", True), ("mailto:a@b.example", True), ("policy:3200#x", True), ("#x", True), ("about/", True),
        ("javascript:alert(1)", False), ("JaVaScRiPt:x", False), ("data:text/html,x", False), ("//x.example", False), ("file:///x", False),
    ],
)  # fmt: skip
def test_links(target: str, safe: bool) -> None:
    assert markup.safe(target) is safe


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("agency.yml", "agency"), ("1010-x/policy.yml", "policy"), ("el_1-x/revisions/2014-11.yml", "revision"),
        ("1010-x/revisions/2014-11.es.yml", "translation"), ("1010-x/revisions/2026-new.r2.yml", "presented-text"),
        ("1010-x/reviews/2026-09-15-data.yml", "review"), ("meetings/2026-03-10-special.yml", "meeting"), ("sources/a.txt", "source-text"),
    ],
)  # fmt: skip
def test_a_kind_follows_from_its_place(path: str, kind: str) -> None:
    home = paths.home(path)
    assert isinstance(home, paths.Home)
    assert home.kind == kind


@pytest.mark.parametrize(
    "path",
    [
        "policy.yml",
        "1010-x/Policy.yml",
        "1010-x/con.yml",
        "1010-x/revisions/a b.yml",
        "x/y/z.yml",
        "1010-x/revision/2014.yml",
    ],
)
def test_a_stray_file_is_told_where_it_belongs(path: str) -> None:
    home = paths.home(path)
    assert isinstance(home, paths.Misplaced)
    assert home.message.endswith(".")
    assert home.help


def test_among_few_names_the_nearest_is_meant_and_among_many_one_that_is_a_slip_away() -> None:
    many = [*map(str, range(1000, 6000)), "staff"]
    assert did_you_mean("stauff", ["board", "staff"]) == "Did you mean ‘staff’?"
    for slip in ("staf", "staaff", "stagf", "tsaff", "STAFF."):
        assert did_you_mean(slip, many) == "Did you mean ‘staff’?"
    assert did_you_mean("stau", many) == ""
    assert did_you_mean("s" * 100_000, many) == ""


def test_of_very_many_wrong_names_the_first_are_told_what_was_meant() -> None:
    names = Names(["staff", "board"])
    said = [names.hint(f"staf{n}") for n in range(200)]
    assert all(said[:100])
    assert not any(said[100:])
    assert names.hint("staf0") == said[0]
