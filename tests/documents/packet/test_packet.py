"""What the board receives: memo, redline and clean copy that agree, as a Word file and as a tagged PDF."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings

from policybook import redline
from policybook.cli import main
from policybook.documents import docx as word
from policybook.documents import manuscript, packet, tracked
from policybook.errors import PolicybookError
from policybook.model import Manual, Text
from policybook.record import loader
from policybook.record.tree import MemoryTree
from tests import cases, held
from tests.documents.docx.test_tracked_changes import pairs
from tests.documents.drafts.test_drafts import texts

docx = pytest.importorskip("docx", reason="python-docx is not installed")
pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

MEETING = date(2026, 11, 24)
HERON_BEND = held.manual(held.HERON_BEND)


def made(*named: str, manual: Manual = HERON_BEND) -> packet.Packet:
    """Return the packet of the proposals `CODE@ID`."""
    chosen = []
    for name in named:
        code, _, id = name.partition("@")
        policy = manual.find(code)
        assert policy is not None
        chosen.append((policy, policy.by_id[id]))
    return packet.build(manual, chosen, MEETING)


def pdf(of: packet.Packet) -> Any:
    from policybook.documents.packet import pdf

    return pypdf.PdfReader(io.BytesIO(pdf.write(of)))


def words_of(reader: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


SHORTER = "3210@2026-shorter-suspensions"


def test_what_came_from_another_policy_is_named() -> None:
    items = made(SHORTER, "3210P@2025-08-11").items
    assert any("3200" in change for change in items[1].changes), items[1].changes


def test_the_memo_answers_what_a_board_asks() -> None:
    (item,) = made(SHORTER).items
    memo = {entry.asks: " | ".join((*entry.paragraphs, *entry.points)) for entry in item.memo}
    assert memo["What"].startswith("A revision of Policy 3210, Fair Discipline. Parts of the text: 1 changed or moved.")
    assert memo["Summary"] == "Five days at most in grades 6 to 8."
    assert memo["Kind of change"].startswith("Substantive")
    assert memo["Proposed by"] == "Equity Council"
    assert memo["Who is affected"].startswith("Students in grades 6 to 8, two groups most of all.")
    assert memo["Legal references"] == "State Code 12.34"
    assert memo["Readings so far"] == "First reading, 10 November 2026"
    assert memo["What the board’s rules still require"].split(" | ")[:2] == [
        "One more reading: the rules ask for two.",
        "The next one 24 November 2026 at the earliest: 14 days after the last.",
    ]
    assert memo["Recommended motion"] == (
        "That the board adopt the revised Policy 3210, Fair Discipline, as presented, on second and final reading."
    )
    assert item.revision.computed_digest in item.proof[0]
    assert next(iter(memo)) == "Recommended motion"
    assert item.changes == ("‘3. Suspension’ is changed: 6 – 12: 8 days → 6 – 8: 5 days, 9 – 12: 8 days.",)


def test_a_first_reading_is_moved_as_one_and_a_missing_analysis_is_named() -> None:
    small = cases.laid({"agency.yml": "name: A\nrules:\n  - {since: 2020, readings: 2, equity: required, comment_days: 9}\n",
        "3210-fair-discipline/revisions/2026-new.yml": "action: revise\ntitle: T\nfollows: 2026-03-10\n"
        "text:\n  - {id: purpose, text: Words.}\n"})  # fmt: skip
    reading = loader.read(MemoryTree(small))
    manual = Manual(reading.records, reading.unread, MemoryTree(small), cases.AS_OF)
    (item,) = made("3210@2026-new", manual=manual).items
    memo = {entry.asks: (*entry.paragraphs, *entry.points) for entry in item.memo}
    assert memo["Recommended motion"] == ("That the board take Policy 3210, T, as presented, for first reading.",)
    assert memo["Who is affected"] == ("The board’s rules ask for an equity analysis. None is on record.",)
    assert memo["What the board’s rules still require"] == (
        "2 more readings: the rules ask for two.",
        "An equity analysis: who is affected, on what evidence, and what was changed because of it.",
        "A time for comment of 9 days.",
    )


@pytest.mark.parametrize("spared", ["change: editorial", "readings: [{date: 2026-11-10, waived: It could not wait.}]"])
@pytest.mark.parametrize("comment", ["", "comment: {from: 2026-11-20, until: 2026-11-21}\n"])
def test_no_time_for_comment_is_asked_of_what_the_check_spares(spared: str, comment: str) -> None:
    small = cases.laid({"agency.yml": "name: A\nrules:\n  - {since: 2020, readings: 2, comment_days: 9}\n",
        "3210-fair-discipline/revisions/2026-new.yml": f"action: revise\ntitle: T\nfollows: 2026-03-10\n{spared}\n{comment}"
        "text:\n  - {id: purpose, text: Words.}\n"})  # fmt: skip
    reading = loader.read(MemoryTree(small))
    manual = Manual(reading.records, reading.unread, MemoryTree(small), cases.AS_OF)
    (item,) = made("3210@2026-new", manual=manual).items
    assert not any("time for comment" in point for entry in item.memo for point in entry.points)


@given(texts(), texts())
@settings(deadline=None, max_examples=60)
def test_a_redline_laid_out_holds_the_words_of_both_texts(old: Text, new: Text) -> None:
    blocks = tracked.of(redline.between(old, new))
    assert tracked.plain(blocks, "new") == manuscript.plain(manuscript.of(new)), repr((old.data, new.data))
    assert tracked.plain(blocks, "old") == manuscript.plain(manuscript.of(old)), repr((old.data, new.data))


def test_a_redline_laid_out_holds_the_words_of_both_texts_of_every_act() -> None:
    for old, new in pairs():
        blocks = tracked.of(redline.between(old, new))
        assert tracked.plain(blocks, "new") == manuscript.plain(manuscript.of(new))
        assert tracked.plain(blocks, "old") == manuscript.plain(manuscript.of(old))


def test_nothing_is_written_where_the_parts_do_not_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policybook.documents.tracked.plain", lambda *_: ["something else"])
    with pytest.raises(PolicybookError, match="nothing is written"):
        made(SHORTER)


def test_the_pdf_is_tagged_titled_in_a_language_and_says_so() -> None:
    reader = pdf(made(SHORTER))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Policy 3210 Fair Discipline"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_the_pdf_holds_memo_redline_and_clean_copy_in_this_order() -> None:
    words = words_of(pdf(made(SHORTER)))
    places = [words.index(part) for part in ("Recommended motion", "What would change", "The text as it would")]
    assert places == sorted(places)
    clean = words[places[-1] :]
    assert "A suspension, and all of a student's suspensions in one term together, last no longer than:" in clean
    assert "6 – 12" in words[places[1] : places[2]]
    assert "6 – 12" not in clean


def test_a_pdf_says_aloud_what_is_added_and_removed_and_numbers_its_pages() -> None:
    words = words_of(pdf(made(SHORTER)))
    assert "[removed: lasts]" in words.replace(" ]", "]")
    assert "[added: , and all of a student's suspensions" in words.replace("added:,", "added: ,")
    assert "DRAFT: proposed, not adopted" in words
    assert "Page 2 of " in words
    assert "Signature of the chair" in words
    assert words.index("Recommended motion") < words.index("What else was done") < words.index("Digest of the text")
    assert "What changed since the first reading The text changed after the first reading" in words


def test_an_adopted_text_is_no_draft_and_has_no_lines_to_sign() -> None:
    words = words_of(pdf(made("3210@2026-03-10")))
    assert "DRAFT" not in words
    assert "Signature" not in words


def test_the_head_says_to_whom_from_whom_and_for_what() -> None:
    policy = HERON_BEND.find("3210")
    assert policy is not None
    cover = packet.Cover(prepared_by="The clerk", agenda_item="7.B")
    of = packet.build(HERON_BEND, [(policy, policy.by_id["2026-shorter-suspensions"])], MEETING, cover)
    assert dict(of.head) == {
        "To": "School Board",
        "From": "Equity Council",
        "Prepared by": "The clerk",
        "Meeting": "24 November 2026",
        "Agenda item": "7.B",
        "Date": "24 November 2026",
    }


def test_a_package_has_one_motion_contents_and_runs_on() -> None:
    of = made(SHORTER, "6700@2026-breakfast", "1400@2026-five-minutes")
    assert of.joint_motion.startswith("That the board adopt the revised Policy 3210, Fair Discipline, as presented, on")
    assert "; take Policy 1400, Order at Meetings, as presented, for first reading." in of.joint_motion
    reader = pdf(of)
    first = " ".join(reader.pages[0].extract_text().split())
    assert "Contents 3210 Fair Discipline" in first
    assert len(reader.pages) <= 9


def test_a_packet_speaks_the_agencys_language() -> None:
    small = cases.laid({"agency.yml": "name: A\nlanguage: es\nrules:\n  - {since: 2020, readings: 2}\n",
        "3210-fair-discipline/revisions/2026-new.yml": "action: revise\ntitle: T\nfollows: 2026-03-10\nfiscal: Nada.\n"
        "text:\n  - {id: purpose, text: Palabras.}\n"})  # fmt: skip
    reading = loader.read(MemoryTree(small))
    assert not reading.unread
    of = made("3210@2026-new", manual=Manual(reading.records, reading.unread, MemoryTree(small), cases.AS_OF))
    words = words_of(pdf(of))
    for said in (
        "Moción recomendada",
        "en primera lectura",
        "Impacto fiscal Nada.",
        "Qué cambiaría",
        "BORRADOR",
        "Página 1 de",
    ):
        assert said in words, said
    for unsaid in ("Recommended", "What would", "Readings", "Signature", "Page ", "[added"):
        assert unsaid not in words, unsaid


def test_one_packet_of_many_policies_in_either_form() -> None:
    of = made(SHORTER, "6700@2026-breakfast", "1400@2026-five-minutes")
    from policybook.documents.packet import docx as as_word

    document = docx.Document(io.BytesIO(as_word.write(of)))
    heads = [one.text for one in document.paragraphs if one.style.name == "heading 1" or one.style.name == "Heading 1"]
    assert heads == ["3210 Fair Discipline", "6700 School Meals", "1400 Order at Meetings"]
    words = words_of(pdf(of))
    assert all(words.count(head) >= 2 for head in heads)


def test_the_word_packet_holds_real_changes_and_both_texts() -> None:
    from policybook.documents.packet import docx as as_word

    read = word.read(as_word.write(made(SHORTER)))
    assert read.rejected is not None
    accepted = [manuscript.words(block) for block in read.accepted.blocks]
    rejected = [manuscript.words(block) for block in read.rejected.blocks]
    new = "A suspension, and all of a student's suspensions in one term together, last no longer than:"
    assert accepted.count(new) == 3  # redline, changes since the last reading, clean copy
    assert rejected.count(new) == 1
    assert rejected.count("A suspension lasts no longer than:") == 2


HOSTILE = '#eval("1") $x$ @ref <w:p/> *bold* _it_ \\ `raw` // no /* no */ ]] #sys.inputs'


def test_hostile_words_stay_words_in_both_forms() -> None:
    small = cases.laid({"3210-fair-discipline/revisions/2026-new.yml": "action: revise\nfollows: 2026-03-10\n"
        f"title: '{HOSTILE}'\nsummary: '{HOSTILE}'\nreason: |-\n  {HOSTILE}\n"
        f"text:\n  - id: purpose\n    heading: '{HOSTILE}'\n    text: |-\n      {HOSTILE}\n"
        f"    table: |\n      | {HOSTILE} |\n      | [x](javascript:1) |\n"})  # fmt: skip
    reading = loader.read(MemoryTree(small))
    assert not reading.unread
    of = made("3210@2026-new", manual=Manual(reading.records, reading.unread, MemoryTree(small), cases.AS_OF))
    from policybook.documents.packet import docx as as_word

    document = docx.Document(io.BytesIO(as_word.write(of)))
    assert HOSTILE in [one.text for one in document.paragraphs]
    words = words_of(pdf(of))
    assert '#eval("1") $x$ @ref <w:p/>' in words
    assert "#sys.inputs" in words


def test_a_script_that_no_font_here_holds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    from policybook.documents.packet import pdf

    own = typst.compile
    monkeypatch.setattr(typst, "compile", lambda *a, **k: own(*a, **{**k, "ignore_system_fonts": True}))
    changed = "action: revise\ntitle: T\nfollows: 2026-03-10\ntext:\n  - {id: purpose, text: 漢字 and words.}\n"
    small = cases.laid({"3210-fair-discipline/revisions/2026-new.yml": changed})
    reading = loader.read(MemoryTree(small))
    of = made("3210@2026-new", manual=Manual(reading.records, reading.unread, MemoryTree(small), cases.AS_OF))
    with pytest.raises(PolicybookError, match="The PDF can't be made"):
        pdf.write(of)


def run(*words: str) -> Result:
    return CliRunner().invoke(main.policybook, words, standalone_mode=False)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_command_writes_the_file_and_prints_the_digest(form: str, tmp_path: Path) -> None:
    target = tmp_path / f"x.{form}"
    place = ["--manual", str(held.HERON_BEND), "--as-of", "2026-11-24"]
    done = run("packet", "3210", *place, "--meeting", "2026-11-24", "--format", form, "--output", str(target))
    assert done.exception is None, done.exception
    assert target.read_bytes()[:4] == {"docx": b"PK\x03\x04", "pdf": b"%PDF"}[form]
    assert "sha256:" in done.output


def test_what_is_not_proposed_and_what_is_proposed_twice_is_said() -> None:
    place = ["--manual", str(held.HERON_BEND), "--as-of", "2026-11-24"]
    assert "Nothing is proposed for policy 0100" in str(run("packet", "0100", *place).exception)
    assert "There is no policy 9999" in str(run("packet", "9999", *place).exception)


@pytest.mark.parametrize(("form", "missing"), [("docx", "docx"), ("pdf", "typst")])
def test_a_missing_extra_is_one_sentence(form: str, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    done = run("packet", "3210", "--manual", str(held.HERON_BEND), "--as-of", "2026-11-24", "--format", form)
    assert "pip install 'policybook[word,pdf]'" in str(done.exception)
