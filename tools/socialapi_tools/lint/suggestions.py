"""Hints that name what was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint with the closest known name, or `otherwise` when none is close."""
    close = get_close_matches(name, list(known), n=1)
    return f"Did you mean {close[0]}?" if close else otherwise
