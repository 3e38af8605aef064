"""What else an answer may hold, or leave out, and how it may be written."""

# ruff: noqa: ARG001 - a variant has the signature of every other

import json
from collections.abc import Mapping
from typing import Any

import pytest
from faults.faulty import Middleware, Reply
from socialapi_conformance import schemas
from socialapi_stub import deliveries
from variants.varying import (
    answers,
    body_of,
    documents,
    every_object,
    is_json,
    met,
    operation_of,
    variant,
)

UNKNOWN = {"sapi_unknown": {"nested": [1, None, {"deep": True}]}, "another_one": None}
READING = (
    "across/formats/answers_as_documented",
    "across/pagination/says_whether_more_follows",
    "across/errors/keeps_to_its_codes",
)


def known_places(schema: Mapping[str, Any], value: Any) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return every object of a value whose fields the contract names, with these fields.

    Maps, whose keys are data, are none of them; neither is what the contract leaves open.
    """
    schema = schemas.resolved(schema)
    if isinstance(value, list):
        return [found for item in value for found in known_places(schema.get("items", {}), item)]
    if not isinstance(value, dict):
        return []
    fields = schemas.properties(schema)
    inside = [found for key, item in value.items() for found in known_places(fields.get(key, {}), item)]
    is_open = fields and "additionalProperties" not in schema
    return [(value, fields), *inside] if is_open else inside


def required(schema: Mapping[str, Any]) -> set[str]:
    """Return the fields that an object of a schema must have."""
    schema = schemas.resolved(schema)
    parts = [required(part) for part in schema.get("allOf", [])]
    return set(schema.get("required", [])).union(*parts)


def schema_of(reply: Reply) -> Mapping[str, Any]:
    """Return the schema of an answer, empty where the contract knows none."""
    operation = operation_of(reply)
    responses = schemas.definition(operation.operation_id)["responses"] if operation else {}
    response = schemas.resolved(responses.get(str(reply.status), {}))
    media: Mapping[str, Any] = next(iter((response.get("content") or {}).values()), {})
    found: Mapping[str, Any] = media.get("schema", {})
    return found


@variant("Unknown fields of answers", tries=READING)
def adds_unknown_fields(patch: pytest.MonkeyPatch) -> Middleware:
    """Every object of an answer, and of what webhooks are told, has fields nobody knows."""
    queued = deliveries.queue

    def queue(session: Any, workspace_id: str, payload: Any, *rest: Any) -> None:
        queued(session, workspace_id, payload | {"data": payload["data"] | UNKNOWN} | UNKNOWN, *rest)

    def add(reply: Reply) -> None:
        if is_json(reply):
            body = reply.json
            for found, _ in known_places(schema_of(reply), body):
                found.update(UNKNOWN)
            reply.json = body

    patch.setattr(deliveries, "queue", queue)
    return answers(add)


@variant("Unknown fields of answers", "`error.meta`", tries=READING)
def tells_more_of_errors(patch: pytest.MonkeyPatch) -> Middleware:
    """`error.meta` has keys that nobody knows, and so has the envelope; answers have headers nobody knows."""

    def tell(reply: Reply) -> None:
        reply.headers |= {"x-served-by": "node-7", "vary": "Accept", "set-cookie": "track=1; Path=/"}
        if reply.code is not None:
            error = reply.json["error"]
            more = {**error, "meta": {**error.get("meta", {}), "hint": {"see": "docs"}}, "docs_url": "x"}
            reply.body = body_of(more, reply)

    return answers(tell)


@variant(
    "`error.meta`",
    tries=(
        "across/errors/names_missing_fields",
        "exports/create_export/runs_one_at_a_time",
    ),
)
def tells_nothing_of_errors(patch: pytest.MonkeyPatch) -> Middleware:
    """No error has `meta`, but what names a missing scope."""

    def hide(reply: Reply) -> None:
        if reply.code not in (None, "auth.insufficient_scope"):
            error = reply.json["error"]
            reply.body = body_of({key: error[key] for key in ("code", "message")}, reply)

    return answers(hide)


@variant("Wording", tries=("across/errors/keeps_to_its_codes", "keys/create_key/shows_the_secret"))
def words_everything_differently(patch: pytest.MonkeyPatch) -> Middleware:
    """Every text meant for people reads otherwise: messages, summaries, descriptions, taglines."""

    def reword(body: Any) -> Any:
        for found in every_object(body):
            for name in {"message", "error_message", "summary", "tagline"} & found.keys():
                if isinstance(found[name], str):
                    found[name] = "Das hat leider nicht geklappt. 申し訳ありません。"
        return body

    return documents(reword)


@variant("Fields without a value", tries=READING)
def writes_null_for_what_is_absent(patch: pytest.MonkeyPatch) -> Middleware:
    """A field without a value is null wherever the contract allows null."""

    def fill(reply: Reply) -> None:
        if is_json(reply):
            body = reply.json
            for found, fields in known_places(schema_of(reply), body):
                empty = {name for name, each in fields.items() if schemas.resolved(each).get("nullable")}
                found.update(dict.fromkeys(empty - found.keys()))
            reply.json = body

    return answers(fill)


@variant("Fields without a value", "Flags of a comment", tries=READING)
def leaves_out_what_is_empty(patch: pytest.MonkeyPatch) -> Middleware:
    """A field without a value is absent wherever the contract does not require it; so is every flag of a
    comment that is false.
    """

    def leave_out(reply: Reply) -> None:
        if is_json(reply):
            body, schema = reply.json, schema_of(reply)
            _empty(schema, body, flags="/inbox/comments" in reply.path)
            reply.json = body

    return answers(leave_out)


def _empty(schema: Mapping[str, Any], value: Any, *, flags: bool) -> None:
    schema = schemas.resolved(schema)
    for item in value if isinstance(value, list) else ():
        _empty(schema.get("items", {}), item, flags=flags)
    if not isinstance(value, dict):
        return
    fields = schemas.properties(schema)
    for name in fields.keys() & value.keys():
        without_value = value[name] is None or (flags and value[name] is False)
        if without_value and name not in required(schema):
            del value[name]
        elif name != "capabilities":
            _empty(fields[name], value[name], flags=flags)


@variant("Form of JSON", tries=("across/formats/answers_json",))
def writes_keys_in_another_order(patch: pytest.MonkeyPatch) -> Middleware:
    """The keys of every object stand in the opposite order, in what webhooks are told as well."""
    written = deliveries.text
    patch.setattr(deliveries, "text", lambda payload: written(_backwards(payload)))
    return documents(_backwards)


def _backwards(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _backwards(node[key]) for key in reversed(node)}
    return [_backwards(item) for item in node] if isinstance(node, list) else node


@variant("Form of JSON", tries=("across/formats/answers_json", "webhooks/create_webhook/delivers_events"))
def writes_json_with_room(patch: pytest.MonkeyPatch) -> Middleware:
    """JSON is indented and has every character outside ASCII escaped, in what webhooks are told as well."""

    written = deliveries.text

    def text(payload: Any) -> str:
        met()
        return json.dumps(json.loads(written(payload)), indent=3)

    def indent(reply: Reply) -> None:
        if is_json(reply):
            reply.body = b"\n " + json.dumps(reply.json, indent=2).encode() + b"\r\n"

    patch.setattr(deliveries, "text", text)
    return answers(indent)
