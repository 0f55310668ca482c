"""Resolve the links inside a text to addresses of the site."""

from __future__ import annotations

from collections.abc import Callable

from policybook.exports import urls
from policybook.model import Manual
from policybook.text import markup


def resolver(manual: Manual, page: str) -> Callable[[str], str | None]:
    """Return the function that resolves a link's target as seen from `page`, to None where it may not lead."""

    def address(target: str) -> str | None:
        if not target.startswith("policy:"):
            return target if markup.safe(target) else None
        code, hash, anchor = target.removeprefix("policy:").partition("#")
        policy = manual.find(code) or manual.find_former(code)
        return urls.relative(urls.policy(policy.code) + hash + anchor, page) if policy else None

    return address


def offline(target: str) -> str | None:
    """Resolve a link on a page that stands alone: only addresses of the web lead anywhere."""
    return target if "://" in target and not target.startswith("policy:") and markup.safe(target) else None
