"""The register of duties and the law index, as pages, data and a command."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from click.testing import CliRunner

from policybook.cli import main
from tests.held import HERON_BEND


def test_the_register_quotes_each_duty_and_leads_to_its_provision(built: dict[str, Path]) -> None:
    data = json.loads((built["demo"] / "duties/duties.json").read_text(encoding="utf-8"))
    html = (built["demo"] / "duties/superintendent/index.html").read_text(encoding="utf-8")
    listed = [one for one in data["duties"] if "superintendent" in one["bodies"]]
    assert len(listed) >= 6
    for one in listed:
        assert one["sentence"] in unescape(re.sub(r"<[^>]+>", "", html))
        assert f'href="../../{one["url"]}"' in html
        policy, _, anchor = one["url"].partition("#")
        assert f'id="{anchor}"' in (built["demo"] / policy / "index.html").read_text(encoding="utf-8")


def test_the_law_index_leads_from_a_section_to_its_policies(built: dict[str, Path]) -> None:
    html = (built["demo"] / "law/index.html").read_text(encoding="utf-8")
    row = re.search(r"<tr>(?:(?!</tr>).)*28\.183.*?</tr>", html, re.DOTALL)
    assert row is not None
    assert "policies/0420/" in row[0]


def test_the_command_lists_what_binds_a_body() -> None:
    run = ["duties", "--manual", str(HERON_BEND), "--as-of", "2026-11-24"]
    text = CliRunner().invoke(main.policybook, [*run, "--body", "superintendent", "--force", "must not"])
    assert text.exit_code == 0
    assert "EL-1#global  must not  Superintendent" in text.output
    data = json.loads(CliRunner().invoke(main.policybook, [*run, "--format", "json"]).output)
    assert {one["force"] for one in data["duties"]} == {"must", "must not", "will", "may"}
    wrong = CliRunner().invoke(main.policybook, [*run, "--body", "superintendant"])
    assert "Did you mean ‘superintendent’?" in str(wrong.exception)
