"""What of the contract the server answers: every operation of each resource that has a module."""

import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from socialapi_contract import bundle
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_stub import resources

RESOURCES = frozenset(module.name for module in pkgutil.iter_modules(resources.__path__))

SERVED: Mapping[str, Operation] = {
    name: operation for name, operation in OPERATIONS.items() if operation.resource in RESOURCES
}

UNSERVED = tuple(sorted({operation.resource for operation in OPERATIONS.values()} - RESOURCES))
"""Resources of the contract without a module; a request to one of them finds no route."""

DOCUMENTS = tuple(sorted({operation.document for operation in SERVED.values()}))


@cache
def document() -> dict[str, Any]:
    """Return what is served as one OpenAPI document, those kept beside the published one included."""
    tags = [tag for name in DOCUMENTS for tag in bundle(name)["tags"]]
    used = {operation.tag for operation in SERVED.values()}
    found = {**bundle(), "tags": [tag for tag in tags if tag["name"] in used], "paths": {}, "components": {}}
    for each in (bundle(name) for name in DOCUMENTS):
        for kind, parts in each["components"].items():
            found["components"][kind] = {**parts, **found["components"].get(kind, {})}
    for operation in SERVED.values():
        item = bundle(operation.document)["paths"][operation.path]
        shared = {name: item[name] for name in ("servers", "parameters") if name in item}
        method = operation.method.lower()
        found["paths"].setdefault(operation.path, shared)[method] = item[method]
    return found


def document_at(root: str) -> dict[str, Any]:
    """Return the document with `root` in place of every host it names, for all paths and for single ones."""
    moved = _moved(document(), root)
    return {**moved, "paths": {path: _moved(item, root) for path, item in moved["paths"].items()}}


def _moved(node: dict[str, Any], root: str) -> dict[str, Any]:
    if "servers" not in node:
        return node
    return {**node, "servers": [{"url": root + urlsplit(each["url"]).path} for each in node["servers"]]}
