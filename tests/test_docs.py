"""The documentation names everything that people can set."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from policybook import cli
from policybook.cli import COMMANDS
from policybook.site.config import SiteConfig

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
    command = cli.policybook.get_command(click.Context(cli.policybook), act)
    assert command is not None
    command.make_context(act, shlex.split(example[1])[1:], parent=click.Context(cli.policybook))
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", section)) <= options
