"""The packet: what the board receives for an agenda item — memo, redline, clean copy — as one set of values."""

from policybook.documents.packet.build import made
from policybook.documents.packet.values import Entry, Item, Packet

__all__ = ["Entry", "Item", "Packet", "made"]
