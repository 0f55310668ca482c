"""An address typed as a code is printed leads to the policy's page."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("typed", "leads_to"), [("policies/EL%201/", "policies/el_1/"), ("policies/9999X/", "policies/9999x/")]
)
def test_capitals_and_spaces_in_a_code(browser: Any, served: dict[str, str], typed: str, leads_to: str) -> None:
    page = browser.new_page()
    page.goto(served["real"] + typed)
    page.wait_for_url(f"**/{leads_to}")
    page.close()


def test_a_page_that_is_not_there_says_so(browser: Any, served: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(served["real"] + "policies/9999/")
    assert page.url.endswith("policies/9999/")
    assert page.locator("h1").inner_text() == "There is no page here"
    page.close()
