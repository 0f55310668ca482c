"""Read the translations of the site's words from gettext catalogs."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import NumberFormatError, parse_decimal

from policybook.text.html import Html, join
from policybook.text.i18n import ENGLISH, Say, mark
from policybook.values.dates import PartialDate, parse

_ARTICLES = {"el": "", "del": "de ", "al": "a "}
"""What Spanish writes before a day, "desde el 10 de marzo", and before a month or a year, "desde diciembre"."""
_DAY = re.compile(r"[0-9]{1,2} de ")
_NUMBER = re.compile(r"-?[0-9]+(?:\s[0-9]{3}(?![0-9]))*(?:[.,][0-9]+)*")
_TAGS = re.compile(r"<[^>]*>")

LOCALES = Path(__file__).parent / "locale"


def languages() -> tuple[str, ...]:
    """Return the languages that the site's own words can be said in."""
    return ("en", *sorted(path.stem for path in LOCALES.glob("*.po")))


@lru_cache
def say(language: str) -> Say:
    """Return how things are said in `language`; in English where there is no catalogue for it."""
    path = LOCALES / f"{language.partition('-')[0]}.po"
    if language.partition("-")[0] not in languages() or not path.is_file():
        return ENGLISH
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.stem))
    compiled.seek(0)
    return _Other(path.stem, GNUTranslations(compiled))


def name(language: str) -> str:
    """Return a language's own name for itself: "español"; its code where the name isn't known."""
    try:
        return Locale.parse(language, sep="-").display_name or language
    except (UnknownLocaleError, ValueError):
        return language


def number(words: str, language: str) -> float | None:
    """Return the first number in words of a language: 1200 for "1,200 children" in English; None where there is none."""
    match = _NUMBER.search(words)
    if match is None:
        return None
    written = re.sub(r"\s", "", match[0])
    try:
        return float(parse_decimal(written, locale=Locale.parse(language, sep="-"), strict=True))
    except (NumberFormatError, UnknownLocaleError, ValueError):
        pass  # written as another language would, or in no language that Babel knows
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None


def right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    try:
        return Locale.parse(language, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def territory(language: str) -> str:
    """Return the country or region that a language's code names: "US" of en-us; nothing where it names none."""
    try:
        return Locale.parse(language, sep="-").territory or ""
    except (UnknownLocaleError, ValueError):
        return ""


def direction(language: str) -> str | None:
    """Return what an element's `dir` says of words in a language; nothing where they run like those around them."""
    return "rtl" if right_to_left(language) else None


class _Other(Say):
    """Says things in another language than English."""

    def __init__(self, language: str, messages: GNUTranslations) -> None:
        self.language = language
        self._messages = messages

    def translated(self, words: str, more: str | None = None, n: int = 1) -> str:
        return self._messages.gettext(words) if more is None else self._messages.ngettext(words, more, n)

    def placed(self, value: str | Html, how: str) -> str | Html:
        if how not in _ARTICLES:
            return value
        before = f"{how} " if _DAY.match(_TAGS.sub("", value)) else _ARTICLES[how]
        return join(before, value) if isinstance(value, Html) else f"{before}{value}"

    def date(self, when: PartialDate) -> str:
        first, slash, second = when.text.partition("/")
        if slash:
            return self(mark("between {first} and {second}"), first=self._one(first), second=self._one(second))
        return self._one(first)

    def day(self, day: datetime.date) -> str:
        return format_date(day, "long", locale=self.language)

    def month(self, number: int) -> str:
        return str(get_month_names(locale=self.language)[number])

    def _one(self, text: str) -> str:
        when = parse(text)
        if when.exact:
            return self.day(when.earliest)
        if "-" in text:
            return format_skeleton("yMMMM", when.earliest, locale=self.language)
        return text
