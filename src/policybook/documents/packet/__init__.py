"""Build the board packet for an agenda item: memo, redline and clean copy."""

from policybook.documents.packet.build import build
from policybook.documents.packet.values import Entry, Item, Packet

__all__ = ["Entry", "Item", "Packet", "build"]
