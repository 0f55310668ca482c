"""Mend what the theme gets wrong, once, over the built HTML, so that it holds for another generator too."""

from __future__ import annotations

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
_ARTICLE = '<article class="md-content__inner md-typeset">'
_CONTENTS = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)


def page(html: str, skip: str, language: str = "") -> str:
    """Return a built page with its accessibility mends; `skip` are the words of the link to the content, as HTML.

    Checkboxes lose an attribute that HTML doesn't allow them; every page has a skip link, and it leads to the
    content; the title of the contents is a label only where there is something that it labels.
    A page whose `language` isn't the site's says so.
    """
    html = _SWITCH.sub(r"\1", html)
    if _ARTICLE in html:
        marks = f' id="main" tabindex="-1" lang="{language}">' if language else ' id="main" tabindex="-1">'
        html = html.replace(_ARTICLE, _ARTICLE.removesuffix(">") + marks, 1)
        link = f'<div data-md-component="skip"><a href="#main" class="md-skip">{skip}</a></div>'
        html = _SKIP.sub(lambda _: link, html, count=1)
    if 'id="__toc"' not in html:
        html = _CONTENTS.sub(r'<span class="md-nav__title">\1</span>', html)
    return html
