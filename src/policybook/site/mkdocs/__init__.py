"""The plugin for MkDocs: the only package that knows MkDocs and the theme."""
