"""`policybook export pages`: the same pages on disk, all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybook.cli.main import policybook
from policybook.errors import PolicybookError
from policybook.site import export
from tests import cases
from tests.site import sites


def _export(manual: Path, target: Path, *options: str) -> Result:
    command = ["export", "pages", str(target), "--manual", str(manual), "--as-of", "2026-11-24", *options]
    return CliRunner().invoke(policybook, command)


def test_each_page_of_the_site_is_there_and_each_file_is_the_same(built: dict[str, Path], tmp_path: Path) -> None:
    done = _export(sites.ROOT / "src/policybook/scaffold/demo/policy", tmp_path / "pages")
    assert done.exit_code == 0, done.output
    site, folder = sites.content(built["demo"]), sites.content(tmp_path / "pages")
    pages = {path.replace(".md", ".html") for path in folder if path.endswith(".md")}
    assert pages <= set(site)
    by_hand = {path.parent.name for path in (sites.ROOT / "docs").glob("*/index.md")}
    own = {path for path in site if path.endswith("index.html") and path.partition("/")[0] not in by_hand}
    assert own - pages == {path for path in folder if path.endswith("index.html")}, "only redirects are HTML already"
    same = [
        path for path in folder if path.startswith(("data/", "schemas/", "changes/feed")) and not path.endswith(".md")
    ]
    assert len(same) > 100
    assert all(folder[path] == site[path] for path in same)


def test_a_folder_of_ours_is_replaced_whole(tmp_path: Path) -> None:
    manual, target = cases.written(cases.small(), tmp_path), tmp_path / "pages"
    assert _export(manual, target).exit_code == 0
    before = sites.content(target)
    (target / "stale.md").write_text("old", encoding="utf-8")
    assert _export(manual, target).exit_code == 0
    assert sites.content(target) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pages", "policy"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    manual, target = cases.written(cases.small(), tmp_path), tmp_path / "thesis"
    target.mkdir()
    (target / "thesis.md").write_text("years of work", encoding="utf-8")
    done = _export(manual, target)
    assert isinstance(done.exception, PolicybookError)
    assert "holds files that aren't pages of ours" in str(done.exception)
    assert sites.content(target) == {"thesis.md": b"years of work"}


def test_an_empty_folder_and_one_that_must_be_made_are_fine(tmp_path: Path) -> None:
    manual = cases.written(cases.small(), tmp_path)
    (tmp_path / "empty").mkdir()
    assert _export(manual, tmp_path / "empty").exit_code == 0
    assert _export(manual, tmp_path / "far/away").exit_code == 0
    assert sites.content(tmp_path / "empty") == sites.content(tmp_path / "far/away")


def test_nothing_changes_where_something_can_t_be_written(tmp_path: Path) -> None:
    target = tmp_path / "pages"
    export.write(target, {"index.md": b"first"})
    with pytest.raises(PolicybookError, match="can't be written"):
        export.write(target, {"index.md": b"second", f"{'x' * 300}.md": b"too long a name"})
    assert sites.content(target)["index.md"] == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_a_link_and_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for name in ("link", "file"):
        with pytest.raises(PolicybookError, match="isn't a folder"):
            export.write(tmp_path / name, {"index.md": b""})


def test_a_record_with_errors_is_refused_with_its_findings(tmp_path: Path) -> None:
    over: dict[str, str | None] = {"0100-mission/policy.yml": "code: 0100\nkind: nonsense\n"}
    done = _export(cases.written(cases.laid(over), tmp_path), tmp_path / "pages")
    assert done.exit_code == 1
    assert "‘nonsense’" in done.output
    assert not (tmp_path / "pages").exists()


def test_the_pages_can_speak_another_language(tmp_path: Path) -> None:
    target = tmp_path / "pages"
    done = _export(
        cases.written(cases.small(), tmp_path), target, "--language", "es", "--site-url", "https://x.example"
    )
    assert done.exit_code == 0
    assert "# Cambios" in (target / "changes/index.md").read_text(encoding="utf-8")
    assert "https://x.example/changes/feed.xml" in (target / "changes/feed.xml").read_text(encoding="utf-8")
