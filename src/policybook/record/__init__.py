"""The files of a record: find them, read them, check their shape, and write them safely."""
