"""The linter: mistakes in the specification, each at its line of the source file."""
