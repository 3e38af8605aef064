"""The schemas of the contract by operation: those of answers, ready to validate with, and of requests."""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import jsonschema_rs
from socialapi_contract import bundle
from socialapi_contract.operations import OPERATIONS, Document

_MADE = re.compile(r"\$response\.body#/(\w+)")
"""What a link says that takes a field of an answer."""


class Undocumented(LookupError):
    """The contract describes no such answer of the operation."""


@functools.cache
def validator(operation_id: str, status: int) -> jsonschema_rs.Draft4Validator | None:
    """Return the validator of an answer's body, None when the answer has no body; raises `Undocumented`."""
    responses = definition(operation_id)["responses"]
    if str(status) not in responses:
        raise Undocumented(f"{operation_id} {status}")
    content = resolved(responses[str(status)]).get("content")
    if not content:
        return None
    media = next(iter(content.values()))
    root = {**_as_json_schema(media["schema"]), "components": {"schemas": _json_schemas()}}
    return jsonschema_rs.Draft4Validator(root, validate_formats=True)


def definition(operation_id: str) -> dict[str, Any]:
    """Return the operation's object of the bundle."""
    operation = OPERATIONS[operation_id]
    found: dict[str, Any] = bundle(operation.document)["paths"][operation.path][operation.method.lower()]
    return found


def parameters(operation_id: str) -> Iterator[dict[str, Any]]:
    """Yield the operation's parameters, those of its path included, references resolved."""
    return map(resolved, _parameters(operation_id))


def filters(operation_id: str) -> list[str]:
    """Return the parameters of a list that are fields of its items and whose values the contract lists."""
    pagination = OPERATIONS[operation_id].pagination
    items = answered(operation_id).get(pagination.items, {}) if pagination else {}
    fields = resolved(items.get("items", {})).get("properties", {})
    closed = [each["name"] for each in parameters(operation_id) if "enum" in resolved(each["schema"])]
    return [name for name in closed if name in fields]


def answered(operation_id: str) -> dict[str, Any]:
    """Return the schemas of the fields that a success of the operation has, by name."""
    schema = resolved(success(operation_id, OPERATIONS[operation_id].successes[0]))
    return {name: resolved(each) for name, each in schema.get("properties", {}).items()}


def shared_parameters(operation_id: str) -> dict[str, str]:
    """Return the operation's parameters that it shares with others: the name of each definition by name."""
    referred = [each for each in _parameters(operation_id) if "$ref" in each]
    return {resolved(each)["name"]: each["$ref"].rpartition("/")[2] for each in referred}


def _parameters(operation_id: str) -> list[dict[str, Any]]:
    operation = OPERATIONS[operation_id]
    shared = bundle(operation.document)["paths"][operation.path].get("parameters", [])
    return [*shared, *definition(operation_id).get("parameters", [])]


def links(operation_id: str) -> Iterator[dict[str, Any]]:
    """Yield the links that lead on from the answers of an operation."""
    for response in definition(operation_id)["responses"].values():
        for link in resolved(response).get("links", {}).values():
            yield resolved(link)


def identifier(operation_id: str, parameter: str) -> str:
    """Return the field that names what an operation made in a path parameter: `id`, or what its links say."""
    return next((found for link in links(operation_id) if (found := made_field(link, parameter))), "id")


def made_field(link: dict[str, Any], parameter: str) -> str | None:
    """Return the field of an answer that a link takes for a parameter, None when it takes something else."""
    found = _MADE.fullmatch(link.get("parameters", {}).get(parameter, ""))
    return found[1] if found else None


def body_media(operation_id: str) -> dict[str, Any] | None:
    """Return the media type object of the operation's request body, None when it takes none."""
    body = resolved(definition(operation_id).get("requestBody", {}))
    content = body.get("content") or {}
    return next(iter(content.values()), None)


def body_schema(operation_id: str) -> dict[str, Any]:
    """Return the schema of the operation's request body, empty when it takes none."""
    media = body_media(operation_id)
    return media["schema"] if media else {}


def required_fields(operation_id: str) -> list[str]:
    """Return the names of the fields a request body of the operation must have."""
    media = body_media(operation_id)
    return list(resolved(media["schema"]).get("required", [])) if media else []


def fields(operation_id: str) -> list[str]:
    """Return the names of the fields a request body of the operation can have."""
    media = body_media(operation_id)
    return list(properties(resolved(media["schema"]))) if media else []


def called_back(operation_id: str) -> list[str]:
    """Return the fields of the request body that hold addresses the server calls back."""
    expressions = [name for each in definition(operation_id).get("callbacks", {}).values() for name in each]
    return [name.removeprefix("{$request.body#/").removesuffix("}") for name in expressions]


def success(operation_id: str, status: int) -> dict[str, Any]:
    """Return the schema of a body that the operation answers with a status; empty for one without a body."""
    response = resolved(definition(operation_id)["responses"][str(status)])
    found: dict[str, Any] = next(iter(response.get("content", {}).values()), {"schema": {}})["schema"]
    return found


def of_component(name: str) -> jsonschema_rs.Draft4Validator:
    """Return the validator of a schema of the bundle by its name."""
    root = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": _json_schemas()}}
    return jsonschema_rs.Draft4Validator(root, validate_formats=True)


def resolved(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return `node`, or what its `$ref` into the bundle leads to."""
    found: Any = dict(node)
    while "$ref" in found:
        target: Any = {"components": components()}
        for step in found["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        found = target
    return dict(found)


@functools.cache
def components() -> dict[str, dict[str, Any]]:
    """Return the components of all documents by kind; what two of them share is the same in both."""
    found: dict[str, dict[str, Any]] = {}
    for document in get_args(Document):
        for kind, parts in bundle(document)["components"].items():
            found.setdefault(kind, {}).update(parts)
    return found


@functools.cache
def _json_schemas() -> dict[str, Any]:
    return {name: _as_json_schema(each) for name, each in components()["schemas"].items()}


def _as_json_schema(node: Any) -> Any:
    """Write OpenAPI 3.0's `nullable` as the JSON Schema it stands for."""
    if isinstance(node, list):
        return [_as_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _as_json_schema(value) for key, value in node.items() if key not in ("nullable", "example")}
    if node.get("nullable") is not True:
        return plain
    return {"anyOf": [{"enum": [None]}, plain]}


def example(schema: dict[str, Any]) -> Any:
    """Return the example of a schema; for an object, those of the fields it must have."""
    schema = resolved(schema)
    fields = properties(schema)
    if not fields:
        return schema.get("example", [example(schema["items"])] if "items" in schema else None)
    return {name: example(fields[name]) for name in schema.get("required", [])}


def addresses(schema: dict[str, Any]) -> set[str]:
    """Return the fields of a schema that take web addresses alone."""
    fields = {name: resolved(each) for name, each in properties(resolved(schema)).items()}
    return {name for name, each in fields.items() if "https://" in each.get("pattern", "")}


def is_free_text(schema: dict[str, Any]) -> bool:
    """Return whether any text satisfies a schema that is not empty."""
    schema = resolved(schema)
    ruled = {"enum", "x-enum", "x-known", "x-opaque", "x-refers-to", "format"} & schema.keys()
    return schema.get("type") == "string" and not ruled and schema.get("pattern") in (None, r"\S")


def properties(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a schema, those of the schemas it is composed of included."""
    found = dict(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        found.update(properties(resolved(part)))
    return found
