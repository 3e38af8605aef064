"""Errors: the envelope, codes that are declared, and the id that ties an error to a log."""

from dataclasses import replace
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.any_answer import for_clients, numbered
from socialapi_conformance.api import Api
from socialapi_conformance.callers import ABSENT, Caller, Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, problem, refused, that
from socialapi_conformance.own_workspace import existing
from socialapi_conformance.registry import MUST, SHOULD, check
from socialapi_conformance.relations import deletes_its_caller, is_addressed_by
from socialapi_conformance.verdicts import Broken, NotVerified

EVERY = OPERATIONS.values()
WITH_ID = [operation for operation in EVERY if "{" in operation.path]
WITH_JSON = [
    operation for operation in EVERY if operation.body == "application/json" and operation.body_required
]
WITH_FIELDS = [each for each in WITH_JSON if schemas.required_fields(each.operation_id)]

_ERRORS = "overview: Response format"
_METHODS = ("PUT", "PATCH", "DELETE", "POST", "GET")
_OVERSIZED = 8 * 1024 * 1024
_AS_JSON = {"Content-Type": "application/json"}


@check(MUST, _ERRORS)
def answers_unknown_routes(api: Api) -> None:
    """A path without a route is answered with 404 http.404 in the error envelope."""
    for path in (f"/{api.word('nothing')}", f"/posts/{api.unknown_id()}/{api.word('nothing')}"):
        problem(api.demo.raw("GET", path), 404, "http.404")  # type: ignore[arg-type] # a framework code


@check(MUST, _ERRORS, over=EVERY)
def refuses_other_methods(api: Api, operation: Operation) -> None:
    """A method the path does not have is refused with 404 or 405 in the error envelope."""
    taken = {each.method for each in EVERY if is_addressed_by(each, operation.path)}
    free = next(method for method in _METHODS if method not in taken)
    address = api.demo.address(api.samples(api.demo).naming_nothing(operation))
    refused(api.demo.raw(free, address), 404, 405)


@check(MUST, _ERRORS, over=WITH_ID)
def answers_unknown_ids(api: Api, operation: Operation) -> None:
    """An id that the server never issued is answered with 404 and a code the operation declares."""
    caller = api.demo.fit_for(operation)
    refused(caller.send(api.samples(caller).naming_nothing(operation)), 404)


@check(MUST, _ERRORS, over=WITH_JSON)
def refuses_unparsable_bodies(api: Api, operation: Operation) -> None:
    """A body that is not JSON is refused with 400 validation.body_invalid."""
    for content in (b'{"', b"{'a': 1}", b"\xff\xfe"):
        problem(_with_body(api, operation, content, "application/json"), 400, "validation.body_invalid")


@check(MUST, _ERRORS, over=WITH_JSON)
def refuses_other_shapes(api: Api, operation: Operation) -> None:
    """An empty body, and JSON that is no object, are refused with 400."""
    for content in (b"", b"[]", b'"text"', b"1", b"null"):
        refused(_with_body(api, operation, content, "application/json"), 400)


@check(MUST, "overview: Request format", over=WITH_JSON)
def refuses_other_media_types(api: Api, operation: Operation) -> None:
    """A body in another media type than JSON is refused with 400 or 415."""
    refused(_with_body(api, operation, b"<name>text</name>", "application/xml"), 400, 415)


@check(MUST, _ERRORS, over=WITH_FIELDS)
def names_missing_fields(api: Api, operation: Operation) -> None:
    """A body without its required fields is refused with 400; `error.meta.field`, where present, names one
    of them.
    """
    answer = _with_body(api, operation, b"{}", "application/json")
    error = problem(
        answer, 400, "validation.field_required", "validation.field_invalid", "validation.body_invalid"
    )
    field = error.get("meta", {}).get("field")
    required = schemas.required_fields(operation.operation_id)
    that(
        answer,
        field is None or field in required,
        f"error.meta.field to be one of {', '.join(required)}",
        field,
    )


@check(SHOULD, _ERRORS)
def refuses_oversized_bodies(api: Api) -> None:
    """A body far beyond any legitimate size is refused, not read into an internal error."""
    request = api.samples(api.demo).real(WITH_JSON[0])
    oversized = {**request.body, "sapi_filler": "x" * _OVERSIZED}
    try:
        answer = api.demo.send(replace(request, body=oversized))
    except Broken as broken:
        raise NotVerified(f"the server hung up on the body: {broken}") from None
    refused(answer, 400, 413)


