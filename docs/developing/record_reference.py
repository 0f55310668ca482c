"""Add the record reference to the site: an MkDocs hook, named in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from policybook import resources
from policybook.record.schema import reference


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the reference among the pages about keeping a manual."""
    demo = resources.folder("scaffold") / "demo" / "policy"
    files.append(File.generated(config, "keeping/record.md", content=reference.page(demo)))
    return files
