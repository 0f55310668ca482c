"""Build the board packet for an agenda item: memo, redline and clean copy."""

from policybook.documents.packet.build import build
from policybook.documents.packet.values import Cover, Entry, Item, Packet

__all__ = ["Cover", "Entry", "Item", "Packet", "build"]
