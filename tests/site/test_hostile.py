"""Hostile words of a record are shown as words, wherever they come out."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from jinja2 import Environment

from policybook.cli import main
from tests import cases
from tests.site import sites

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) <mark>m</mark> :smile: {{ config }} {% raw %} {: onclick=x } "
    "&lt; &amp; `c` ++k++ ==h== ~~s~~ <img src=x onerror=y> </title></style> \"q\" 'a' ![i](//evil.example/i.png) "
    "<https://evil.example> https://evil.example/ # h"
)
SHOWN = " ".join(HOSTILE.replace("[x](javascript:alert(1))", "x").replace("![i](//evil.example/i.png)", "!i").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    words = json.dumps(HOSTILE)
    over: dict[str, str | None] = {
        "agency.yml": (
            f"name: {words}\nfiction: true\ntime_zone: America/Los_Angeles\nmission: {words}\n"
            f"contact: {words}\nseries:\n  - {{starts: '0', title: {words}, cadence: every year}}\n"
        ),
        "0100-mission/policy.yml": f"code: '0100'\nkind: operating-policy\ntitle: {words}\nalso_called: [{words}]\n",
        "0100-mission/revisions/2026-03-10.es.yml": None,
        "0100-mission/revisions/2026-03-10.yml": (
            f"action: adopt\ndate: 2026-03-10\ntitle: {words}\nreason: {words}\nvote: unanimous\n"
            f"digest: $digest\nchain: $chain\nfootnotes: {{a: {words}}}\n"
            "text:\n"
            f"  - id: mission\n    heading: {words}\n    label: '<b>{{: #a }}'\n    text: {words}\n"
            f"    items:\n      - id: one\n        text: {words}\n"
        ),
    }
    config = sites.project(over, folder, "site_url: https://example.org/\n")
    done = sites.build(config, folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_no_page_holds_an_element_or_attribute_of_the_record(site: Path) -> None:
    for page, parsed in sites.markup(site).items():
        assert not {"mark", "img", "iframe", "kbd", "s"} & parsed.tags, page
        assert [name for name in parsed.attributes if name.startswith("on")] == [], page
        assert [link for link in parsed.links if link.lower().startswith(("javascript", "//"))] == [], page
        assert [request for request in parsed.requests if "//" in request or request == "x"] == [], page
        assert [link for link in parsed.links if "evil.example" in link] == [], page


def test_the_words_are_shown_as_they_stand(site: Path) -> None:
    html = (site / "policies/0100/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    article = _words(html[html.index("<article") : html.index("</article")])
    assert SHOWN in article  # prose, with its marks read
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert title is not None
    assert _flat(HOSTILE) in unescape(title[1])


def test_machines_read_the_same_words(site: Path) -> None:
    html = (site / "policies/0100/index.html").read_text(encoding="utf-8")
    written = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert written is not None
    assert json.loads(written[1])["name"] == _flat(HOSTILE)
    feed = ElementTree.fromstring((site / "changes/feed.xml").read_bytes())
    titles = [element.text or "" for element in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert any(_flat(HOSTILE) in title for title in titles)


def test_the_search_holds_the_words_as_words(site: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (site / "search").glob("*.js")}
    data = {name: text for name, text in files.items() if name.startswith(("index", "text-"))}
    said = ""
    for text in data.values():
        value = json.loads(text.partition(",")[2].partition(",")[2].rstrip("\n").removesuffix(")"))
        said += json.dumps(value, ensure_ascii=False)
        assert "</" not in text, "no script can be ended from within"
    assert json.dumps(SHOWN[:40], ensure_ascii=False)[1:-1] in said


def test_an_exported_page_holds_no_template(tmp_path: Path) -> None:
    words = json.dumps("{{ config }} {% raw %} {# c #} a")
    over: dict[str, str | None] = {
        "agency.yml": f"name: {words}\nfiction: true\nmission: {words}\n",
        "0100-mission/policy.yml": f"code: '0100'\nkind: operating-policy\ntitle: {words}\n",
        "0100-mission/revisions/2026-03-10.es.yml": None,
        "0100-mission/revisions/2026-03-10.yml": (
            f"action: adopt\ndate: 2026-03-10\ntitle: {words}\nreason: {words}\nvote: unanimous\n"
            f"digest: $digest\nchain: $chain\ntext:\n  - id: mission\n    heading: {words}\n    text: {words}\n"
        ),
    }
    manual = cases.written(cases.laid(over), tmp_path)
    options = ["--manual", str(manual), "--as-of", "2026-11-24"]
    done = CliRunner().invoke(main.policybook, ["export", "pages", str(tmp_path / "pages"), *options])
    assert done.exit_code == 0, done.output
    for page in (tmp_path / "pages").rglob("*.md"):
        text = page.read_text(encoding="utf-8").rstrip("\n")
        assert Environment().from_string(text).render(config="live") == text, page


def _words(html: str) -> str:
    return _flat(unescape(re.sub(r"<[^>]+>", " ", html)))


def _flat(words: str) -> str:
    return " ".join(words.split())
