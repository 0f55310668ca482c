"""The site of the real manual: built strictly, whole, linked, and accessible in a real browser."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests import cases

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def build(config: Path, target: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(config), "-d", str(target)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    built = build(ROOT / "mkdocs.yml", target)
    assert built.returncode == 0, built.stderr
    return target


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.requests: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.attributes.update(values)
        self.anchors.update(values[name] for name in ("id",) if name in values)
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("script", "img", "iframe") and "src" in values:
            self.requests.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "preconnect", "icon"):
            self.requests.append(values["href"])


def pages(site: Path) -> dict[str, _Links]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        parsed = _Links()
        parsed.feed(path.read_text(encoding="utf-8"))
        found["/" + path.relative_to(site).as_posix()] = parsed
    return found


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    found = pages(site)
    broken = []
    for page, parsed in found.items():
        if page == "/404.html":
            continue
        for link in parsed.links:
            target = urlsplit(urljoin(f"http://site{page}", link))
            if target.netloc != "site":
                continue
            path = unquote(target.path) + ("index.html" if target.path.endswith("/") else "")
            there = path in found or (site / path.lstrip("/")).is_file()
            if not there or (path in found and target.fragment and target.fragment not in found[path].anchors):
                broken.append((page, link))
    assert broken == []


def test_no_page_asks_another_host(site: Path) -> None:
    asked = {request for parsed in pages(site).values() for request in parsed.requests if "//" in request}
    assert asked == set()


def test_the_policy_is_there_word_for_word_with_its_anchors(site: Path) -> None:
    html = (site / "policies/1010/index.html").read_text(encoding="utf-8")
    text = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    shown = " ".join(unescape(text).split())
    assert "Race must cease to be a reliable predictor of student achievement and success." in shown
    for anchor in ("strong-commitment", "catalytic-leadership", "transformation-team-support", "mutual-responsibility"):
        assert f'id="{anchor}"' in html or f'id="{anchor.replace("-", "&#45;")}"' in html
    for said in ("unofficial copy", "our assumption, to be confirmed", "no review on record here", "CC-BY-NC-SA-4.0"):
        assert said in shown


def test_a_record_with_errors_stops_a_strict_build(tmp_path: Path) -> None:
    over: dict[str, str | None] = {"0100-mission/policy.yml": "code: 0100\nkind: nonsense\n"}
    cases.written(cases.laid(over), tmp_path)
    (tmp_path / "docs").mkdir()
    config = "site_name: x\ntheme: {name: material}\nplugins: [search, policybook]\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    built = build(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert built.returncode != 0
    assert "‘nonsense’" in built.stderr


def test_hostile_words_are_shown_as_words(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> [x](javascript:alert(1)) **b** {{ config }} &lt; `c` <img src=x onerror=y>"
    over: dict[str, str | None] = {
        "0100-mission/revisions/2026-03-10.es.yml": None,
        "0100-mission/revisions/2026-03-10.yml": (
            "action: adopt\ndate: 2026-03-10\ntitle: '# <b>Mission</b> {: onclick=x }'\n"
            "readings:\n  - date: 2026-02-10\n  - date: 2026-03-10\nvote: unanimous\ndigest: $digest\nchain: $chain\n"
            f"text:\n  - id: mission\n    heading: '{hostile}'\n    text: '{hostile}'\n"
        ),
    }
    cases.written(cases.laid(over), tmp_path)
    (tmp_path / "docs").mkdir()
    config = "site_name: x\ntheme: {name: material}\nplugins: [search, policybook]\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(tmp_path / "mkdocs.yml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    parsed = _Links()
    parsed.feed((tmp_path / "site/policies/0100/index.html").read_text(encoding="utf-8"))
    assert [link for link in parsed.links if link.startswith("javascript")] == []
    assert [name for name in parsed.attributes if name.startswith("on")] == []
    assert "x" not in parsed.requests


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install '.[browser]'")
    pytest.importorskip("axe_playwright_python", reason="axe isn't installed: pip install '.[browser]'")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("page", ["", "policies/1010/", "sources/", "checks/strategy-owner/", "about/"])
def test_axe_finds_nothing(browser: Any, served: str, page: str, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    shown = context.new_page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    shown.on("request", lambda request: None if request.url.startswith(served) else complaints.append(request.url))
    shown.goto(served + page)
    violations = Axe().run(shown).response["violations"]
    wide = shown.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []
    assert wide <= width
    assert complaints == []
