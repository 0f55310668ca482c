"""The documentation names everything that people can set."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from policybook.cli import main
from policybook.cli.main import COMMANDS
from policybook.site.mkdocs.config import SiteConfig
from tests import cases

DOCS = Path(__file__).parents[1] / "docs" / "keeping"
SITE = (DOCS / "site.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", [name for name, _ in SiteConfig._schema])
def test_each_option_of_the_site_is_documented_with_its_default(option: str) -> None:
    row = re.search(rf"^\| `{option}` \| (.*?) \| .{{40,}} \|$", SITE, re.MULTILINE)
    assert row is not None
    default = dict(SiteConfig._schema)[option].default
    assert f"`{default}`" == row[1] if default else True


def test_each_example_of_the_site_s_options_is_one_that_can_be_written() -> None:
    options = dict(SiteConfig._schema)
    for example in re.findall(r"```yaml\n(.*?)```", SITE, re.DOTALL):
        for plugin in yaml.safe_load(example).get("plugins", []):
            if isinstance(plugin, dict):
                assert set(plugin["policybook"]) <= set(options)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_documented(command: str) -> None:
    pages = [*DOCS.glob("*.md"), DOCS.parents[1] / "README.md"]
    assert any(f"policybook {command}" in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize(
    "act", ["propose", "reading", "adopt", "reaffirm", "suspend", "rescind", "renumber", "correct"]
)
def test_each_act_has_a_section_with_an_example_that_can_be_run(act: str) -> None:
    acts = (DOCS / "acts.md").read_text(encoding="utf-8")
    section = acts.partition(f"## {act}\n")[2].partition("\n## ")[0]
    example = re.search(rf"^    policybook ({act} .*)$", section, re.MULTILINE)
    assert example is not None
    command = main.policybook.get_command(click.Context(main.policybook), act)
    assert command is not None
    command.make_context(act, shlex.split(example[1])[1:], parent=click.Context(main.policybook))
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", section)) <= options


def test_the_example_of_a_check_of_one_s_own_finds_what_it_says(tmp_path: Path) -> None:
    page = (DOCS / "setting-up.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "office_keeps.py").write_text(example, encoding="utf-8")
    policy = "code: 0100\nkind: operating-policy\nsteward: board\ncadence: by series\n"
    cases.written(cases.laid({"0100-mission/policy.yml": policy}), tmp_path)
    asked = ["check", "--as-of", "2026-11-24", "--manual", str(tmp_path), "--checks", str(tmp_path / "checks")]
    said = CliRunner().invoke(main.policybook, asked).output
    assert "Policy 0100 is kept by the board itself." in said
    assert "Name an office." in said
    told = CliRunner().invoke(main.policybook, ["explain", "office-keeps", "--checks", str(tmp_path / "checks")]).output
    assert "Between two meetings nobody could be asked." in told


def test_the_drawing_of_the_layers_is_the_import_contract() -> None:
    data = tomllib.loads((DOCS.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    layers = data["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = "\n".join("   ".join(layer.split(" | ")) for layer in layers)
    text = (DOCS.parent / "developing" / "architecture.md").read_text(encoding="utf-8")
    assert f"```text\n{drawn}\n```" in text, f"write this into architecture.md:\n{drawn}"
    named = {name for layer in layers for name in layer.split(" | ")} - {"__main__", "finding", "resources", "errors"}
    assert [name for name in sorted(named) if f"| `{name}` |" not in text] == []
