"""What the search takes in: codes, titles, headings and texts in force; beyond a limit, only how sections begin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policybook.site import search
from tests.site import sites

LONG = "The first sentence stands here.\n\n      Only the second paragraph speaks of marmalade."


def _docs(site: Path) -> dict[str, Any]:
    docs = json.loads((site / "search/texts.json").read_text(encoding="utf-8"))["docs"]
    return {entry["location"]: entry for entry in docs}


def _project(folder: Path, limit: str) -> dict[str, Any]:
    path = "0100-mission/revisions/2026-03-10.yml"
    text = (
        "action: adopt\ndate: 2026-03-10\ntitle: Mission\n"
        "readings:\n  - date: 2026-02-10\n  - date: 2026-03-10\nvote: unanimous\ndigest: $digest\nchain: $chain\n"
        f"text:\n  - id: mission\n    heading: Our mission\n    text: |\n      {LONG}\n"
        "  - id: also\n    text: And a piece without a heading speaks of quinces.\n"
    )
    translation = path.replace(".yml", ".es.yml")
    config = sites.project({path: text, translation: None}, folder)
    config.write_text(config.read_text(encoding="utf-8").replace("as_of: 2026-11-24", f"as_of: 2026-11-24{limit}"))
    done = sites.build(config, folder / "site")
    assert done.returncode == 0, done.stderr
    return _docs(folder / "site")


def test_a_result_says_which_policy_and_which_provision(built: dict[str, Path]) -> None:
    docs = _docs(built["demo"])
    assert docs["policies/3210/"]["title"] == "3210 Fair Discipline"
    assert docs["policies/3210/#longest-suspension"]["title"] == "3. Suspension"
    assert "A suspension lasts no longer than" in docs["policies/3210/#longest-suspension"]["text"]


def test_each_policy_is_found_once_by_code_and_title(built: dict[str, Path]) -> None:
    docs = _docs(built["demo"])
    index = json.loads((built["demo"] / "data/index.json").read_text(encoding="utf-8"))
    for policy in index["policies"]:
        named = [where for where, entry in docs.items() if entry["title"] == f"{policy['code']} {policy['title']}"]
        assert [where for where in named if where.startswith("policies/")] == [policy["url"]]


def test_each_word_of_a_table_is_a_word_of_its_own(built: dict[str, Path]) -> None:
    assert "Kindergarten" in _docs(built["demo"])["policies/3210/#longest-suspension"]["text"].split()


@pytest.mark.parametrize(
    "left_out",
    [
        "/changes/",
        "/proposed/",
        "policies/3210/2019-08-20/",
        "policies/3210/2026-03-10/",
        "checks/",
        "status/",
        "data/",
    ],
)
def test_history_redlines_and_proposals_stay_out_of_it(built: dict[str, Path], left_out: str) -> None:
    assert [where for where in _docs(built["demo"]) if left_out in where] == []


@pytest.mark.parametrize("section", ["history", "strategies", "cite", "on-a-day", "references", "licence", "kept"])
def test_of_a_policy_s_page_only_the_text_is_taken_in(built: dict[str, Path], section: str) -> None:
    assert [
        where for where in _docs(built["demo"]) if where.startswith("policies/") and where.endswith(f"/#{section}")
    ] == []


def test_a_translation_is_found_while_it_says_what_the_text_in_force_says(built: dict[str, Path]) -> None:
    docs = _docs(built["demo"])
    assert "policies/0100/es/" in docs
    assert "policies/0410/es/" not in docs


def test_up_to_the_limit_every_word_is_taken_in(tmp_path: Path) -> None:
    docs = _project(tmp_path, "")
    assert "marmalade" in docs["policies/0100/#mission"]["text"]
    assert any("quinces" in entry["text"] for entry in docs.values())


def test_beyond_the_limit_only_headings_and_how_each_section_begins(tmp_path: Path) -> None:
    docs = _project(tmp_path, ", search_limit: 10")
    assert docs["policies/0100/#mission"]["title"] == "Our mission"
    assert "The first sentence stands here." in docs["policies/0100/#mission"]["text"]
    said = " ".join(entry["text"] for entry in docs.values())
    assert "marmalade" not in said
    assert "quinces" not in said
    assert docs["policies/0100/"]["title"] == "0100 Mission"


def test_what_every_page_loads_of_the_search_is_the_same_however_long_the_texts_are(built: dict[str, Path]) -> None:
    for site in built.values():
        assert (site / "search/search_index.json").stat().st_size < 1_000
        page = (site / "policies/1010/index.html").read_text(encoding="utf-8")
        assert "workers/policybook.js" in page
        assert "workers/search." not in page


def test_a_site_that_is_read_from_a_disk_keeps_the_theme_s_own_search(tmp_path: Path) -> None:
    config = sites.project({}, tmp_path)
    config.write_text(config.read_text(encoding="utf-8").replace("[search,", "[search, offline,"), encoding="utf-8")
    assert sites.build(config, tmp_path / "site").returncode == 0
    assert "0100 Mission" in (tmp_path / "site/search/search_index.js").read_text(encoding="utf-8")
    assert not (tmp_path / "site/search/texts.json").exists()


def test_a_result_says_what_holds_on_the_day_of_the_build_only(built: dict[str, Path]) -> None:
    said = _docs(built["demo"])["bodies/restorative-team/#owns"]["text"]
    assert "due by 15 March 2027" in said
    assert "overdue" not in said


def test_only_the_theme_s_settings_lead_to_our_script() -> None:
    theirs = "assets/javascripts/workers/search.1.min.js"
    settings = '<script id="__config" type="application/json">{"search": "%s"}</script>'
    built = search.page(f"<p>{theirs}</p>{settings % theirs}<p>{theirs}</p>", theirs)
    assert built == f"<p>{theirs}</p>{settings % 'assets/javascripts/workers/policybook.js'}<p>{theirs}</p>"
    assert search.page(built, "") == built
