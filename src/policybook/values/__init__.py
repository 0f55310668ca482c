"""Plain values of the record: dates, cadences, codes, labels, slugs and digests."""
