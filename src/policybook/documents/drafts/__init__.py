"""Read edited texts from Word, OpenDocument, Markdown or plain text as they would stand in a proposal."""

from policybook.documents.drafts.draft import Draft
from policybook.documents.drafts.reader import AnotherBase, read

__all__ = ["AnotherBase", "Draft", "read"]
