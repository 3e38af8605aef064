"""The format for programs: one JSON object that `page.schema.json` describes."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib import resources
from typing import Any

from socialapi_tools.explain.page import Page


def render(pages: Sequence[Page]) -> str:
    """Return the pages as JSON text."""
    found = {"version": 1, "pages": [asdict(page) for page in pages]}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what `render` writes."""
    text = resources.files(__package__).joinpath("page.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