@check(MUST, _ERRORS, over=EVERY)
def keeps_to_its_codes(api: Api, operation: Operation) -> None:
    """Whatever is wrong with a request, the answer is the envelope with a code of the operation and its
    status.
    """
    caller, clumsy = _clumsy(api, operation)
    for request in clumsy:
        answer = caller.send(request)
        that(answer, answer.status < 500 or answer.status == 501, "no server error", answer.summary())
        if answer.status >= 400:
            refused(answer, answer.status)


@check(SHOULD, _ERRORS, over=EVERY)
def keeps_its_insides_to_itself(api: Api, operation: Operation) -> None:
    """An error tells nothing of how the server is built: no trace, no path of a file, no statement or name of
    a database, no name of a class.
    """
    caller, clumsy = _clumsy(api, operation)
    answers = [caller.send(clumsy[-1])]
    if operation.body == "application/json":
        answers.append(caller.raw(operation.method, caller.address(clumsy[-1]), _AS_JSON, content=b'{"'))
    for answer in answers:
        if answer.status >= 400:
            for_clients(answer)


@check(MUST, _ERRORS, over=EVERY)
def numbers_its_answers(api: Api, operation: Operation) -> None:
    """Every answer carries X-Request-ID, 8 hex characters of the server's choice, and errors repeat it."""
    first, second = _any_answer(api, operation), _any_answer(api, operation)
    for answer in (first, second):
        numbered(answer)
    same = first.headers["x-request-id"] == second.headers["x-request-id"]
    that(second, not same, "another X-Request-ID for another request", "the same one")


@check(MUST, _ERRORS, over=EVERY)
def echoes_request_ids(api: Api, operation: Operation) -> None:
    """An X-Request-ID of up to 64 letters, digits, `_` and `-` is echoed unchanged."""
    for sent in ("A", "a" * 64, f"Trace_{api.random.getrandbits(64)}-x"):
        answer = _any_answer(api, operation, sent)
        numbered(answer, sent)


@check(MUST, _ERRORS, over=EVERY)
def replaces_invalid_request_ids(api: Api, operation: Operation) -> None:
    """An X-Request-ID of any other form is replaced, and the request served as if it had none."""
    expected = _any_answer(api, operation).status
    for sent in ("a" * 65, "with space", "semi;colon", "per%cent", "ü".encode("latin-1")):
        answer = _any_answer(api, operation, sent)
        equal(answer, "the status", answer.status, expected)
        numbered(answer)


def _with_body(api: Api, operation: Operation, content: bytes, media_type: str) -> Answer:
    """Send `content` to an existing object, so that the body is the only thing wrong."""
    caller = api.demo.fit_for(operation)
    request = api.samples(caller).naming_nothing(operation)
    if "{" in operation.path:
        caller, request = existing(api, operation)
    answer = caller.raw(operation.method, request.url, {"Content-Type": media_type}, content=content)
    answer.operation_id = operation.operation_id
    return answer


def _any_answer(api: Api, operation: Operation, request_id: str | bytes | None = None) -> Answer:
    """Return an answer of the operation that cost nothing: it names nothing, and the caller is nobody."""
    caller = api.demo.fit_for(operation) if operation.method == "GET" else api.demo.authorized_by(None)
    headers: dict[str, Any] = {} if request_id is None else {"X-Request-ID": request_id}
    return caller.send(api.samples(caller).naming_nothing(operation), headers)


def _clumsy(api: Api, operation: Operation) -> tuple[Caller, list[Request]]:
    """Return requests with much wrong about them, the most last, and who sends them."""
    if deletes_its_caller(operation):
        raise NotVerified("any request at all would delete the workspace")
    caller = api.demo.fit_for(operation)
    nothing = api.samples(caller).naming_nothing(operation)
    json_body = operation.body == "application/json"
    bodies = [[], {}, None, {"name": 1, "text": [], "platform": {}}] if json_body else [ABSENT]
    queries: list[dict[str, Any]] = [
        {},
        {"limit": "x", "status": "x", "platform": "x", "from": "x", "hidden": "x"},
    ]
    return caller, [Request(operation, nothing.path, query, body) for query in queries for body in bodies]
