"""The one door that writes YAML: records in canonical layout, edits that leave the rest of a file alone, sets of files written together."""
