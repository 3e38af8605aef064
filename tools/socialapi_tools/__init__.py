"""The command line `sapi` and what it needs: load, bundle, generate, lint."""
