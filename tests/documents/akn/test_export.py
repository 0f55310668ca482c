"""Akoma Ntoso: valid against the schema of OASIS, with the record's words in order, and no date that isn't known."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.cli import main
from policybook.documents import akn
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record import loader
from policybook.record.tree import DiskTree, MemoryTree
from policybook.text import markup
from tests import cases

etree = pytest.importorskip("lxml.etree")
ROOT = Path(__file__).parents[3]
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "p": "https://policybook.example/ns/akn"}


@cache
def schema() -> object:
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(ROOT / "tests" / "vendor" / "akoma-ntoso-3.0" / "akomantoso30.xsd", parser))


def valid(raw: bytes) -> object:
    root = etree.fromstring(raw, etree.XMLParser(no_network=True, resolve_entities=False))
    schema().assertValid(root)  # type: ignore[attr-defined]
    return root


@cache
def read(folder: str) -> Manual:
    tree = DiskTree(ROOT / folder, folder)
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, date(2026, 11, 24))


def texts() -> list[tuple[str, str, str]]:
    folders = ("policy", "src/policybook/scaffold/demo/policy", "tests/small")
    held = ("tests/small",)  # its `$digest` marks keep it from being read as it lies
    return [
        (folder, policy.code, revision.id)
        for folder in folders
        if folder not in held
        for policy in read(folder)
        for revision in policy.texts_of()
    ]


def found(folder: str, code: str, id: str) -> tuple[Manual, Policy, Revision]:
    manual = read(folder)
    policy = manual.find(code)
    assert policy is not None
    return manual, policy, policy.by_id[id]


def words(root: object) -> list[str]:
    """Return the words of a document's body, notes and numbers of notes left out."""
    body = root.find(".//a:body", NS)  # type: ignore[attr-defined]
    for note in body.findall(".//a:authorialNote", NS):
        note.text = ""
        for child in list(note):
            note.remove(child)
    return " ".join(body.itertext()).split()


@pytest.mark.parametrize(("folder", "code", "id"), texts())
def test_every_text_is_valid_and_keeps_its_words(folder: str, code: str, id: str) -> None:
    manual, policy, revision = found(folder, code, id)
    root = valid(akn.of_revision(manual, policy, revision, "us"))
    expected = [
        part
        for one in revision.all_provisions
        for part in (one.label, markup.plain(one.heading), markup.plain(one.prose), *(markup.plain(c) for r in one.rows for c in r))
    ]  # fmt: skip
    assert "".join(words(root)) == "".join("".join(expected).split())
    ids = root.xpath("//@eId")  # type: ignore[attr-defined]
    assert len(ids) == len(set(ids))
    assert {one.id for one in revision.all_provisions if one.id} <= set(ids)


def test_a_date_whose_day_is_not_known_is_bounded_never_invented() -> None:
    root = valid(akn.of_revision(*found("policy", "1010", "2019-12")))
    dates = root.xpath("//a:FRBRExpression/a:FRBRdate", namespaces=NS)  # type: ignore[attr-defined]
    assert [(one.get("name"), one.get("date")) for one in dates] == [
        ("notBefore", "2019-12-01"),
        ("notAfter", "2019-12-31"),
    ]
    assert not root.xpath("//a:eventRef | //a:timeInterval | //a:step", namespaces=NS)  # type: ignore[attr-defined]
    assert root.xpath("string(//p:revision/@date)", namespaces=NS) == "2019-12"  # type: ignore[attr-defined]


def test_what_is_known_of_an_act_is_there() -> None:
    manual, policy, revision = found("src/policybook/scaffold/demo/policy", "3210", "2026-03-10")
    root = valid(akn.of_revision(manual, policy, revision, "us"))
    assert root.xpath("string(//p:revision/@digest)", namespaces=NS) == revision.digest  # type: ignore[attr-defined]
    interval = root.find(".//a:timeInterval", NS)  # type: ignore[attr-defined]
    start = interval.get("start").removeprefix("#")
    assert root.xpath("string(//a:eventRef[@eId=$id]/@date)", id=start, namespaces=NS) == "2026-07-01"  # type: ignore[attr-defined]
    steps = [one.get("refersTo") for one in root.findall(".//a:step", NS)]  # type: ignore[attr-defined]
    assert steps == ["#reading"] * len(revision.readings) + ["#revise"]
    hrefs = {one.get("showAs") for one in root.findall(".//a:TLCOrganization", NS)}  # type: ignore[attr-defined]
    assert "School Board" in hrefs


def test_a_proposal_is_a_bill() -> None:
    manual, policy, revision = found("src/policybook/scaffold/demo/policy", "3210", "2026-shorter-suspensions")
    if revision.done:
        pytest.skip("it was adopted")
    assert valid(akn.of_revision(manual, policy, revision)).find("a:bill", NS) is not None  # type: ignore[attr-defined]


HOSTILE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(
    lambda words: words.strip()
)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_whatever_the_words_are_the_document_is_valid(title: str, prose: str) -> None:
    data = {"action": "adopt", "date": "2026-01-01", "title": title, "footnotes": {"1": prose},
            "text": [{"id": "one", "heading": prose, "text": f"{prose} [^1][^1] [{prose}]({prose})", "table": f"|{prose}|x|"},
                     {"id": "two", "level": 3, "heading": title, "items": [prose, {"text": prose, "items": [title]}]}]}  # fmt: skip
    manual = read("policy")
    policy = Policy({"code": title, "kind": "operating-policy"}, "x", frozenset())
    policy.revisions = (Revision(data, "x/revisions/a.yml", "a", title),)
    valid(akn.of_revision(manual, policy, policy.revisions[0]))


def test_the_command_writes_the_text_in_force_and_says_what_it_lacks(tmp_path: Path) -> None:
    manual = cases.written(cases.small(), tmp_path)
    run = CliRunner().invoke
    made = run(main.policybook, ["export", "akn", "3210", "--manual", str(manual), "--as-of", "2026-11-24"])
    assert valid(made.output.encode()).find("a:act", NS) is not None  # type: ignore[attr-defined]
    for asked in (["export", "akn", "3210", "1999"], ["export", "akn", "3210", "--country", "USA"]):
        refused = run(main.policybook, [*asked, "--manual", str(manual)])
        assert isinstance(refused.exception, PolicybookError)


def test_a_text_that_is_not_held_is_refused() -> None:
    tree = MemoryTree({})
    manual = Manual((), (), tree, date(2026, 1, 1))
    policy = Policy({"code": "1", "kind": "bylaw"}, "1", frozenset())
    lost = Revision({"action": "adopt", "date": "2026", "text": "not-held"}, "1/revisions/a.yml", "a", "1")
    with pytest.raises(PolicybookError, match="isn't held"):
        akn.of_revision(manual, policy, lost)
