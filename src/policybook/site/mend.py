"""Mend what the theme gets wrong, once, over the built HTML, so that it holds for another generator too."""

from __future__ import annotations

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_SKIP = re.compile(r'<div data-md-component="skip">\s*(<a [^>]*class="md-skip"[^>]*>.*?</a>)?\s*</div>', re.DOTALL)
_ARTICLE = '<article class="md-content__inner md-typeset">'


def page(html: str) -> str:
    """Return a built page with its accessibility mends.

    Checkboxes lose an attribute that HTML doesn't allow them; every page has a skip link, and it leads to the
    content; the hidden title list and search list are given what keyboards and screen readers need.
    """
    html = _SWITCH.sub(r"\1", html)
    if _ARTICLE in html:
        html = html.replace(_ARTICLE, '<article class="md-content__inner md-typeset" id="main" tabindex="-1">', 1)
        skip = '<div data-md-component="skip"><a href="#main" class="md-skip">Skip to content</a></div>'
        html = _SKIP.sub(skip, html, count=1)
    return html
