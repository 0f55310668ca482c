"""Mend what the theme gets wrong, once, over the built HTML, so that it holds for another generator too."""

from __future__ import annotations

import re
from collections import Counter

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
_ARTICLE = '<article class="md-content__inner md-typeset">'
_REGION = re.compile(r'(role="region"[^<>]*? aria-label=")([^"]*)"')
_DRAWER = '<label class="md-nav__title" for="__drawer">'
_CONTENTS = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)


def page(html: str, skip: str, language: str = "", theirs: str = "") -> str:
    """Return a built page with its accessibility mends; `skip` are the words of the link to the content, as HTML.

    Checkboxes lose an attribute that HTML doesn't allow them; every page has a skip link, and it leads to the
    content; the title of the contents is a label only where there is something that it labels.
    A page whose `language` isn't the site's says so, and `theirs` are the attributes of what shows the agency's name.
    """
    html = _SWITCH.sub(r"\1", html)
    if _ARTICLE in html:
        marks = f' id="main" tabindex="-1" lang="{language}">' if language else ' id="main" tabindex="-1">'
        html = html.replace(_ARTICLE, _ARTICLE.removesuffix(">") + marks, 1)
        link = f'<div data-md-component="skip"><a href="#main" class="md-skip">{skip}</a></div>'
        html = _SKIP.sub(lambda _: link, html, count=1)
    html = html.replace(_DRAWER, f"{_DRAWER.removesuffix('>')}{theirs}>", 1)
    if 'id="__toc"' not in html:
        html = _CONTENTS.sub(r'<span class="md-nav__title">\1</span>', html)
    return _distinct(html)


def _distinct(html: str) -> str:
    """Number the regions of one name, from the second on: in a list of landmarks people tell them apart by name."""
    met: Counter[str] = Counter()

    def numbered(match: re.Match[str]) -> str:
        met[match[2]] += 1
        return f'{match[1]}{match[2]} ({met[match[2]]})"' if met[match[2]] > 1 else match[0]

    return _REGION.sub(numbered, html)
