"""Connect flows."""
