"""What all documents of the API have in common."""

from collections.abc import Mapping
from typing import Any


def present(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that are set; an optional one that is not is left out rather than null."""
    return {name: value for name, value in fields.items() if value is not None}
