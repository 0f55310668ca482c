"""The site, built as people build it: its files, and what readers' browsers make of them."""
