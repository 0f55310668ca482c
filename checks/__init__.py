"""The rules that a sound record obeys, one small module each; the file name is the rule's id."""
