"""A generated page as MkDocs sees it: finished HTML, so that no Markdown has to be read again."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from policybook.site.page import Page
from policybook.text import page_body
from policybook.text.catalogs import direction
from policybook.text.html import Html, tag
from policybook.text.page_body import Heading


class FinishedPage(MkDocsPage):
    """A page that was made from the record."""

    def __init__(self, title: str | None, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, file, config)
        self._page: Page | None = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what the page says about itself."""
        assert self._page is not None
        self.markdown = ""
        self.meta = {**self._page.front(), "head": page_body.plain(self._page.head)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take over the finished HTML and its headings."""
        assert self._page is not None
        done = page_body.of(self._page.body)
        self.content = done.html
        language = self._page.language
        self.toc = TableOfContents(_links(done.headings, language))
        top = next((_shown(heading, language) for heading in done.headings if heading.level == 1), "")
        if "lang=" in top:
            self.meta["heading"] = top
        self.present_anchor_ids = {heading.id for heading in done.headings}
        self._page = None  # thousands of pages are held until the last is written


def _links(headings: tuple[Heading, ...], language: str) -> list[AnchorLink]:
    links = []
    for heading, under in page_body.nested(headings):
        link = AnchorLink(_shown(heading, language), heading.id, heading.level)
        link.children = _links(under, language)
        links.append(link)
    return links


def _shown(heading: Heading, language: str) -> str:
    """Return a heading's words for where they stand outside of the page's content, in the site's own language."""
    spoken = heading.language or language
    return tag("span", Html(heading.words), lang=spoken, dir=direction(spoken)) if spoken else heading.words
