"""What a reader can see of reviews and monitoring: evidence, interpretation, missed targets, texts that changed since."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from policybook.due import changed
from policybook.exports import urls
from tests import held


def words(site: Path, page: str) -> str:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_review_shows_its_evidence_and_how_the_policy_was_read(built: dict[str, Path]) -> None:
    assert "Evidence: Discipline log" in words(built["demo"], "policies/3210")
    assert "Interpretation: “Respect” is what people say" in words(built["demo"], "policies/el-2")


def test_monitoring_shows_the_last_report_and_the_next(built: dict[str, Path]) -> None:
    said = words(built["demo"], "policies/el-2")
    assert "last report 10 February 2026: not compliant; overdue since 10 August 2026" in said
    assert "last report 6 May 2025: compliant; due by 6 May 2027" in said


def test_a_missed_target_is_said_to_be_missed(built: dict[str, Path]) -> None:
    said = words(built["demo"], "policies/6600")
    assert "Target of 3 % by October 2026: " in said
    assert "Target of 90 % by June 2027" not in words(built["demo"], "policies/3210")  # its day is to come


def test_a_strategy_whose_words_changed_since_its_review_says_so(built: dict[str, Path]) -> None:
    manual = held.manual(held.HERON_BEND)
    for policy in manual:
        for strategy in policy.strategies:
            if changed.since_review(manual, policy, strategy) is not None:
                assert "changed since the last review" in words(built["demo"], urls.policy(policy.code))
