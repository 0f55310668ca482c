"""Lay out a redline as paragraphs and tables whose words are unchanged, added, removed or moved."""

from policybook.documents.tracked.blocks import Mark, Piece, TrackedBlock, TrackedRow
from policybook.documents.tracked.layout import of
from policybook.documents.tracked.sides import plain

__all__ = ["Mark", "Piece", "TrackedBlock", "TrackedRow", "of", "plain"]
