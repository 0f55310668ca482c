"""The one door to Word: files written for a board's packet, and edited texts read back."""
