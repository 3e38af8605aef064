"""The SocialAPI contract: 33 operations. Written by `sapi generate`; do not edit.

`bundle()` is the OpenAPI document; the modules beside it are the same facts as typed Python.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

VERSION = "1.0.0"


@cache
def bundle() -> dict[str, Any]:
    """Return the OpenAPI document. It is parsed once and shared: treat it as read-only, or copy it."""
    document: dict[str, Any] = json.loads(
        files(__name__).joinpath("openapi.json").read_text(encoding="utf-8")
    )
    return document
