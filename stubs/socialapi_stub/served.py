"""The document that the server answers by: every document of the contract in one."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from socialapi_contract import bundle
from socialapi_contract.operations import OPERATIONS

DOCUMENTS = tuple(sorted({operation.document for operation in OPERATIONS.values()}))

OF_REQUESTS = ("parameters", "requestBodies", "schemas", "securitySchemes")
ASKED = ("operationId", "parameters", "requestBody")


@cache
def document() -> dict[str, Any]:
    """Return the documents as one, those kept beside the published one included."""
    tags = [tag for name in DOCUMENTS for tag in bundle(name)["tags"]]
    found = {**bundle(), "tags": tags, "paths": {}, "components": {}}
    for each in (bundle(name) for name in DOCUMENTS):
        for kind, parts in each["components"].items():
            found["components"][kind] = {**parts, **found["components"].get(kind, {})}
    for operation in OPERATIONS.values():
        item = bundle(operation.document)["paths"][operation.path]
        shared = {name: item[name] for name in ("servers", "parameters") if name in item}
        method = operation.method.lower()
        found["paths"].setdefault(operation.path, shared)[method] = item[method]
    return found


def requests() -> dict[str, Any]:
    """Return the document without its answers, which are most of it and which no request is held against."""
    whole = document()
    components = {kind: parts for kind, parts in whole["components"].items() if kind in OF_REQUESTS}
    paths = {path: _asking(item) for path, item in whole["paths"].items()}
    return {**whole, "paths": paths, "components": components}


def _asking(item: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {key: value for key, value in part.items() if key in ASKED} if "responses" in part else part
        for name, part in item.items()
    }


def document_at(root: str) -> dict[str, Any]:
    """Return the document with `root` in place of every host it names, for all paths and for single ones."""
    moved = _moved(document(), root)
    return {**moved, "paths": {path: _moved(item, root) for path, item in moved["paths"].items()}}


def _moved(node: dict[str, Any], root: str) -> dict[str, Any]:
    if "servers" not in node:
        return node
    return {**node, "servers": [{"url": root + urlsplit(each["url"]).path} for each in node["servers"]]}
