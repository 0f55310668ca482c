"""The pages, one module for each kind; each is a pure function from the Manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policybook.check import Check
from policybook.model import Manual
from policybook.site.page import Page
from policybook.site.pages import checks, home, policy, sources


def all_pages(manual: Manual, known: Mapping[str, Check]) -> Iterator[Page]:
    """Yield every page of the site."""
    yield home.page(manual)
    for one in manual:
        yield policy.page(manual, one)
    yield from sources.pages(manual)
    yield from checks.pages(known)
