"""What comes over the wire, gzipped, with everything that a page asks for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import stock, weight
from tests.site import kinds

pytestmark = pytest.mark.browser


def test_a_policys_page_weighs_at_most_120_kilobytes(browser: Any, built: dict[str, Path]) -> None:
    with weight.served(built["demo"]) as address:
        weights = {
            page: weight.of(browser, address + page)
            for site, page in kinds.REPRESENTATIVE
            if site == "demo" and "no/" not in page
        }
    assert {page: one for page, one in weights.items() if one.bytes > 120_000} == {}
    assert max(one.requests for one in weights.values()) <= 9


def test_the_start_page_weighs_no_more_than_stock_materials(
    browser: Any, built: dict[str, Path], tmp_path: Path
) -> None:
    stock.write(built["demo"], tmp_path)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(tmp_path / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)
    with weight.served(built["demo"]) as ours, weight.served(tmp_path / "site") as theirs:
        assert weight.of(browser, ours).bytes <= weight.of(browser, theirs).bytes
