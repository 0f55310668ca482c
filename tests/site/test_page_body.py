"""Finished HTML is what a Markdown processor makes of the same page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape, unescape
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.lint import runner
from policybook.record import locate
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.site.pages import all_pages
from policybook.text import page_body as rendered
from policybook.text.html import join, tag
from tests.site import sites

_REFERENCE = re.compile(r"&#(\d+);")


@pytest.fixture(scope="module", params=["policy", "src/policybook/scaffold/demo/policy"])
def pages(request: pytest.FixtureRequest) -> list[Page]:
    tree = locate.tree(sites.ROOT / request.param)
    judged = runner.judge(tree, date(2026, 11, 24), runner.all_checks([]))
    return list(all_pages(Book.of(judged)))


def test_every_page_reads_the_same_by_a_markdown_processor(pages: list[Page]) -> None:
    assert [page.url for page in pages if _ours(page.body) != _theirs(page.body)] == []


_words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1)


@given(words=_words.filter(str.strip), more=_words)
def test_words_of_a_record_stay_words(words: str, more: str) -> None:
    body = blocks(heading(2, join(words), "a"), tag("p", more, title=words))
    done = rendered.of(body)
    shown = re.sub(r"<[^>]*>", "", done.html.partition("\n")[0])
    assert unescape(shown) == words
    assert set(re.findall(r"<(/?\w+)", done.html)) == {"h2", "/h2", "p", "/p"}


def test_contents_nest_by_level() -> None:
    done = rendered.of(
        blocks(heading(1, join("a")), heading(3, join("b")), heading(2, join("c")), heading(1, join("d")))
    )
    assert [(top.words, [one.words for one in under]) for top, under in rendered.nested(done.headings)] == [
        ("a", ["b", "c"]),
        ("d", []),
    ]


def test_anchors_of_equal_headings_differ() -> None:
    done = rendered.of(blocks(heading(2, join("Same words")), heading(2, join("Same words"))))
    assert [one.id for one in done.headings] == ["same-words", "same-words_1"]


def _ours(body: str) -> tuple[str, list[Any]]:
    done = rendered.of(body)
    return _normal(done.html), [(one.level, one.id, unescape(one.words)) for one in done.headings]


def _theirs(body: str) -> tuple[str, list[Any]]:
    processor = markdown.Markdown(extensions=["attr_list", "toc"])
    html = processor.convert(body)
    return _normal(html), list(_flat(processor.toc_tokens))  # type: ignore[attr-defined]


def _flat(tokens: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], unescape(token["name"])
        yield from _flat(token["children"])


def _normal(html: str) -> str:
    plain = _REFERENCE.sub(lambda match: escape(chr(int(match[1])), quote=False), html)
    return re.sub(r"\s+(?=<)|(?<=>)\s+", "", plain.replace("&quot;", '"'))
