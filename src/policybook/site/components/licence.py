"""Licences as people know them: their usual name, and where their words can be read."""

from __future__ import annotations

import re

from policybook.text.html import Html, tag

_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-([0-9]\.[0-9])")
_SPDX = re.compile(r"[A-Za-z0-9]+(?:[.+-][A-Za-z0-9]+)+")


def name(licence: str) -> str:
    """Return what people call a licence: "CC BY-NC-SA 4.0" for CC-BY-NC-SA-4.0; others as they are written."""
    found = _CREATIVE_COMMONS.fullmatch(licence)
    return f"CC {found[1]} {found[2]}" if found else licence


def address(licence: str) -> str:
    """Return where a licence's words stand, or an empty text where what is written isn't an SPDX id."""
    found = _CREATIVE_COMMONS.fullmatch(licence)
    if found:
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return f"https://spdx.org/licenses/{licence}.html" if _SPDX.fullmatch(licence) else ""


def named(licence: str) -> Html:
    """Return a licence's name, with a link to its words where they have an address."""
    where = address(licence)
    return tag("a", name(licence), href=where, rel="license") if where else tag("span", name(licence))
