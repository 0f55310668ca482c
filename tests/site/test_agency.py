"""What an agency makes its own: name, logo, colours, menu, pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site import sites

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
CONFIG = """site_name: x
theme:
  name: material
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: teal}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: teal}
plugins: [{policybook: {as_of: 2026-11-24}}]
"""


def _project(folder: Path) -> Path:
    agency = (sites.ROOT / "tests/small/agency.yml").read_text(encoding="utf-8")
    config = sites.project({"agency.yml": f"{agency}logo: assets/logo.svg\n"}, folder)
    config.write_text(CONFIG, encoding="utf-8")
    return config


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small manual with a logo, colours, and pages of its own."""
    folder = tmp_path_factory.mktemp("own")
    config = _project(folder)
    (folder / "docs/assets").mkdir()
    (folder / "docs/assets/logo.svg").write_text(LOGO, encoding="utf-8")
    (folder / "docs/contact.md").write_text(
        "---\ntitle: Whom to ask\n---\n# Whom to ask\n\nThe clerk.\n", encoding="utf-8"
    )
    (folder / "docs/help/licence").mkdir(parents=True)
    (folder / "docs/help/licence/index.md").write_text("# Our licence\n\nAsk.\n", encoding="utf-8")
    done = sites.build(config, folder / "site", "--strict")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def _html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def test_name_and_logo_are_those_of_the_record(own: Path) -> None:
    html = _html(own, "policies/0100")
    assert re.search(r'<img src="\.\./\.\./assets/logo\.svg"', html)
    assert '<link rel="icon" href="../../assets/logo.svg">' in html
    assert " - Heron Bend School District</title>" in html
    assert (own / "assets/logo.svg").read_text(encoding="utf-8") == LOGO


def test_its_colours_are_those_of_mkdocs_yml(own: Path) -> None:
    html = _html(own, "policies/0100")
    assert 'data-md-color-primary="teal"' in html
    assert "blue-grey" not in html.replace('[data-md-color-primary="blue-grey"]', "")


def test_its_own_pages_stand_in_the_menu_and_take_the_place_of_ours(own: Path) -> None:
    assert "Whom to ask" in _html(own, "policies/0100")
    html = _html(own, "help/licence")
    assert "Our licence" in html
    assert "Apache-2.0" not in html


def test_a_page_of_its_own_is_described_for_those_who_link_to_it(own: Path) -> None:
    assert '<meta property="og:title" content="Whom to ask">' in _html(own, "contact")


def test_a_logo_that_is_missing_is_named(tmp_path: Path) -> None:
    done = sites.build(_project(tmp_path), tmp_path / "site", "--strict")
    assert done.returncode != 0
    assert "‘assets/logo.svg’" in done.stderr
