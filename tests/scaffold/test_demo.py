"""The demonstration manual: sound, as rich as it claims to be, with exactly the findings listed beside it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from policybook import scaffold
from policybook.lint import runner
from policybook.lint.runner import Verdict
from policybook.record.tree import DiskTree
from tests import cases

DEMO = Path("src/policybook/scaffold/demo").resolve()
DAY = date.fromisoformat(scaffold.DEMO_DAY)
CHECKS = runner.all_checks()


@pytest.fixture(scope="module")
def judged() -> Verdict:
    return runner.judge(DiskTree(DEMO / "policy", "policy"), DAY, CHECKS)


def test_it_has_exactly_the_findings_listed(judged: Verdict) -> None:
    found = [
        f"{one.path}:{one.span.line}:{one.span.column} {'waived' if one.waived_by else one.severity} {one.check}"
        for one in judged.findings
    ]
    assert found == (DEMO / "findings.txt").read_text(encoding="utf-8").splitlines()


def test_every_check_speaks_on_it_or_on_a_case(judged: Verdict) -> None:
    spoken = {one.check for one in judged.findings}
    cased = {
        path.parent.name for path in (Path(__file__).parents[1] / "checks").glob("*/*.txt") if cases.read(path).findings
    }
    assert set(CHECKS) <= spoken | cased
    assert len(spoken) >= 15


def test_it_is_marked_as_fiction(judged: Verdict) -> None:
    assert judged.manual.agency.fiction


def test_it_is_as_rich_as_it_claims(judged: Verdict) -> None:
    manual = judged.manual
    assert len(manual.policies) >= 24
    assert len({series.title for policy in manual if (series := manual.agency.series_of(policy.code))}) >= 5
    assert {"0410", "1312.10", "BGB", "EL-2", "1010P"} <= {policy.code for policy in manual}
    assert {"operating-policy", "governance-policy", "bylaw", "procedure", "exhibit"} == {one.kind for one in manual}
    assert sum(len(policy.acts) >= 3 for policy in manual) >= 10
    assert sum(len([act for act in policy.acts if act.holds_text]) >= 3 for policy in manual) >= 10
    assert sum(len(policy.strategies) for policy in manual) >= 8


def test_every_action_and_state_occurs(judged: Verdict) -> None:
    manual = judged.manual
    acts = [act for policy in manual for act in policy.acts]
    assert {"adopt", "revise", "reaffirm", "renumber", "suspend", "rescind", "correct"} == {one.action for one in acts}
    states = Counter(
        state for policy in manual for act in policy.acts if act.makes_text for state in policy.states(act, DAY)
    )
    assert {"not yet effective", "in force", "superseded", "suspended", "rescinded", "lapsed"} <= set(states)
    assert any(act.emergency for act in acts)
    readings = [one for policy in manual for revision in policy.revisions for one in revision.readings]
    assert any(one.waived for one in readings)
    assert any(one.amended == "substantive" for one in readings)
    assert {len(revision.readings) for policy in manual for revision in policy.revisions} >= {0, 1, 2, 3}
    assert {policy.text("text") for policy in manual} >= {"not-held"}


def test_there_are_proposals_at_each_stage(judged: Verdict) -> None:
    proposals = [proposal for policy in judged.manual for proposal in policy.proposals]
    assert {proposal.outcome for proposal in proposals} == {"", "withdrawn", "not-adopted", "postponed"}
    assert {len(proposal.readings) for proposal in proposals if not proposal.outcome} >= {0, 1, 3}
    assert any(proposal.has("comment") and not proposal.readings for proposal in proposals)
    assert any(not policy.acts and policy.proposals for policy in judged.manual)


def test_translations_are_current_and_stale_and_one_reads_from_the_right(judged: Verdict) -> None:
    stale = {one.path for one in judged.findings if one.check == "translation-stale"}
    languages = {translation.language for policy in judged.manual for translation in policy.translations}
    assert languages == {"es", "ar"}
    assert stale
    assert sum(len(policy.translations) for policy in judged.manual) > len(stale)
