"""On a site in another language than the record's, each of the record's own words says which language it is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from policybook.lint import runner
from policybook.record.tree import MemoryTree
from policybook.site.context import Book
from policybook.site.files import all_files
from policybook.site.pages import all_pages
from policybook.text import catalogs, page_body
from tests import cases
from tests.site import sites

_DEMO = sites.ROOT / "src/policybook/scaffold/demo/policy"
_WORD = re.compile(r"(\]\([^)]*\)|\[\^[^]]*\])|[^\W\d_]{3,}")
_PUT = re.compile("zqx(en|es|ar)")
"""What is put at the end of each word of the record, by the language of its file; no word of ours holds it."""
_WORDS = frozenset(
    [
        "activities",
        "activity",
        "affected",
        "also_called",
        "attribution",
        "author",
        "authority",
        "changed",
        "charge",
        "checked_by",
        "cite",
        "description",
        "evidence",
        "footnotes",
        "heading",
        "items",
        "lead",
        "members",
        "name",
        "not_held",
        "note",
        "publisher",
        "quote",
        "reason",
        "resolution",
        "seconded_by",
        "moved_by",
        "short_name",
        "summary",
        "table",
        "text",
        "title",
        "tool",
        "translator",
        "waived",
        "why",
    ]
)
"""The keys of the record under which words stand for people to read."""
_ELSEWHERE = frozenset(
    ["next_steps/what", "steps/outcome", "claims/is", "mission/is", "charge/is", "lead/is", "members/is"]
)
"""Those under which words stand only within another key."""
_NOT_HELD = "not-held"
"""What stands in place of a text that isn't held: no words."""
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_UNSEEN = frozenset(["title", "script", "style"])
"""Elements without words in several languages to read: a title's can't be told apart."""


class _Walker(HTMLParser):
    """Finds words of the record that don't stand in their own language and its direction, and names of ours that do."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._ours = language
        self._around: list[tuple[str, str, str]] = [("", language, "ltr")]
        self.met = 0
        self.lost: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        said = dict(attributes)
        _, around, direction = self._around[-1]
        language, name = said.get("lang") or around, said.get("aria-label") or ""
        if tag == "article":  # a page about the checks is English throughout
            self._ours = language
        if name and not _PUT.search(name) and language != self._ours:
            self.lost.append(f"{tag} {name}")
        if tag not in _VOID:
            self._around.append((tag, language, said.get("dir") or direction))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it that end with it."""
        while len(self._around) > 1 and self._around.pop()[0] != tag:
            pass
        if tag == "article":
            self._ours = self._around[-1][1]

    def handle_data(self, data: str) -> None:
        """Look at words."""
        tag, language, direction = self._around[-1]
        wanted = {match[1] for match in _PUT.finditer(data)}
        if not wanted or tag in _UNSEEN:
            return
        self.met += 1
        if wanted != {language} or direction != ("rtl" if language == "ar" else "ltr"):
            self.lost.append(_PUT.sub("", " ".join(data.split()))[:80])


def _marked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a manual's files, with each word that people read ending in what tells its language."""
    found = {}
    for path, content in files.items():
        language = next((one for one in ("es", "ar") if path.endswith(f".{one}.yml")), "en")
        if path.endswith(".yml"):
            node = yaml.compose(content, yaml.SafeLoader)
            assert node is not None
            _mark(node, "", "", language)
            found[path] = yaml.serialize(node, allow_unicode=True, width=10**6).encode()
        else:
            found[path] = _ended(content.decode(), language).encode()
    return found


def _mark(node: yaml.Node, key: str, outer: str, language: str) -> None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            within = "footnotes" if key == "footnotes" else name.value
            _mark(value, within, key, language)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            _mark(one, key, outer if isinstance(one, yaml.ScalarNode) else key, language)
    elif isinstance(node, yaml.ScalarNode) and (key in _WORDS or f"{outer}/{key}" in _ELSEWHERE):
        node.value = _ended(node.value, language) if node.value != _NOT_HELD else node.value


