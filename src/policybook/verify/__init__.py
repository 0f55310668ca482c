"""Verify that nothing was altered: the record against itself, against an anchor, and a download against the record."""
