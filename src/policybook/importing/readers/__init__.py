"""One reader for each format; each makes blocks, and says what it left out and why."""
