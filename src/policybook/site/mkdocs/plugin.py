"""The one door to MkDocs: hands it the pages, sets what stock Material gets wrong, mends what it built."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from policybook import resources
from policybook.errors import PolicybookError
from policybook.exports import urls
from policybook.lint import formats, runner
from policybook.lint.runner import Verdict
from policybook.record import locate
from policybook.site.context import Book
from policybook.site.files import all_files, copies
from policybook.site.mkdocs import settings, theme_assets, theme_fixes
from policybook.site.mkdocs.config import SiteConfig
from policybook.site.mkdocs.page import FinishedPage
from policybook.site.pages import all_pages
from policybook.text import catalogs

_log = logging.getLogger("mkdocs.plugins.policybook")


class PolicybookPlugin(BasePlugin[SiteConfig]):
    """Publishes a manual as a site."""

    def __init__(self) -> None:
        super().__init__()
        self._book: Book | None = None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and judge the manual; put the agency's name and the theme's mends in place.

        It comes before the turn of other plugins, which may ask for the theme's language.
        """
        try:
            copies.require(self.config.downloads)
        except PolicybookError as error:
            raise PluginError(f"policybook: {error}") from error
        judged = self._judge(config)
        agency = judged.manual.agency
        language = settings.language(config, agency)
        own = self.config
        say = catalogs.say(language)
        self._book = Book.of(judged, say, config.site_url or "", own.downloads)
        if "material/search" in config.plugins:
            _log.info("mkdocs.yml lists the plugin ‘search’: the site has a search of its own, and needs none.")
        settings.apply(config, self._book)
        if config.nav is None:
            config.nav = settings.navigation(config, self._book)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand over the generated pages and files; a hand-written page at the same address wins."""
        assert self._book is not None
        theme_assets.files(files)
        logo = self._book.manual.agency.text("logo")
        if logo and files.get_file_from_path(logo) is None:
            _log.warning("agency.yml names the logo ‘%s’; there is no such file under docs/.", logo)
        titles = dict(settings.titles(config.nav))
        for page in all_pages(self._book):
            if files.get_file_from_path(page.path) is None:
                file = File.generated(config, page.path, content="", inclusion=InclusionLevel.INCLUDED)
                FinishedPage(titles.get(page.path), page, file, config)
                files.append(file)
        try:
            for given in all_files(self._book):
                files.append(File.generated(config, given.url, content=given.content))
        except PolicybookError as error:
            raise PluginError(f"policybook: {error}") from error
        for schema in sorted(resources.folder("schemas").rglob("*.json")):
            where = f"{urls.SCHEMAS}{schema.relative_to(resources.folder('schemas')).as_posix()}"
            files.append(File.generated(config, where, abs_src_path=str(schema)))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave the theme's own indentation out of each page."""
        env.trim_blocks = env.lstrip_blocks = True
        return env

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend the built page; last of all plugins."""
        ours = config.extra["policybook"]
        return theme_fixes.page(output, ours["words"]["skip"], str(page.meta.get("lang") or ""), ours["marks"])

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the pages that come from templates, such as 404."""
        if not template_name.endswith(".html"):
            return output_content
        ours = config.extra["policybook"]
        return theme_fixes.page(output_content, ours["words"]["skip"], theirs=ours["marks"])

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when a record changes."""
        server.watch(str(self._folder(config)))
        return server

    def _judge(self, config: MkDocsConfig) -> Verdict:
        try:
            folder = self._folder(config)
            tree = locate.tree(folder)
            as_of = locate.day(str(self.config.as_of)) if self.config.as_of else locate.today(tree)
            home = Path(config.config_file_path).parent
            judged = runner.judge(tree, as_of, runner.all_checks([str(home / own) for own in self.config.checks]))
        except PolicybookError as error:
            raise PluginError(f"policybook: {error}") from error
        if judged.count("error"):
            said = f"The record has errors; `policybook check` shows them too.\n{formats.render(judged, 'text')}"
            if config.strict:
                raise PluginError(said)
            _log.warning(said)
        return judged

    def _folder(self, config: MkDocsConfig) -> Path:
        return locate.find(Path.cwd(), str(Path(config.config_file_path).parent / self.config.manual))
