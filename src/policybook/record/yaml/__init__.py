"""Read and write YAML: the only package that knows PyYAML."""