def _ended(words: str, language: str) -> str:
    return _WORD.sub(lambda match: match[0] if match[1] else f"{match[0]}zqx{language}", words)


def _walked(html: str, language: str) -> _Walker:
    walker = _Walker(language)
    walker.feed(html)
    walker.close()
    return walker


@pytest.fixture(scope="module")
def spoken() -> Book:
    """The demonstration with its words marked, to be shown in Spanish."""
    files = {path.relative_to(_DEMO).as_posix(): path.read_bytes() for path in _DEMO.rglob("*") if path.is_file()}
    judged = runner.judge(MemoryTree(_marked(files)), cases.AS_OF, runner.all_checks([]))
    return Book.of(judged, catalogs.say("es"))


def test_each_word_of_the_record_says_its_language(spoken: Book) -> None:
    walked = {page.url: _walked(page_body.of(page.body).html, page.language or "es") for page in all_pages(spoken)}
    lost = [(url, words) for url, walker in walked.items() for words in walker.lost]
    assert lost == []
    assert sum(walker.met for walker in walked.values()) > 3000
    silent = [
        url for url, walker in walked.items() if not walker.met and not url.startswith(("checks/", "help/", "search/"))
    ]
    assert silent == []


def test_a_figure_in_words_says_it_and_one_without_words_does_not() -> None:
    strategies = cases.small()["3210-fair-discipline/strategies.yml"].decode().replace("61 %", "61 meetings")
    tree = MemoryTree(cases.laid({"3210-fair-discipline/strategies.yml": strategies}))
    judged = runner.judge(tree, cases.AS_OF, runner.all_checks([]))
    pages = {page.url: page for page in all_pages(Book.of(judged, catalogs.say("es")))}
    html = page_body.of(pages["policies/3210/"].body).html
    assert '<td><span lang="en">61 meetings</span></td>' in html
    assert "<td>90 %</td>" in html
    assert re.search('<svg [^>]*aria-label="Meetings held within five school days" [^>]*lang="en"', html)


def test_a_site_in_the_record_s_language_says_nothing_twice() -> None:
    judged = runner.judge(MemoryTree(cases.small()), cases.AS_OF, runner.all_checks([]))
    marked = [page.url for page in all_pages(Book.of(judged)) if re.search('<span lang="en">|lang=en', page.body)]
    assert [url for url in marked if not url.endswith("/es/")] == []


def test_words_from_right_to_left_say_so_in_a_redline_too() -> None:
    agency = cases.small()["agency.yml"].decode().replace("language: en\n", "language: ar\n")
    judged = runner.judge(MemoryTree(cases.laid({"agency.yml": agency})), cases.AS_OF, runner.all_checks([]))
    page = next(one for one in all_pages(Book.of(judged)) if one.url.endswith("/2026-03-10/changes/"))
    html = page_body.of(page.body).html
    assert '<div class="pb-marked" lang="ar" dir="rtl">' in html
    assert re.search(r'<p class="pb-change" lang="en" dir="ltr"', html)
    assert re.search(r'<li><a href="[^"]*">[^<]*<span lang="ar" dir="rtl">', html)


def test_pages_that_only_send_on_say_it_too(spoken: Book) -> None:
    sent = {one.url: _walked(one.content.decode(), "es") for one in all_files(spoken) if one.url.endswith(".html")}
    assert sent
    assert [url for url, walker in sent.items() if walker.lost or not walker.met] == []


def test_what_stands_around_a_page_says_it_too(tmp_path: Path) -> None:
    config = sites.project({path: data.decode() for path, data in _marked(cases.small()).items()}, tmp_path)
    config.write_text(config.read_text(encoding="utf-8").replace("material}", "material, language: es}"), "utf-8")
    done = sites.build(config, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    lost = []
    for path in sorted((tmp_path / "site").rglob("*.html")):
        walker = _walked(path.read_text(encoding="utf-8"), "es")
        assert walker.met, path
        lost += [(path.relative_to(tmp_path / "site").as_posix(), words) for words in walker.lost]
    assert lost == []
