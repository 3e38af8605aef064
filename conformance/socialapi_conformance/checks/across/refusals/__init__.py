"""Refusals that nobody but a provider state can bring about."""
