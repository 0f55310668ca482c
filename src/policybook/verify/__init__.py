"""Proof that a text wasn't altered: the record with itself, with an anchor outside it, and a file with the record."""
