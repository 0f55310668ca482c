"""The permanent addresses of the site: one function each, made from codes and ids, never from titles."""

from __future__ import annotations

from policybook import codes

HOME = ""
CHECKS = "checks/"
SOURCES = "sources/"


def policy(code: str) -> str:
    """Return the address of the text in force."""
    return f"policies/{codes.address(code)}/"


def check(id: str) -> str:
    """Return the address of a check's page."""
    return f"{CHECKS}{id}/"


def source(id: str) -> str:
    """Return the address of a source."""
    return f"{SOURCES}{id}/"


def body(id: str) -> str:
    """Return the address of a body."""
    return f"bodies/#{id}"


def relative(target: str, page: str) -> str:
    """Return the address `target` as seen from the page at `page`; both are relative to the site."""
    return "../" * page.count("/") + target or "./"
