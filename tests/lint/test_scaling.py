"""Twice as much that is wrong is at most twice the work, and a bounded number of findings.

The work is counted as calls, for time says little on a busy machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import pytest

from policybook.lint import runner
from policybook.record.tree import MemoryTree
from tests import cases

DAY = date(2026, 11, 24)
MOST = 201


def proposal(text: str, more: str = "") -> dict[str, str | None]:
    head = "action: revise\ntitle: Fair Discipline\nbased_on: $digest(2026-03-10)\nfollows: 2026-03-10\n"
    return {"3210-fair-discipline/revisions/2026-x.yml": f"{head}proposed_by: equity-council\n{more}text:\n{text}"}


def paragraph(lines: list[str]) -> dict[str, str | None]:
    return proposal("  - id: purpose\n    text: >-\n" + "".join(f"      {line}\n" for line in lines))


def provisions(lines: list[str], more: str = "") -> dict[str, str | None]:
    return proposal("".join(f"  - {{{line}}}\n" for line in lines), more)


def definitions(n: int) -> dict[str, str | None]:
    items = "".join(f"      - {{id: d{at}, text: '**Term{at}x** means a thing.'}}\n" for at in range(n))
    return proposal(f"  - id: purpose\n    kind: definitions\n    text: In this policy\n    items:\n{items}")


def bodies(n: int) -> dict[str, str | None]:
    listed = "".join(f"  - {{id: b{at}, name: B{at}, kind: office, reports_to: c{at}}}\n" for at in range(n))
    return {"bodies.yml": f"bodies:\n{listed}"}


def quotes(n: int) -> dict[str, str | None]:
    head = "strategies:\n  - id: restorative\n    title: A restorative meeting first\n    provision: restorative\n"
    listed = "".join(f"      - {{quote: We will do thing {at}, provision: restorative}}\n" for at in range(n))
    return {"3210-fair-discipline/strategies.yml": f"{head}    owner: restorative-team\n    commitments:\n{listed}"}


WRONG: dict[str, Callable[[int], dict[str, str | None]]] = {
    "notes without a mark's end": lambda n: paragraph(["[^a] [^b]"] * n),
    "provisions that moved from nowhere": lambda n: provisions(
        [f"id: p{at}, was: q{at}x, text: W." for at in range(n)]
    ),
    "links that may lead nowhere": lambda n: paragraph([f"[a](javascript:x{at})" for at in range(n)]),
    "links to policies that aren't there": lambda n: paragraph([f"[a](policy:99{at})" for at in range(n)]),
    "policies named that aren't there": lambda n: paragraph([f"See Policy {10000 + at} now." for at in range(n)]),
    "one id": lambda n: provisions(["id: same, text: W."] * n),
    "references": lambda n: provisions(
        ["id: a, text: W."], "references:\n" + "".join(f"  - '{10000 + at}'\n" for at in range(n))
    ),
    "terms used nowhere": definitions,
    "bodies that report to nobody": bodies,
    "quotes of nothing": quotes,
}


@pytest.mark.parametrize("kind", WRONG)
def test_twice_as_much_wrong_is_twice_the_work(kind: str) -> None:
    few, many = (_calls(WRONG[kind](n)) for n in (600, 1200))
    assert many <= 2.3 * few


@pytest.mark.parametrize("kind", WRONG)
def test_the_findings_of_a_check_in_a_file_are_bounded(kind: str) -> None:
    judged = runner.judge(_tree(WRONG[kind](1200)), DAY, runner.all_checks())
    counts: dict[tuple[str, str], int] = {}
    for finding in judged.findings:
        counts[finding.check, finding.path] = counts.get((finding.check, finding.path), 0) + 1
    assert max(counts.values()) <= MOST


def test_how_many_more_there_are_is_said() -> None:
    judged = runner.judge(_tree(WRONG["links that may lead nowhere"](250)), DAY, runner.all_checks())
    last = [finding for finding in judged.findings if finding.check == "links-safe"]
    assert len(last) == MOST
    assert [one.message for one in last if "more" in one.message] == ["50 more findings of this kind are in this file."]


def _tree(over: dict[str, str | None]) -> MemoryTree:
    return MemoryTree(cases.laid(over), label="")


def _calls(over: dict[str, str | None]) -> int:
    tree, checks, count = _tree(over), runner.all_checks(), 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    runner.judge(tree, DAY, checks)  # so that what is compiled once isn't counted
    sys.setprofile(counted)
    try:
        runner.judge(tree, DAY, checks)
    finally:
        sys.setprofile(None)
    return count
