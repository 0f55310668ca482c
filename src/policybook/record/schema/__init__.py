"""Validate records against the JSON Schemas and explain what is wrong in plain words."""
