"""Building: the same bytes each time, the same findings as `check`, and what is in the site."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

from tests.site import sites


def test_two_builds_give_the_same_bytes(tmp_path: Path, built: dict[str, Path]) -> None:
    # another process, another folder, another hash seed
    done = sites.build(sites.ROOT / "mkdocs-demo.yml", tmp_path / "again", "--strict", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    first, second = sites.content(built["demo"]), sites.content(tmp_path / "again")
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_the_date_of_the_source_is_honoured(tmp_path: Path) -> None:
    config = sites.project({}, tmp_path, "site_url: https://example.org/\n")
    done = sites.build(config, tmp_path / "site", "--strict", SOURCE_DATE_EPOCH="1700000000")
    assert done.returncode == 0, done.stderr
    assert "<lastmod>2023-11-14</lastmod>" in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_record_with_errors_stops_a_strict_build_with_the_findings_of_check(tmp_path: Path) -> None:
    config = sites.project({"0100-mission/policy.yml": "code: 0100\nkind: nonsense\nsteward: nobody\n"}, tmp_path)
    built = sites.build(config, tmp_path / "site", "--strict")
    assert built.returncode != 0
    assert not (tmp_path / "site/index.html").exists()
    check = [sys.executable, "-m", "policybook", "check", "--as-of", "2026-11-24", "--manual", str(tmp_path / "policy")]
    checked = subprocess.run(check, capture_output=True, text=True, check=False)
    assert checked.returncode == 1
    found = {line for line in _lines(checked.stdout) if re.search(r"error|warning", line)}
    assert any("‘nonsense’" in line for line in found)
    assert found - set(_lines(built.stderr)) == set()


def test_a_record_with_errors_can_be_looked_at_without_strict(tmp_path: Path) -> None:
    config = sites.project({"0100-mission/policy.yml": "code: 0100\nkind: nonsense\n"}, tmp_path)
    built = sites.build(config, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert "‘nonsense’" in built.stderr


def test_the_policy_is_there_word_for_word_with_its_anchors(built: dict[str, Path]) -> None:
    html = (built["real"] / "policies/1010/index.html").read_text(encoding="utf-8")
    shown = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    assert "Race must cease to be a reliable predictor of student achievement and success." in shown
    for anchor in ("strong-commitment", "catalytic-leadership", "transformation-team-support", "mutual-responsibility"):
        assert f'id="{anchor}"' in html
    for said in ("unofficial copy", "our assumption, to be confirmed", "no review on record here", "CC BY-NC-SA 4.0"):
        assert said in shown
    assert "</a>. Attribution" in html


def test_no_page_carries_the_whole_manuals_navigation(built: dict[str, Path]) -> None:
    html = (built["demo"] / "policies/3210/2026-03-10/index.html").read_text(encoding="utf-8")
    menu = html[html.index("md-nav--primary") : html.index("md-sidebar--secondary")]
    by_hand = len([*(sites.ROOT / "docs").glob("*.md"), *(sites.ROOT / "docs").glob("*/index.md")])
    assert menu.count("<a ") <= 12 + by_hand <= 14


def test_the_site_holds_nothing_that_no_reader_asks_for(site: Path) -> None:
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert [path for path in paths if path.endswith(".map") or path.startswith("inline/") or "/lunr/" in path] == []


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
