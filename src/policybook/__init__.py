"""Policybook: a public board's policy manual as versioned YAML, checked on every change, published as a site."""

__version__ = "0.2.0"
