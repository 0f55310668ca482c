"""Texts to take away: where they lie, that they are what they say, and that two builds give the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from policybook.errors import PolicybookError
from policybook.exports import urls
from policybook.model import Policy, Revision
from policybook.site.context import Book
from policybook.site.files import copies
from policybook.site.pages import policy as policy_page
from policybook.site.pages import proposal as proposal_page
from tests import cases, held
from tests.documents.akn.test_export import valid
from tests.site import sites

BOOK = Book(held.manual(held.HERON_BEND))
HEAVY = replace(BOOK, downloads=("docx", "pdf"))
SHORTER = "2026-shorter-suspensions"


def test_each_text_that_is_held_is_offered_as_akoma_ntoso(built: dict[str, Path]) -> None:
    for policy in BOOK.manual:
        for revision in policy.revisions:
            file = built["demo"] / urls.revision_as(policy.code, revision.id, "akn.xml")
            assert file.is_file() == revision.holds_text
            if revision.holds_text:
                valid(file.read_bytes())
    page = (built["demo"] / "policies/3210/proposed" / SHORTER / "index.html").read_text(encoding="utf-8")
    assert f"{SHORTER}.akn.xml" in page
    assert ".docx" not in page
    assert not list((built["demo"] / "data").rglob("*.docx"))


def test_word_and_pdf_are_offered_where_asked_for_and_each_link_has_its_file() -> None:
    pytest.importorskip("docx", reason="python-docx is not installed")
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    pytest.importorskip("typst", reason="typst is not installed")
    policy = held.heron_bend("3210")
    proposal = policy.by_id[SHORTER]
    files = dict(copies.of(HEAVY, policy, proposal))
    assert sorted(url.partition(SHORTER)[2] for url in files) == [".akn.xml", ".docx", ".pdf", ".redline.docx"]
    (page,) = (one for one in proposal_page.pages(HEAVY, policy) if one.url.endswith(f"{SHORTER}/"))
    links = sites.Markup(page.body).links
    assert {urls.relative(url, page.url) for url in files} <= set(links)
    assert dict(copies.of(HEAVY, policy, proposal)) == files
    with zipfile.ZipFile(io.BytesIO(files[urls.revision_as("3210", SHORTER, "redline.docx")])) as parts:
        assert b"<w:ins " in parts.read("word/document.xml")
    reader = pypdf.PdfReader(io.BytesIO(files[urls.revision_as("3210", SHORTER, "pdf")]))
    words = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    assert "Proposed. Not adopted, not in force." in words
    assert "This is fiction." in words
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    in_force = sites.Markup(policy_page.page(HEAVY, policy).body).links
    assert {Path(link).suffix for link in in_force if "data/" in link} >= {".json", ".xml", ".docx", ".pdf"}


def test_a_text_that_is_not_held_is_not_offered() -> None:
    lost = Revision({"action": "adopt", "date": "2026", "text": "not-held"}, "1/revisions/a.yml", "a", "1")
    assert list(copies.of(HEAVY, Policy({"code": "1", "kind": "bylaw"}, "1", frozenset()), lost)) == []


def test_what_is_not_installed_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    copies.require(())
    with pytest.raises(PolicybookError, match=r"asks for docx and pdf, .* pip install 'policybook\[word,pdf\]'"):
        copies.require(("docx", "pdf"))


def test_the_option_makes_a_site_with_word_files_the_same_each_time(tmp_path: Path) -> None:
    pytest.importorskip("docx", reason="python-docx is not installed")
    config = sites.project({}, tmp_path)
    option = f"as_of: {cases.AS_OF}, downloads: [docx]"
    config.write_text(config.read_text(encoding="utf-8").replace("as_of: 2026-11-24", option), encoding="utf-8")
    for name in ("one", "two"):
        done = sites.build(config, tmp_path / name, "--strict")
        assert done.returncode == 0, done.stderr
    found = [
        {path: data for path, data in sites.content(tmp_path / name).items() if ".docx" in path}
        for name in ("one", "two")
    ]
    assert found[0]
    assert found[0] == found[1]
