"""Edited texts, from Word, Markdown or plain letters, as they would stand in a proposal."""

from policybook.drafts.draft import Draft
from policybook.drafts.reading import AnotherBase, read

__all__ = ["AnotherBase", "Draft", "read"]
