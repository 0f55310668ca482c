"""Sentences that bind somebody: their force, whom they bind, and what the agency says of them itself."""

from __future__ import annotations

from datetime import date

import pytest

from policybook.lint import runner
from policybook.model import Manual, duties
from policybook.record.tree import MemoryTree
from tests import cases


def manual(*sentences: str, extra: str = "") -> Manual:
    """Return a manual with one policy that says these sentences."""
    text = "".join(f"  - id: s{at}\n    text: {sentence!r}\n" for at, sentence in enumerate(sentences))
    files = {
        "agency.yml": "name: Heron Bend School District\nshort_name: HBSD\nlanguage: en-us\n",
        "bodies.yml": "bodies:\n  - {id: board, name: Board of Directors, kind: board}\n"
        "  - {id: super, name: Superintendent, kind: officer}\n"
        "  - {id: team, name: Fair Hiring Team, kind: action-team}\n",
        "1000-x/policy.yml": f"code: '1000'\nkind: operating-policy\n{extra}",
        "1000-x/revisions/2020-01-01.yml": f"action: adopt\ndate: 2020-01-01\ntitle: X\ntext:\n{text}",
    }
    tree = MemoryTree({path: content.encode() for path, content in files.items()})
    return runner.judge(tree, date(2026, 11, 24), {}).manual


@pytest.mark.parametrize(
    ("sentence", "force", "bodies"),
    [
        ("The Superintendent shall report to the Board each fall.", "must", ("super",)),
        ("The board must approve each contract.", "must", ("board",)),
        ("The Superintendent shall not spend more than the budget.", "must not", ("super",)),
        ("Nobody may smoke here.", "must not", ()),
        ("The Fair Hiring Team will train those who interview.", "will", ("team",)),
        ("Principals should tell families early.", "should", ()),
        ("A speaker may talk for three minutes.", "may", ()),
        ("Reports shall be made in public by the Superintendent.", "must", ("super",)),
        ("If the Board agrees, the Superintendent may close a school.", "may", ("super",)),
        ("The Superintendent is required to keep minutes.", "must", ("super",)),
        ("The Board and the Superintendent shall meet twice a year.", "must", ("board", "super")),
    ],
)
def test_the_verb_gives_the_force_and_the_subject_the_body(sentence: str, force: str, bodies: tuple[str, ...]) -> None:
    (found,) = duties.of_manual(manual(sentence))
    assert (found.sentence, found.force, set(found.bodies)) == (sentence, force, set(bodies))


@pytest.mark.parametrize("sentence", ["School begins in May.", "It is a matter of good will.", "Discipline teaches."])
def test_words_that_only_look_like_it_are_no_duty(sentence: str) -> None:
    assert list(duties.of_manual(manual(sentence))) == []


def test_a_sentence_of_the_agency_as_a_whole_is_its_own() -> None:
    first, second, third = duties.of_manual(manual("We will listen.", "The District shall pay.", "HBSD must plan."))
    assert first.agency
    assert second.agency
    assert third.agency


def test_the_agency_can_correct_the_force_and_the_bodies_of_a_sentence() -> None:
    extra = "duties:\n  - quote: It is for the office to decide.\n    force: must\n    bodies: [super]\n"
    (found,) = duties.of_manual(manual("It is for the office to decide.", extra=extra))
    assert (found.force, found.bodies, found.corrected) == ("must", ("super",), True)


def test_an_item_is_read_with_the_words_that_lead_it_in() -> None:
    text = (
        "action: adopt\ndate: 2020-01-01\ntitle: X\ntext:\n  - id: a\n    text: 'The Superintendent shall:'\n"
        "    items:\n      - keep the books;\n      - report to the Board.\n"
    )
    found = manual("x")
    tree = MemoryTree(
        {
            "agency.yml": b"name: X\n",
            "bodies.yml": b"bodies:\n  - {id: board, name: Board, kind: board}\n  - {id: s, name: Superintendent, kind: officer}\n",
            "1000-x/policy.yml": b"code: '1000'\nkind: operating-policy\n",
            "1000-x/revisions/2020-01-01.yml": text.encode(),
        }
    )
    found = runner.judge(tree, cases.AS_OF, {}).manual
    assert [(duty.sentence, duty.bodies) for duty in duties.of_manual(found)] == [
        ("The Superintendent shall: keep the books;", ("s",)),
        ("The Superintendent shall: report to the Board.", ("s",)),
    ]
