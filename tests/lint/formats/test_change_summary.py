"""What a pull request is told: short enough, whole, and nothing from a record but words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from policybook.lint import formats, runner
from policybook.lint.runner import Verdict
from policybook.record.git import Base
from policybook.record.tree import MemoryTree
from policybook.text.markdown import LONGEST
from tests import cases, repositories

CHECKS = runner.all_checks()
CHANGES = Path(__file__).parents[2] / "changes"
PROPOSAL = "0100-mission/revisions/2026-plain-mission.yml"
HOSTILE = "Ping @someone, <img src=x onerror=alert(1)>, [a](https://evil.example) ![b](//evil.example) www.evil.example ``` #12 </details> &lt;"
OURS = {"details", "summary", "ins", "del", "sub", "em", "strong", "br"}


def judge(files: dict[str, str | None], base: dict[str, str | None] | None = None) -> Verdict:
    before = Base("main", MemoryTree(cases.laid(base or {}), label="policy"))
    return runner.judge(MemoryTree(cases.laid(files)), cases.AS_OF, CHECKS, base=before)


def proposal(*texts: str) -> str:
    provisions = "".join(f"  - id: p-{at}\n    text: >-\n      {text}\n" for at, text in enumerate(texts))
    return f"action: revise\ntitle: Mission\nfollows: 2026-03-10\nbased_on: $digest(2026-03-10)\ntext:\n{provisions}"


def whole(markdown: str) -> str:
    """Return a comment, having shown that it fits, ends, and holds no tag but ours, each line's tags in pairs."""
    assert len(markdown) <= LONGEST
    assert markdown.count("<details>") == markdown.count("</details>")
    tags = re.findall(r"</?([a-z]+)[^>]*>", markdown)
    assert set(tags) <= OURS
    for line in markdown.splitlines():
        for tag in ("ins", "del", "sub", "em", "strong"):
            assert line.count(f"<{tag}>") == line.count(f"</{tag}>"), line
    kinds = {inner.type for token in MarkdownIt().parse(markdown) for inner in (token, *(token.children or ()))}
    assert not kinds & {"link_open", "image", "fence", "code_block"}
    return markdown


@pytest.mark.parametrize("path", sorted(CHANGES.glob("*/*.txt")), ids=lambda path: path.stem)
def test_any_change_can_be_told(path: Path) -> None:
    case = cases.read(path)
    said = whole(formats.render(judge(case.files, case.base), "markdown"))
    refused = any(line.split(" ")[1] == "error" for line in case.findings if line != "*")
    loosened = (
        any("judged-alike" in line or "is changed from" in line for line in case.findings) or "### Rules," in said
    )
    sound = "This changes what the record is judged by" if loosened else "Nothing stands against this change."
    assert said.startswith("**This can’t be merged yet.**" if refused else f"**{sound}")


def test_the_redline_of_a_changed_text_stands_before_what_must_be_mended() -> None:
    case = cases.read(CHANGES / "hostile" / "an-adopted-text-other-than-proposed.txt")
    said = whole(formats.render(judge(case.files, case.base), "markdown"))
    assert said.index("<del>read</del>") < said.index("What must be mended")


def test_what_is_in_changed_files_comes_first_and_the_rest_is_folded(tmp_path: Path) -> None:
    strategies = "3210-fair-discipline/strategies.yml"
    before = cases.small()[strategies].decode().replace("cadence: every 6 months", "cadence: every 6 years")
    mission = "code: 0100\nkind: operating-policy\ncadence: by series\n"
    repositories.begin(tmp_path, cases.laid({strategies: before}))
    repositories.change(tmp_path, cases.laid({strategies: before, "0100-mission/policy.yml": mission}))
    said = whole(repositories.check(tmp_path, "--base", "main", "--format", "markdown").stdout)
    assert said.index("0100-mission/policy.yml") < said.index("<details>")
    assert said.rindex("<details>") < said.index("strategies.yml")


def test_words_of_a_record_are_nothing_but_words() -> None:
    said = whole(formats.render(judge({PROPOSAL: proposal(HOSTILE, HOSTILE)}), "markdown"))
    assert not re.search(r"@\w|(?<!&)#\d|https?://|www\.|<img|```", said)


def test_a_long_redline_is_cut_between_lines_with_a_pointer() -> None:
    texts = [f"Sentence number {at} of a text that goes on for long, with <b>marks</b>." for at in range(900)]
    said = whole(formats.render(judge({PROPOSAL: proposal(*texts)}), "markdown"))
    assert "`policybook redline` shows all of it" in said
    assert len(said) > LONGEST // 2


def test_many_changed_texts_are_counted_where_there_is_no_room() -> None:
    files: dict[str, str | None] = {}
    for number in range(40):
        text = proposal(*(f"Words {at} of policy {number}, and some more of them." for at in range(40)))
        files[f"4{number:03}-x/policy.yml"] = f"code: 4{number:03}\nkind: operating-policy\n"
        files[f"4{number:03}-x/revisions/2026-x.yml"] = text.replace("revise", "adopt").replace(
            "follows: 2026-03-10\nbased_on: $digest(2026-03-10)\n", ""
        )
    said = whole(formats.render(judge(files), "markdown"))
    assert "The change also alters" in said


