"""The site's words in other languages: every message is in each catalogue, whole, with the same values in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from policybook.text import catalogs
from policybook.text.html import Html, tag
from policybook.text.i18n import ENGLISH
from policybook.values.dates import parse
from tests.site.sites import ROOT

KEYWORDS = {"say": None, "mark": None, "rich": None, "many": (1, 2)}
"""As the Makefile gives them to pybabel."""
HOW = "run `make words`, then write what is empty in src/policybook/text/locale/{}.po"
LANGUAGES = [language for language in catalogs.languages() if language != "en"]

Message = str | tuple[str, ...]


@lru_cache
def extracted() -> frozenset[Message]:
    """Return each message that Babel finds in the program."""
    found = extract_from_dir(ROOT / "src/policybook", [("**.py", "python")], keywords=KEYWORDS)
    return frozenset(tuple(message) if isinstance(message, tuple) else message for _, _, message, _, _ in found)


def spoken() -> Iterator[tuple[Message, str]]:
    """Yield each message that the program says or marks, read in another way, with where."""
    for path in sorted((ROOT / "src/policybook").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node.func) in KEYWORDS:
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                if _called(node.func) == "many" and len(words) == 2:
                    yield tuple(words), where
                elif words and node.args[0] is not None and isinstance(node.args[0], ast.Constant):
                    yield words[0], where


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr.removeprefix("_")
    return function.id.removeprefix("_") if isinstance(function, ast.Name) else ""


def _read(language: str) -> Catalog:
    with (catalogs.LOCALES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _values(words: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(words) if name is not None)


def test_babel_finds_every_message_that_is_said() -> None:
    found = extracted()
    missed = [(words, where) for words, where in spoken() if words not in found]
    assert missed == [], "Babel reads no messages within f-strings: say them on a line before"
    assert len(found) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete_and_holds_nothing_else(language: str) -> None:
    messages = {message.id: message for message in _read(language) if message.id}
    wanted = extracted()
    assert sorted(map(str, wanted - set(messages))) == [], HOW.format(language)
    assert sorted(map(str, set(messages) - wanted)) == [], HOW.format(language)
    empty = [id for id, message in messages.items() if not all(_strings(message.string)) or message.fuzzy]
    assert empty == [], HOW.format(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_puts_the_same_values_into_each_message(language: str) -> None:
    wrong = []
    for message in _read(language):
        for english, other in zip(_strings(message.id), _strings(message.string), strict=True):
            if english and _values(english) != _values(other):
                wrong.append((english, other))
    assert wrong == []


def _strings(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())


def test_spanish_dates_are_spanish() -> None:
    say = catalogs.say("es")
    assert say.date(parse("2026-03-10")) == "10 de marzo de 2026"
    assert say.date(parse("2019-12")) == "diciembre de 2019"
    assert say.date(parse("1998")) == "1998"
    assert say.date(parse("1993/1994")) == "entre 1993 y 1994"
    assert say.month(3) == "marzo"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-03-10", "vigente desde el 10 de marzo de 2026"),
        ("2019-12", "vigente desde diciembre de 2019"),
        ("1998", "vigente desde 1998"),
    ],
)
def test_spanish_puts_an_article_before_a_day_only(date: str, said: str) -> None:
    say = catalogs.say("es")
    assert say("in force since {date}", date=say.date(parse(date))) == said


def test_spanish_puts_an_article_before_a_day_within_a_link_too() -> None:
    say = catalogs.say("es")
    day, month = (tag("a", words) for words in ("10 de marzo de 2026", "diciembre de 2019"))
    assert say.rich("Compared with the text of {date}.", date=day) == Html(
        "Comparado con el texto del <a>10 de marzo de 2026</a>&#46;"
    )
    assert "texto de <a>diciembre" in say.rich("Compared with the text of {date}.", date=month)


@pytest.mark.parametrize(
    ("n", "english", "spanish"), [(1, "every month", "cada mes"), (6, "every 6 months", "cada 6 meses")]
)
def test_numbers_are_said_in_the_right_form(n: int, english: str, spanish: str) -> None:
    assert ENGLISH.many("every month", "every {n} months", n) == english
    assert catalogs.say("es").many("every month", "every {n} months", n) == spanish


def test_a_country_doesn_t_matter_and_a_language_without_words_speaks_english() -> None:
    assert catalogs.say("es-MX").language == "es"
    assert catalogs.say("de") is ENGLISH
    assert catalogs.say("nonsense-") is ENGLISH


def test_hostile_values_stay_words_in_every_language() -> None:
    said = catalogs.say("es").rich("In its place: {policies}.", policies="<b>{x}</b>")
    assert "<b>" not in said
    assert catalogs.say("es")("Proposed: {policy}", policy="{policy} {0} {}") == "Propuesta: {policy} {0} {}"


def test_the_catalogues_lie_within_the_package_so_that_they_ship() -> None:
    assert catalogs.LOCALES.is_relative_to(ROOT / "src/policybook")
    assert "es" in LANGUAGES
    assert Path(ROOT / "Makefile").read_text(encoding="utf-8").count("-k many:1,2") == 1
