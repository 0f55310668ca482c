"""The settings of MkDocs and its theme that the site needs: what stock Material gets wrong, and who publishes."""

from __future__ import annotations

import html
import logging
import os
import re
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from policybook.exports import urls
from policybook.model import Agency, duties
from policybook.site.components import licence
from policybook.site.context import Book
from policybook.site.mkdocs import theme_assets
from policybook.site.page import escape
from policybook.site.pages import law
from policybook.text import catalogs
from policybook.text.html import Html
from policybook.text.i18n import Say

THEME = Path(__file__).parents[1] / "theme"
_INLINE = Path(__file__).parents[1] / "inline"
_EXTENSIONS = ("attr_list", "toc")


def apply(config: MkDocsConfig, book: Book) -> None:
    """Put the agency's name, the theme's mends and the day of the build in place; what mkdocs.yml says wins."""
    agency = book.manual.agency
    if agency.name:
        config.site_name = escape(agency.name)
    if not config.site_description:  # of the pages that say nothing of themselves
        config.site_description = escape(book.say("Policies of {agency}", agency=agency.name))
    config.extra["policybook"] = {
        "fiction": agency.fiction,
        "official": agency.official,
        "agency": book.theirs(Html(escape(agency.name))),
        "licence": escape(licence.name(agency.text("text_licence"))),
        "source": _source(book),
        "marks": _marks(book),
        "zone": escape(agency.time_zone),
        "built": escape(book.say("Built on {date} from the record.", date=book.say.day(book.manual.as_of))),
        "words": {key: escape(words) for key, words in _words(book.say).items()},
        "css": theme_assets.css((_INLINE / "policybook.css").read_text(encoding="utf-8")),
        "script": theme_assets.script((_INLINE / "policybook.js").read_text(encoding="utf-8")),
    }
    config.extra.setdefault("generator", False)
    config.theme.dirs.insert(0, str(THEME))
    config.theme["font"] = False  # no request to another host
    config.theme["language"] = language(config, agency)
    if not config.theme.get("palette"):
        config.theme["palette"] = _palette(book.say)
    if agency.text("logo") and not config.theme.get("logo"):
        config.theme["logo"] = agency.text("logo")
        config.theme["favicon"] = _said(config, "favicon") or agency.text("logo")
    for extension in _EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    config.validation.nav.omitted_files = logging.DEBUG
    # MkDocs dates the sitemap by the clock; the day that the record was read for makes two builds the same.
    moment = datetime.combine(book.manual.as_of, time(), UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def language(config: MkDocsConfig, agency: Agency) -> str:
    """Return the language of the site's own words: what mkdocs.yml says, else the agency's where we speak it.

    The theme has a default of its own, so that what mkdocs.yml says is looked for there. A country is
    left out where the theme has no words of its own for it. Raises `PluginError` for a language that the theme lacks.
    """
    said = _said(config, "language")
    own = agency.language.partition("-")[0]  # the theme knows no country
    if not said:
        return own if own in catalogs.languages() else "en"
    for one in (said, said.partition("-")[0]):
        if any((Path(folder) / "partials/languages" / f"{one}.html").is_file() for folder in config.theme.dirs):
            return one
    raise PluginError(
        f"policybook: mkdocs.yml: the theme has no words in ‘{said}’. Write a language such as en or es under "
        "‘theme: language’, or leave it out: the site then speaks that of agency.yml."
    )


def _said(config: MkDocsConfig, key: str) -> str:
    """Return what mkdocs.yml itself says about the theme, not what the theme has for a default."""
    with warnings.catch_warnings():
        # MkDocs 1.6 says that it doesn't need them itself; nothing else in it tells what was said from what is default.
        warnings.simplefilter("ignore", DeprecationWarning)
        given = config.user_configs
    for said in reversed(given):
        theme = said.get("theme")
        if isinstance(theme, dict) and theme.get(key):
            return str(theme[key])
    return ""


def navigation(config: MkDocsConfig, book: Book) -> list[Any]:
    """Return the site's navigation: a few pages, never the whole manual."""
    say = book.say
    return [
        {say("Policies"): "index.md"},
        {say("Accountability"): f"{urls.ACCOUNTABILITY}index.md"},
        {say("Review calendar"): f"{urls.CALENDAR}index.md"},
        {say("Changes"): f"{urls.CHANGES}index.md"},
        {say("Boards and teams"): f"{urls.BODIES}index.md"},
        *([{say("Duties"): f"{urls.DUTIES}index.md"}] if any(duties.of_manual(book.manual)) else []),
        *([{say("Law index"): f"{urls.LAW}index.md"}] if any(law.cited(book.manual)) else []),
        {say("Sources"): f"{urls.SOURCES}index.md"},
        {say("Record status"): f"{urls.STATUS}index.md"},
        {say("Data and downloads"): f"{urls.DATA}index.md"},
        {say("How to read this site"): f"{urls.HELP}index.md"},
        *_own_pages(config),
    ]


def titles(nav: Any) -> Iterator[tuple[str, str]]:
    """Yield path and title of each page that a navigation gives a title of its own."""
    for entry in nav if isinstance(nav, list) else ():
        for title, target in entry.items() if isinstance(entry, dict) else ():
            if isinstance(target, str):
                yield target, str(title)
            else:
                yield from titles(target)


def _words(say: Say) -> dict[str, str]:
    """Return the words that the script and the templates show."""
    return {
        "skip": say("Skip to content"),
        "copied": say("Copied"),
        "copy_link": say("Copy the link to this provision"),
        "search": say("Search policies"),
        "submit": say("Search"),
        "missing": say("There is no page here"),
        "missing_more": say("The address may be mistyped, or the page may have moved. Search for it, or begin here:"),
        "policies": say("All policies"),
        "accessibility": say("Accessibility"),
        "licence": say("Licence"),
        "unofficial": say("This is an unofficial copy."),
        "source": say("Its source is"),
        "terms": say("Attribution and licence:"),
        "fiction": say("This is fiction."),
        "demonstration": say("does not exist; its manual is a demonstration."),
    }


def _palette(say: Say) -> list[dict[str, Any]]:
    """Return what the reader's system asks for, and either of the two where the reader chooses."""
    light, dark = "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"
    return [
        _colours("(prefers-color-scheme)", "default", "brightness-auto", say("Switch to light colours")),
        _colours(light, "default", "weather-sunny", say("Switch to dark colours")),
        _colours(dark, "slate", "weather-night", say("Switch to the colours of your system")),
    ]


def _colours(media: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    toggle = {"icon": f"material/{icon}", "name": name}
    return {"media": media, "scheme": scheme, "primary": "blue-grey", "accent": "indigo", "toggle": toggle}


def _own_pages(config: MkDocsConfig) -> list[str]:
    """Return the hand-written pages at the top of docs/, and the index of each folder there; it leads to the others."""
    docs = Path(config.docs_dir)
    top = sorted(path.name for path in docs.glob("*.md") if path.stem != "index")
    found = top + sorted(path.relative_to(docs).as_posix() for path in docs.glob("*/index.md"))
    left_out = config.exclude_docs
    return [path for path in found if left_out is None or not left_out.match_file(path)]


def _marks(book: Book) -> str:
    """Return the attributes of an element that the agency names itself in, where that is in another language than ours."""
    language = book.text_language
    direction = ' dir="rtl"' if catalogs.right_to_left(language) else ""
    return f' lang="{escape(language)}"{direction}' if language else ""


def _source(book: Book) -> dict[str, str] | None:
    """Return title and address of the source that an unofficial copy was taken from."""
    for source in book.manual.sources.values():
        if source.words is not None and re.match(r"https?://", source.text("url")):
            return {
                "title": book.theirs(Html(escape(source.title))),
                "url": html.escape(source.text("url"), quote=True),
            }
    return None
