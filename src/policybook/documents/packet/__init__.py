"""Build the board packet for an agenda item: memo, redline and clean copy."""

from policybook.documents.packet.build import build
from policybook.documents.packet.values import Cover, Item, MemoRow, Packet

__all__ = ["Cover", "Item", "MemoRow", "Packet", "build"]
