"""One redline of the whole manual between two days."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from policybook.cli import main
from policybook.redline import whole
from policybook.redline.summary import entries
from tests import held
from tests.redline.test_build import manual_of


def run(*words: str) -> str:
    place = ["--manual", str(held.HERON_BEND), "--as-of", "2026-11-24"]
    done = CliRunner().invoke(main.policybook, ["redline", *words, *place], standalone_mode=False)
    return done.output if done.exception is None else str(done.exception)


def test_each_policy_whose_text_differs_is_shown_once() -> None:
    manual = held.manual(held.HERON_BEND)
    found = {one.policy.code: one for one in whole.changed(manual, date(2026, 1, 1), date(2026, 11, 24))}
    assert "3210" in found
    old = found["3210"].ends.old
    assert old is not None
    assert (old.id, found["3210"].ends.new.id) == ("2019-08-20", "2026-03-10")
    assert list(whole.changed(manual, date(2026, 11, 24), date(2026, 11, 24))) == []


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_command_shows_all_policies(form: str) -> None:
    said = run("--all", "2026-01-01", "2026-11-24", "--format", form)
    assert "policies changed." in said
    assert "3210" in said


def test_what_is_no_day_is_said() -> None:
    assert "yesterday isn't a day" in run("--all", "yesterday")
    assert "two days" in run("--all", "2026-01-01", "2026-11-24", "2026-11-25")


def test_a_move_is_named_at_both_places() -> None:
    head = "action: adopt\ntitle: T\ndate: {day}\n{more}text:\n"
    stays = "  - {id: stays, text: This sentence stays in the giving policy for good.}\n"
    appeal = "  - {id: appeal, text: A family may ask the superintendent for an answer within ten days.}\n"
    revise = (head.format(day="2021-01-01", more="follows: 2020-01-01\n") + stays).replace("adopt", "revise")
    taken = (
        "  - {id: appeal, was: 7001#appeal, text: A family may ask the superintendent for an answer within ten days.}\n"
    )
    manual = manual_of({
        "7001-giving/policy.yml": "code: '7001'\ntitle: T\nkind: policy\n",
        "7001-giving/revisions/2020-01-01.yml": head.format(day="2020-01-01", more="") + stays + appeal,
        "7001-giving/revisions/2021-01-01.yml": revise,
        "7002-taking/policy.yml": "code: '7002'\ntitle: T\nkind: policy\n",
        "7002-taking/revisions/2021-01-01.yml": head.format(day="2021-01-01", more="") + taken,
    })  # fmt: skip
    said = {
        one.policy.code: " ".join(entry.words for entry in entries(one.redline))
        for one in whole.changed(manual, date(2020, 6, 1), date(2021, 6, 1))
    }
    assert "moved to policy 7002 (‘appeal’)" in said["7001"]
    assert "came from policy 7001 (‘appeal’)" in said["7002"]
