"""The one door to MkDocs: hands it the pages, sets what stock Material gets wrong, mends what it built."""

from __future__ import annotations

import html
import logging
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from policybook import bundled, report, verdict, workplace
from policybook.errors import PolicybookError
from policybook.site import mend, urls
from policybook.site.config import SiteConfig
from policybook.site.page import escape
from policybook.site.pages import all_pages
from policybook.verdict import Verdict

_THEME = Path(__file__).parent / "theme"
_EXTENSIONS = ("attr_list", "toc")
_PALETTE = [
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "material/weather-sunny", "name": "Switch to dark colours"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/weather-night", "name": "Switch to light colours"},
    },
]

_log = logging.getLogger("mkdocs.plugins.policybook")


class PolicybookPlugin(BasePlugin[SiteConfig]):
    """Publishes a manual as a site."""

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and judge the manual; put the agency's name and the theme's mends in place."""
        self._verdict = self._judge(config)
        agency = self._verdict.manual.agency
        if agency.name:
            config.site_name = escape(agency.name)
        config.extra["policybook"] = {
            "fiction": agency.fiction,
            "official": agency.official,
            "agency": escape(agency.name),
            "source": _source(self._verdict),
            "contact": escape(agency.text("contact")),
        }
        config.extra.setdefault("generator", False)
        config.theme.dirs.insert(0, str(_THEME))
        config.theme._vars["font"] = False  # no request to another host
        if not config.theme.get("palette"):
            config.theme._vars["palette"] = _PALETTE
        for extension in _EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        config.extra_css = ["assets/policybook.css", *config.extra_css]
        config.validation.nav.omitted_files = logging.DEBUG
        if config.nav is None:
            config.nav = [
                {"Policies": "index.md"},
                {"Sources": f"{urls.SOURCES}index.md"},
                {"Checks": f"{urls.CHECKS}index.md"},
                *({path.stem.replace("-", " ").capitalize(): path.name} for path in _own_pages(config)),
            ]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand over the generated pages; a hand-written page at the same address wins."""
        assert self._verdict is not None
        for page in all_pages(self._verdict.manual, self._verdict.checks):
            if files.get_file_from_path(page.path) is None:
                files.append(
                    File.generated(config, page.path, content=page.markdown(), inclusion=InclusionLevel.INCLUDED)
                )
        for schema in sorted(bundled.folder("schemas").rglob("*.json")):
            where = f"schemas/{schema.relative_to(bundled.folder('schemas')).as_posix()}"
            files.append(File.generated(config, where, abs_src_path=str(schema)))
        return files

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend the built page; last of all plugins."""
        return mend.page(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the pages that come from templates, such as 404."""
        return mend.page(output_content) if template_name.endswith(".html") else output_content

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when a record changes."""
        server.watch(str(self._folder(config)))
        return server

    def _judge(self, config: MkDocsConfig) -> Verdict:
        try:
            folder = self._folder(config)
            tree = workplace.tree(folder)
            as_of = workplace.day(str(self.config.as_of)) if self.config.as_of else workplace.today(tree)
            home = Path(config.config_file_path).parent
            judged = verdict.judge(tree, as_of, verdict.all_checks([str(home / own) for own in self.config.checks]))
        except PolicybookError as error:
            raise PluginError(f"policybook: {error}") from error
        if judged.count("error"):
            said = f"The record has errors; `policybook check` shows them too.\n{report.render(judged, 'text')}"
            if config.strict:
                raise PluginError(said)
            _log.warning(said)
        return judged

    def _folder(self, config: MkDocsConfig) -> Path:
        return workplace.find(Path.cwd(), str(Path(config.config_file_path).parent / self.config.manual))


def _own_pages(config: MkDocsConfig) -> list[Path]:
    """Return the hand-written pages at the top of docs/."""
    return sorted(path for path in Path(config.docs_dir).glob("*.md") if path.stem != "index")


def _source(judged: Verdict) -> dict[str, str] | None:
    """Return title and address of the source that an unofficial copy was taken from."""
    for source in judged.manual.sources.values():
        if source.words is not None and re.match(r"https?://", source.text("url")):
            return {"title": escape(source.title), "url": html.escape(source.text("url"), quote=True)}
    return None
