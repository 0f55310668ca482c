"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from datetime import date

from mkdocs.config import config_options
from mkdocs.config.base import Config


class SiteConfig(Config):
    """What `plugins: - policybook:` may say."""

    manual = config_options.Type(str, default="policy")
    """The manual's folder, relative to mkdocs.yml."""
    as_of = config_options.Optional(config_options.Type((str, date)))
    """The day taken for today; left out, it is today in the agency's time zone."""
    checks = config_options.ListOfItems(config_options.Type(str), default=[])
    """Folders with checks of one's own, relative to mkdocs.yml."""
    downloads = config_options.ListOfItems(config_options.Choice(("docx", "pdf")), default=[])
    """In which heavier forms each text can be taken away, beside JSON and Akoma Ntoso; they need extra parts."""
