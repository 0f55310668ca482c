"""The site: pure functions from the Manual to pages, and the one module that knows MkDocs."""
