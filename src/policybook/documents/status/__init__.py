"""The status report for a board meeting: how each strategy stands, who met, what was asked and what is to be decided."""

from policybook.documents.status.build import build
from policybook.documents.status.values import Report, Section

__all__ = ["Report", "Section", "build"]
