"""Builds of the site, and what stands in their pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from tests import cases

ROOT = Path(__file__).parents[2]
URL = "https://heronbend.example/manual/"
"""Where the site in Spanish will stand."""
CONFIGS = {"real": "mkdocs.yml", "demo": "mkdocs-demo.yml"}


def build(config: Path, target: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site as the command line does."""
    command = [sys.executable, "-m", "mkdocs", "build", *options, "-f", str(config), "-d", str(target)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )


def project(over: Mapping[str, str | None], folder: Path, more: str = "") -> Path:
    """Write the small manual with `over` laid over it, with a configuration; return the configuration's path."""
    cases.written(cases.laid(over), folder)
    (folder / "docs").mkdir()
    config = folder / "mkdocs.yml"
    plugin = "{policybook: {as_of: 2026-11-24}}"
    config.write_text(f"site_name: x\ntheme: {{name: material}}\nplugins: [{plugin}]\n{more}", encoding="utf-8")
    return config


class Markup(HTMLParser):
    """What a page links to, is linked by, and asks for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.requests: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what an element says."""
        values = {name: value or "" for name, value in attributes}
        self.tags.add(tag)
        self.attributes.update(values)
        if "id" in values:
            self.anchors.append(values["id"])
        if tag in ("a", "area") and "href" in values:
            self.links.append(values["href"])
        if "src" in values:
            self.requests.append(values["src"])
        if tag == "link" and {"stylesheet", "preconnect", "icon", "preload"} & set(values.get("rel", "").split()):
            self.requests.append(values["href"])
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.links.append(values["content"].partition("url=")[2])


def markup(site: Path) -> dict[str, Markup]:
    """Return the markup of each page of a built site by its address."""
    return {
        "/" + path.relative_to(site).as_posix(): Markup(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def content(site: Path) -> dict[str, bytes]:
    """Return all files of a built site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
