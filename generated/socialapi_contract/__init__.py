"""The SocialAPI contract: 132 operations. Written by `sapi generate`; do not edit.

`bundle()` is the OpenAPI document; the modules beside it are the same facts as typed Python.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import orjson
from socialapi_contract.operations import Document

VERSION = "1.0.0"


@cache
def bundle(document: Document = "api") -> dict[str, Any]:
    """Return an OpenAPI document: the published one, or one kept beside it.

    It is parsed once and shared: treat it as read-only, or copy it.
    """
    name = "openapi.json" if document == "api" else f"{document}.json"
    found: dict[str, Any] = orjson.loads(files(__name__).joinpath(name).read_bytes())
    return found
