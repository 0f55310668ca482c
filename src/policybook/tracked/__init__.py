"""A redline as it stands on a page: paragraphs and tables whose words are the same, added, removed or moved."""

from policybook.tracked.blocks import of
from policybook.tracked.sides import plain
from policybook.tracked.values import Mark, Piece, TrackedBlock, TrackedRow

__all__ = ["Mark", "Piece", "TrackedBlock", "TrackedRow", "of", "plain"]
