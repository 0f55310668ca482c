"""What a clerk has becomes a proposal: from Word, Markdown or plain letters, ids kept, nothing guessed."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from policybook import redline
from policybook.cli import main
from policybook.documents import docx as word
from policybook.documents import drafts, manuscript
from policybook.documents.drafts import markdown, plain_text
from policybook.documents.drafts.draft import Draft
from policybook.documents.manuscript import Block, Manuscript
from policybook.errors import PolicybookError
from policybook.model import Manual, Text
from policybook.text import rich_text
from policybook.values import digest
from tests import held

docx = pytest.importorskip("docx", reason="python-docx is not installed")

POLICY = held.heron_bend("3210")
BASE = POLICY.by_id["2026-03-10"]
OLDER = POLICY.by_id["2019-08-20"]
MANUAL: Manual = held.manual(held.HERON_BEND)
ABOUT = word.about(MANUAL, POLICY, BASE)


def canonical(text: Text) -> bytes:
    return digest.canonical(text.title, text.data["text"], text.footnotes)


def read(data: bytes, name: str = "draft.docx", anyway: bool = False) -> Draft:
    return drafts.read(data, name, POLICY, BASE, anyway)


def saved(document: Any) -> bytes:
    held_ = io.BytesIO()
    document.save(held_)
    return held_.getvalue()


def test_our_file_unedited_changes_nothing() -> None:
    draft = read(word.clean(BASE, ABOUT))
    assert draft.provisions == BASE.data["text"]
    assert canonical(draft.text()) == canonical(BASE)


def test_a_file_made_from_another_revision_is_not_guessed_at() -> None:
    data = word.clean(OLDER, word.about(MANUAL, POLICY, OLDER))
    with pytest.raises(drafts.AnotherBase, match="made from revision 2019-08-20 of policy 3210") as error:
        read(data)
    assert error.value.marked == redline.between(BASE, OLDER)
    assert canonical(read(data, anyway=True).text()) == canonical(OLDER)


def test_tracked_changes_on_another_text_are_not_guessed_at() -> None:
    new = POLICY.by_id["2026-shorter-suspensions"]
    about = word.About("A redline", "A clerk")
    assert canonical(read(word.redlined(redline.between(BASE, new), about)).text()) == canonical(new)
    with pytest.raises(drafts.AnotherBase, match="Without its tracked changes"):
        read(word.redlined(redline.between(OLDER, new), about))


def test_a_packet_and_another_policy_are_refused() -> None:
    other = held.heron_bend("6700")
    text = other.by_id["2026-breakfast"]
    with pytest.raises(PolicybookError, match="made from policy 6700, not from 3210"):
        read(word.clean(text, word.about(MANUAL, other, text)))
    with pytest.raises(PolicybookError, match="is a packet"):
        read(word.clean(text, word.About("x", "y", source="policybook packet")))


def elsewhere_typed() -> Any:
    """Return the text as a clerk would have it who never heard of us: bold lines, typed numbers, a plain table."""
    document = docx.Document()
    document.add_paragraph("Fair Discipline")
    for block in manuscript.of(BASE).blocks:
        words = manuscript.words(block)
        if block.kind == "heading":
            document.add_paragraph().add_run(f"{block.label} {words}".strip()).bold = True
        elif block.kind == "table":
            table = document.add_table(0, len(block.rows[0]))
            for row in block.rows:
                for cell, line in zip(table.add_row().cells, row, strict=True):
                    cell.text = rich_text.words(line)
        else:
            label = block.label or block.mark
            document.add_paragraph(f"{label}\t{words}" if label else words)
    return document


def test_a_word_file_that_is_not_ours_is_matched_by_likeness() -> None:
    document = elsewhere_typed()
    found = next(one for one in document.paragraphs if "publish suspensions" in one.text)
    found.text = found.text.replace("each fall", "each fall and each spring")
    draft = read(saved(document))
    assert draft.title == BASE.title
    assert draft.given == draft.gone == ()
    changed = redline.between(BASE, draft.text()).changes
    assert [op.unit.at for op in changed if op.unit.at == "data"] == ["data"]
    # Bold type and the footnote's mark were never typed: nothing else may differ.
    assert {op.unit.at for op in changed} <= {"data", "restorative", "purpose", "footnote:1", "how-notified.2.2"}


def as_markdown(shown: Manuscript) -> str:
    def line(block: Block) -> str:
        if block.kind == "heading":
            return f"{'#' * (block.depth + 1)} {block.label} {manuscript.words(block)}".replace("  ", " ")
        if block.kind == "table":
            rows = ["| " + " | ".join(map(rich_text.markup, row)) + " |" for row in block.rows]
            return "\n".join([rows[0], "|" + " --- |" * len(block.rows[0]), *rows[1:]])
        words = "\n\n".join(map(rich_text.markup, block.lines))
        label = block.label or ("-" if block.mark else "")
        return "    " * max(block.depth - 1, 0) + f"{label} {words}".strip()

    notes = [f"[^{name}]: {rich_text.markup(words)}" for name, words in shown.notes.items()]
    return "\n\n".join([f"# {shown.title}", *map(line, shown.blocks), *notes])


def test_markdown_says_the_same() -> None:
    draft = read(as_markdown(manuscript.of(BASE)).encode(), "draft.md")
    assert draft.gone == ()
    assert draft.title == BASE.title
    assert draft.footnotes == BASE.footnotes
    assert draft.provisions[2] == BASE.data["text"][2]
    assert [entry["id"] for entry in draft.provisions] == [entry["id"] for entry in BASE.data["text"]]


def test_markdown_holds_marks_lists_and_tables() -> None:
    read = markdown.read(
        "# Order\n\n## 1. Quiet\n\nNobody *shouts*, **ever**; see [the law](https://x.example/a).[^1]\n\n1. one\n2. two\n   - deep\n\n"
        "> Words of another.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n<b>raw</b> [x](javascript:1)\n\n[^1]: A *note*.\n[^2]: Another.\n"
    )
    assert read.title == "Order"
    assert [(b.kind, b.depth, b.label or b.mark, b.form) for b in read.blocks] == [
        ("heading", 1, "", "text"), ("text", 0, "", "text"), ("text", 1, "1.", "text"), ("text", 1, "2.", "text"),
        ("text", 2, "•", "text"), ("text", 0, "", "quote"), ("table", 0, "", "text"), ("text", 0, "", "text"),
    ]  # fmt: skip
    assert rich_text.markup(read.blocks[1].lines[0]).endswith("**ever**; see [the law](https://x.example/a).[^1]")
    assert manuscript.words(read.blocks[-1]) == "<b>raw</b> [x](javascript:1)"
    assert {name: rich_text.markup(line) for name, line in read.notes.items()} == {"1": "A *note*.", "2": "Another."}


def test_plain_letters_say_the_same() -> None:
    shown = manuscript.of(BASE)
    lines = [shown.title]
    for block in shown.blocks:
        label = block.label or block.mark
        words = "\n\n".join(rich_text.words(line) for line in block.lines) if block.kind != "table" else ""
        lines.append("    " * (block.depth if block.kind == "text" else 0) + f"{label} {words}".strip())
    draft = read("\n\n".join(lines).encode(), "draft.txt")
    assert draft.title == BASE.title
    assert draft.given == draft.gone == ()
    assert [entry["id"] for entry in draft.provisions] == [entry["id"] for entry in BASE.data["text"]]


def test_plain_letters_without_a_text_to_compare_with() -> None:
    read = plain_text.read(
        "Order at Meetings\n\n1. Quiet\n\nNobody shouts\nin the hall.\n\nThe chair may:\n\n(a) stop;\n(b) go on.\n"
    )
    assert read.title == "Order at Meetings"
    assert [(b.kind, b.depth, b.label, manuscript.words(b)) for b in read.blocks] == [
        ("heading", 1, "1.", "Quiet"), ("text", 0, "", "Nobody shouts in the hall."), ("text", 0, "", "The chair may:"),
        ("text", 1, "(a)", "stop;"), ("text", 1, "(b)", "go on."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"\xff\xfe\x00", "a.txt", "neither a Word file nor text"),
        (b"a\x00b", "a.txt", "characters that no text has"),
        (b" \n", "a.md", "holds no text"),
        (b"%PDF-1.7", "a.pdf", "is a PDF"),
        (b"words", "a.docx", "isn't a Word file"),
        (b"word " * 200_000, "a.txt", "far more text than a policy"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, name: str, said: str) -> None:
    with pytest.raises(PolicybookError, match=said) as error:
        read(data, name)
    assert str(error.value).startswith(f"{name} ")


def run(*words: str) -> Result:
    return CliRunner().invoke(main.policybook, words, standalone_mode=False)


def test_a_file_that_nobody_edited_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "edited.docx"
    options = ("--summary", "S", "--proposed-by", "board", "--dry-run", "--manual", str(held.HERON_BEND))
    said = "edited.docx says word for word what revision 2026-03-10 says. Is it the edited file, and saved?"
    document = docx.Document(io.BytesIO(word.clean(BASE, ABOUT)))
    file.write_bytes(saved(document))
    assert said in run("propose", "3210", "--from", str(file), *options, "--as-of", "2026-11-24").output
    next(one for one in document.paragraphs if "This policy covers" in one.text).add_run(" And more.")
    file.write_bytes(saved(document))
    assert said not in run("propose", "3210", "--from", str(file), *options, "--as-of", "2026-11-24").output


def test_the_command_begins_a_proposal_from_a_word_file(tmp_path: Path) -> None:
    manual = tmp_path / "policy"
    shutil.copytree(held.HERON_BEND, manual)
    document = docx.Document(io.BytesIO(word.clean(BASE, ABOUT)))
    first = next(one for one in document.paragraphs if "This policy covers" in one.text)
    first.runs[-1].text = first.runs[-1].text.replace("school events", "school events, and the way home")
    file = tmp_path / "edited.docx"
    file.write_bytes(saved(document))
    options = [
        "--manual",
        str(manual),
        "--as-of",
        "2026-11-24",
        "--summary",
        "The way home too.",
        "--proposed-by",
        "board",
    ]
    made = run("propose", "3210", "--from", str(file), *options)
    assert made.exception is None, made.exception
    (new,) = list((manual / POLICY.folder / "revisions").glob("2026-*way*.yml"))
    words = new.read_text(encoding="utf-8")
    assert "school events, and the way home" in words
    again = held.manual(manual).find("3210")
    assert again is not None
    (op,) = redline.between(BASE, again.by_id[new.stem]).changes
    assert op.unit.at == "purpose"


def test_a_redline_edited_further_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    options = ["--manual", str(held.HERON_BEND), "--as-of", "2026-11-24"]
    made = run("redline", "3210", *options, "--format", "docx", "--output", str(file))
    assert made.exception is None, made.exception
    assert canonical(read(file.read_bytes()).text()) == canonical(POLICY.by_id["2026-shorter-suspensions"])
    assert "--output" in str(run("redline", "3210", *options, "--format", "docx").exception)


def test_the_command_shows_how_another_base_differs(tmp_path: Path) -> None:
    file = tmp_path / "old.docx"
    file.write_bytes(word.clean(OLDER, word.about(MANUAL, POLICY, OLDER)))
    made = run("propose", "3210", "--from", str(file), "--manual", str(held.HERON_BEND), "--as-of", "2026-11-24")
    assert isinstance(made.exception, PolicybookError)
    assert "began from" in made.output
