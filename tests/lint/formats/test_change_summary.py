"""What a pull request is told: short enough, whole, and nothing from a record but words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from policybook.lint import formats, runner
from policybook.lint.formats.markdown import LONGEST
from policybook.lint.runner import Verdict
from policybook.record.git import Base
from policybook.record.tree import MemoryTree
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
    assert said.startswith("**This can’t be merged yet.**" if refused else "**Nothing stands against this change.**")


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
