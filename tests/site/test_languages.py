"""A site in Spanish, and translations of policies: each word says which language it is in."""

from __future__ import annotations

import re
import warnings
from html import unescape
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from policybook.site.mkdocs import settings
from policybook.text import catalogs
from tests import held
from tests.site import sites
from tests.site.test_words import extracted

_MARKED = re.compile(r'<(article|span|div|h[1-6]|a)[^>]* lang="?en"?[^>]*>.*?</\1>', re.DOTALL)


def _html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def _shown(html: str) -> str:
    """Return what a page shows, without what is marked as English."""
    body = html[html.index("<article") :]
    outer = body[: body.index(">") + 1]
    if 'lang="en"' in outer:
        return ""
    body = _MARKED.sub(" ", body[: body.index("</article>")])
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_what_mkdocs_yml_says_of_the_language_counts_and_nobody_is_warned() -> None:
    agency = held.manual(held.HERON_BEND).agency
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for said, meant in (("es", "es"), ("es-MX", "es"), ("pt-BR", "pt-BR"), ("", agency.language)):
            theme = {"name": "material", **({"language": said} if said else {})}
            config = load_config("mkdocs-demo.yml", theme=theme)
            assert settings.language(config, agency) == meant


@pytest.mark.parametrize("said", ["klingon", "xx-YY", "../es"])
def test_a_language_that_the_theme_does_not_speak_is_refused(said: str) -> None:
    config = load_config("mkdocs-demo.yml", theme={"name": "material", "language": said})
    with pytest.raises(PluginError, match=f"the theme has no words in ‘{said}’. Write a language such as en or es"):
        settings.language(config, held.manual(held.HERON_BEND).agency)


def test_no_word_of_ours_is_left_in_english(spanish: Path) -> None:
    long = [words for words in extracted() if isinstance(words, str) and len(words) > 24 and "{" not in words]
    left = []
    for path in sorted(spanish.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        shown = _shown(html) if "<article" in html else ""
        left += [(path.relative_to(spanish).as_posix(), words) for words in long if words in shown]
    assert left == []


def test_the_page_says_that_it_is_spanish_and_its_text_that_it_is_english(spanish: Path) -> None:
    html = _html(spanish, "policies/3210")
    assert '<html lang="es"' in html
    assert re.search(r'<h1[^>]* lang="en"', html)
    assert re.search(r'<div class="pb-provision" lang="en" dir="ltr"', html)
    assert "Vigente desde el 1 de julio de 2026." in _shown(html)
    assert '<a href="#main" class="md-skip">Ir al contenido</a>' in html


def test_the_checks_stay_english_and_say_so(spanish: Path) -> None:
    assert re.search(r'<article [^>]*lang="en"', _html(spanish, "checks/strategy-owner"))
    assert '<span lang="en">' in _html(spanish, "status")


def test_a_redline_says_which_words_are_the_text_s_and_which_are_ours(spanish: Path) -> None:
    for page in ("policies/3210/2026-03-10/changes", "policies/3210/proposed/2026-shorter-suspensions"):
        html = _html(spanish, page)
        assert '<div class="pb-marked" lang="en">' in html
        assert re.search(r'<span class="pb-unseen" lang="es">\[añadido: </span>', html)
        assert re.search(r'<p class="pb-change"[^>]* lang="es"', html)


def test_regions_of_one_name_are_numbered_whatever_their_language(spanish: Path) -> None:
    numbered = 0
    for path in sorted(spanish.rglob("*.html")):
        names = re.findall(r'role="region"[^>]* aria-label="([^"]*)"', path.read_text(encoding="utf-8"))
        assert len(names) == len(set(names)), path
        numbered += sum(name.startswith("Tabla") and name.endswith(" (2)") for name in names)
    assert numbered


def test_feed_and_calendar_speak_spanish_too(spanish: Path) -> None:
    assert "Lo que hizo la Junta de" in (spanish / "changes/feed.xml").read_text(encoding="utf-8")
    assert "Revisión pendiente" in (spanish / "accountability/calendar/reviews.ics").read_text(encoding="utf-8")


def test_the_agency_s_own_language_is_the_site_s(tmp_path: Path) -> None:
    agency = (sites.ROOT / "tests/small/agency.yml").read_text(encoding="utf-8")
    assert "language: en\n" in agency
    over: dict[str, str | None] = {"agency.yml": agency.replace("language: en\n", "language: es-MX\n")}
    config = sites.project(over, tmp_path)
    assert sites.build(config, tmp_path / "site").returncode == 0
    html = _html(tmp_path / "site", "policies/0100")
    assert '<html lang="es"' in html
    assert '<meta property="og:locale" content="es_MX">' in html
    assert not re.search(r'<div class="pb-provision" lang=', html)
    assert "Texto de la política" in html


def test_a_translation_speaks_its_own_language(built: dict[str, Path]) -> None:
    html = _html(built["demo"], "policies/0100/es")
    assert re.search(r'<article [^>]*lang="es"', html)
    assert "El texto que obliga es el que adoptó la Junta" in html
    assert re.search(r'<h1[^>]* lang="es"', html)


def test_a_translation_without_words_of_ours_marks_its_text(built: dict[str, Path]) -> None:
    html = _html(built["demo"], "policies/0100/ar")
    assert re.search(r'<div class="pb-provision" lang="ar" dir="rtl"', html)
    assert "The text that the board adopted is the one that binds" in html


def test_a_stale_translation_says_so_in_its_own_language(built: dict[str, Path]) -> None:
    assert "Esta es la traducción de un texto anterior." in _html(built["demo"], "policies/0410/es")
    assert "Esta es la traducción de un texto anterior." not in _html(built["demo"], "policies/0100/es")


def test_the_language_switch_says_what_is_there_and_what_is_missing(built: dict[str, Path]) -> None:
    switch = re.search(r'<nav class="pb-languages".*?</nav>', _html(built["demo"], "policies/3210"), re.DOTALL)
    assert switch is not None
    said = unescape(re.sub(r"<[^>]+>", " ", switch[0]))
    assert "English" in said
    assert re.search(r'<a href="[^"]*/3210/es/" lang="es" hreflang="es">español</a>', switch[0])
    assert "العربية" in said
    assert "(not translated yet)" in said
    stale = _html(built["demo"], "policies/0410")
    assert "(of an earlier text)" in stale


def test_a_language_names_itself() -> None:
    assert catalogs.name("es") == "español"
    assert catalogs.name("xx-nonsense") == "xx-nonsense"
    assert catalogs.right_to_left("ar")
    assert not catalogs.right_to_left("es")
