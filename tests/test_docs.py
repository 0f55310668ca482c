"""The documentation names everything that people can set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from policybook.site.config import SiteConfig

DOCS = Path(__file__).parents[1] / "docs"
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