def test_many_findings_are_cut_with_a_pointer() -> None:
    strategies = "".join(f"  - {{id: s{at}, title: 'Strategy {at} <b> & @x'}}\n" for at in range(400))
    said = whole(formats.render(judge({"0100-mission/strategies.yml": f"strategies:\n{strategies}"}), "markdown"))
    assert "`policybook check` shows all of it" in said


_ACT = "action: {action}\ndate: 2026-11-17\ntitle: Mission\n{more}follows: 2026-03-10\ndigest: $digest\nchain: $chain\ntext:\n  - id: mission\n    text: >-\n      {text}\n"
_MISSION = "Every child in Heron Bend learns to read, to reason and to get along."


def said_of(files: dict[str, str | None], base: dict[str, str | None] | None = None, form: str = "markdown") -> str:
    return formats.render(judge(files, base), form).replace("&#58;", ":")


def test_a_correction_comes_first_with_its_redline() -> None:
    more = "corrects: 2026-03-10\nwhat: typo\nby: superintendent\n"
    correction = _ACT.format(action="correct", more=more, text=_MISSION.replace("reason and", "reason, and"))
    said = whole(said_of({"0100-mission/revisions/2026-11-17.yml": correction, PROPOSAL: proposal(_MISSION)}))
    assert said.index("Corrections, on which nobody votes") < said.index("What is put on record")
    assert said.index("Corrected: policy 0100") < said.index("Proposed: policy 0100")


def test_readings_votes_and_ends_are_put_on_record() -> None:
    text = proposal(_MISSION)
    read = text.replace(
        "text:\n",
        "readings:\n  - date: 2026-11-17\n    agenda: https://x.example/\noutcome: postponed\noutcome_date: 2026-11-20\ntext:\n",
        1,
    )
    said = whole(said_of({PROPOSAL: read}, {PROPOSAL: text}))
    assert "Reading 1: policy 0100 Mission (proposal 2026-plain-mission), 17 November 2026" in said
    assert "Postponed: policy 0100 Mission (proposal 2026-plain-mission), 20 November 2026" in said
    reaffirmed = "action: reaffirm\ndate: 2026-11-17\nvote: {for: 4, against: 1}\nfollows: 2026-03-10\nchain: $chain\n"
    said = whole(said_of({"0100-mission/revisions/2026-11-17.yml": reaffirmed}))
    assert "Reviewed without changes: policy 0100 Mission, 17 November 2026, 4 for, 1 against" in said


def test_a_falsified_translation_is_shown() -> None:
    path = "0100-mission/revisions/2026-03-10.es.yml"
    was = cases.small()[path].decode()
    said = whole(said_of({path: was.replace("aprenden", "no aprenden")}))
    assert "the translation into es of 2026-03-10 as it was" in said
    assert "<ins> no</ins>" in said


def test_changed_rules_come_first_and_are_never_nothing() -> None:
    agency = cases.small()["agency.yml"].decode()
    assert "readings: 2" in agency
    said = whole(said_of({"agency.yml": agency.replace("readings: 2", "readings: 1"), PROPOSAL: proposal(_MISSION)}))
    assert "Nothing stands against this change" not in said
    assert said.startswith("**This changes what the record is judged by: look at that first.**")
    assert said.index("Rules, workflows and requirements changed") < said.index("What is put on record")


def test_changed_requirements_and_workflows_come_first(tmp_path: Path) -> None:
    repositories.begin(tmp_path, cases.small())
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/check.yml").write_text("on: push\n", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("policybook-evil\n", encoding="utf-8")
    repositories.change(tmp_path, cases.small())
    said = repositories.check(tmp_path, "--base", "main", "--format", "markdown").stdout
    assert said.startswith("**This changes what the record is judged by")
    assert "requirements.txt is changed: it decides how this record is checked" in said.replace("&#46;", ".")
    assert "workflows/check.yml is changed" in said.replace("&#46;", ".")


def test_what_the_change_caused_comes_before_what_was_there() -> None:
    strategies = "3210-fair-discipline/strategies.yml"
    was = cases.small()[strategies].decode()
    older = {"0100-mission/strategies.yml": "strategies:\n  - {id: none, title: None}\n"}
    files: dict[str, str | None] = {**older, strategies: was.replace("owner: restorative-team", "owner: nobody", 1)}
    for form in ("markdown", "github"):
        said = said_of(files, dict(older), form)
        assert said.index("3210-fair-discipline/strategies") < said.index("0100-mission/strategies"), form
    assert "What had to be mended before this change" in said_of(files, dict(older))


def test_every_changed_policy_is_named_where_redlines_are_cut() -> None:
    files: dict[str, str | None] = {}
    for number in range(400):
        text = proposal(*(f"Words {at} of policy {number}, and some more of them." for at in range(10)))
        files[f"4{number:03}-x/policy.yml"] = f"code: 4{number:03}\nkind: operating-policy\n"
        files[f"4{number:03}-x/revisions/2026-x.yml"] = text.replace("revise", "adopt").replace(
            "follows: 2026-03-10\nbased_on: $digest(2026-03-10)\n", ""
        )
    said = whole(said_of(files))
    assert all(f"4{number:03}" in said for number in range(400))
