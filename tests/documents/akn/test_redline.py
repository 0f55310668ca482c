"""A redline as Akoma Ntoso: valid against the schema of OASIS, and both texts can be had back from it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings

from policybook.cli.redline import command
from policybook.documents.akn.redline import document
from policybook.model import Agency, Manual, Policy, Revision, Text
from policybook.record.tree import MemoryTree
from policybook.redline import Op, Unit, between
from policybook.text import markup
from tests.redlines import texts

etree = pytest.importorskip("lxml.etree")
XSD = Path(__file__).parents[2] / "vendor" / "akoma-ntoso-3.0" / "akomantoso30.xsd"
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(XSD, etree.XMLParser(no_network=True)))


def written(old: Text, new: Text) -> Any:
    policy = Policy({"code": "3210", "kind": "operating-policy"}, "3210-x", frozenset())
    revision = Revision(
        {"action": "revise", "date": "2026-03-10", **new.data, "title": "Title"}, "x.yml", "2026-03-10", "3210"
    )
    policy.revisions = (revision,)
    manual = Manual([], (), MemoryTree({}), date(2026, 11, 24))
    manual.agency = Agency({"name": "Heron Bend"}, "agency.yml")
    root = etree.fromstring(document(manual, policy, revision, between(old, new)))
    schema().assertValid(root)
    return root.find(".//a:body", NS)


def printed(op: Op, unit: Unit | None) -> str:
    if unit is None or (unit.kind == "title" and op.change == "same"):
        return ""
    parts = [unit.label, unit.heading, unit.text, *(cell for row in unit.table for cell in row)]
    return "".join("".join(placed.span.text for placed in markup.spans(words)) for words in parts)


def _words(text: str) -> list[str]:
    """Return the signs of a text in any order, without space and the mark that stands for a paragraph's end."""
    return sorted("".join(text.replace("¶", "").split()))


@given(texts(), texts())
@settings(max_examples=25, deadline=None, phases=[Phase.generate])
def test_it_is_valid_and_gives_both_texts_back(old: Text, new: Text) -> None:
    for side, gone in (("new", "del"), ("old", "ins")):
        body = written(old, new)
        etree.strip_elements(body, f"{{{NS['a']}}}{gone}", with_tail=False)
        ops = between(old, new).ops
        wanted = "".join(printed(op, op.new if side == "new" else op.before) for op in ops)
        shown = "".join(body.itertext())
        assert _words(shown) == _words(wanted)


@pytest.mark.parametrize(
    "arguments", [["3200"], ["3210"], ["0420", "2026-interpreters.r1", "2026-interpreters.r2"], ["3246"]]
)
def test_the_command_writes_a_valid_document(arguments: list[str]) -> None:
    demo = ["--manual", "src/policybook/scaffold/demo/policy", "--as-of", "2026-11-24", "--format", "akn"]
    made = CliRunner().invoke(command, [*arguments, *demo], catch_exceptions=False)
    schema().assertValid(etree.fromstring(made.output.encode()))


def test_what_moved_away_is_marked_as_removed() -> None:
    demo = ["--manual", "src/policybook/scaffold/demo/policy", "--as-of", "2026-11-24", "--format", "akn"]
    made = CliRunner().invoke(command, ["3200", *demo], catch_exceptions=False)
    root = etree.fromstring(made.output.encode())
    away, here = root.xpath("//*[contains(@class, 'moved-')]")
    assert (away.get("eId"), away.get("status"), here.get("eId")) == ("duties__old", "removed", "duties")
