"""The packet: what the board receives for an agenda item — memo, redline, clean copy — as one set of values."""

from policybook.packet.making import made
from policybook.packet.values import Entry, Item, Packet

__all__ = ["Entry", "Item", "Packet", "made"]
