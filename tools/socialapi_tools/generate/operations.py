"""The operations table: the facts of each operation that code asks for, read off the bundle."""

from typing import Any
from urllib.parse import urlsplit

from socialapi_tools.bundle import METHODS


def operations(document: dict[str, Any], resources: dict[str, str]) -> list[dict[str, Any]]:
    """Return one row per operation in document order; `resources` names the spec folder of each path."""
    return [
        _row(document, path, method, item, resources[path])
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    ]


def _row(
    document: dict[str, Any], path: str, method: str, item: dict[str, Any], resource: str
) -> dict[str, Any]:
    operation = item[method]
    body = operation.get("requestBody", {})
    parameters = [
        _resolve(document, entry) for entry in item.get("parameters", []) + operation.get("parameters", [])
    ]
    return {
        "operation_id": operation["operationId"],
        "method": method.upper(),
        "path": path,
        "at_root": _is_at_root(item),
        "tag": operation["tags"][0],
        "resource": resource,
        "summary": operation["summary"],
        "successes": tuple(
            int(status) for status in operation["responses"] if _is_success(operation, status)
        ),
        "errors": tuple(operation["x-errors"]),
        "scope": operation["x-scope"],
        "scope_recommended": operation.get("x-scope-recommended", False),
        "tokens": tuple(operation["x-tokens"]),
        "past_due_exempt": operation.get("x-past-due-exempt", False),
        "shared": operation.get("x-shared", False),
        "capability": operation.get("x-capability"),
        "credits": operation.get("x-credits"),
        "credits_recommended": operation.get("x-credits-recommended", False),
        "pagination": operation.get("x-pagination"),
        "body": next(iter(body.get("content", {})), None),
        "body_required": body.get("required", False),
        "opaque": [found for entry in parameters if (found := _opaque(document, entry))],
    }


def _is_at_root(item: dict[str, Any]) -> bool:
    """Tell whether the path has a server of its own that ends at the host."""
    servers = item.get("servers", [])
    return bool(servers) and all(urlsplit(server["url"]).path in ("", "/") for server in servers)


def _is_success(operation: dict[str, Any], status: str) -> bool:
    """Tell whether a response carries the operation's own result rather than the error envelope."""
    content = operation["responses"][status].get("content", {})
    return all("allOf" not in media["schema"] for media in content.values())


def _opaque(document: dict[str, Any], parameter: dict[str, Any]) -> dict[str, str] | None:
    schema = _resolve(document, parameter["schema"])
    kind = schema.get("x-opaque")
    return {"location": parameter["in"], "name": parameter["name"], "kind": kind} if kind else None


def _resolve(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Follow a component reference, if the node is one."""
    if "$ref" not in node:
        return node
    _, _, kind, name = node["$ref"].split("/")
    found: dict[str, Any] = document["components"][kind][name]
    return found
