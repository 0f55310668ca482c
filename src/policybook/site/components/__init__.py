"""Parts of pages: the banner, tables and facts, strategies, history, charts and citations."""
