"""The site's search: an index built with the site, in files small enough to load on demand.

The texts are split into units: one for each policy and one for each of its provisions. Build time does the
ranking (BM25F); the browser adds up ready scores, so that one script of a few kilobytes is enough.
"""
