"""The verbs a check ends in. Each compares an answer with what the contract promises and raises
`Violation`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from socialapi_contract.errors import ERRORS, FAMILIES, ErrorCode, lookup
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.client import Answer
from socialapi_conformance.comparable import lasting
from socialapi_conformance.verdicts import Violation


class _Missing:
    """Stands for what an answer does not have."""

    def __repr__(self) -> str:
        return "nothing"


MISSING: Any = _Missing()


@dataclass(frozen=True)
class Page:
    """One page of a list: its items, and the cursor of the next page or None."""

    items: list[Any]
    next_cursor: str | None


def ok(answer: Answer, *statuses: int) -> Any:
    """Expect one of `statuses` and a body of the documented shape; return the body, None when there is
    none.
    """
    if answer.status not in statuses:
        fail(" or ".join(map(str, statuses)), answer.summary(), answer)
    return schema(answer)


def succeeded(answer: Answer) -> bool:
    """Return whether an answer is a success of its operation, or 204 in place of a bare acknowledgement."""
    operation_id = answer.operation_id or ""
    bare = schemas.answered(operation_id).keys() in ({"ok"}, {"success"})
    return answer.status in OPERATIONS[operation_id].successes or (bare and answer.status == 204)


def schema(answer: Answer) -> Any:
    """Expect the body that the contract documents for this answer of the operation; return it."""
    operation_id = answer.operation_id or ""
    try:
        validator = schemas.validator(operation_id, answer.status)
    except schemas.Undocumented:
        fail(f"a status that {operation_id} documents", answer.summary(), answer)
    if validator is None:
        if answer.content:
            fail("no body", f"{len(answer.content)} bytes", answer)
        return None
    body = answer.json()
    for error in validator.iter_errors(body):
        place = "/".join(map(str, error.instance_path)) or "the body"
        fail("a body as documented", f"{place}: {error.message}", answer)
    return body


def problem(answer: Answer, status: int, code: ErrorCode, *more: ErrorCode) -> dict[str, Any]:
    """Expect the error `code`, or one of `more`, with `status`; return `error`.

    Codes the catalogue counts as equal are accepted, and so is a status it lists as legal for the received
    code. The body must be the error envelope, its `request_id` the `X-Request-ID` header, and the operation
    must declare the code.
    """
    accepted = {one for wanted in (code, *more) for one in (wanted, *lookup(wanted).alternatives)}
    wanted = f"{status} {' or '.join((code, *more))}"
    received = _as_published(answer.code() or "")
    if received not in accepted or answer.status not in {status, *lookup(received).statuses}:
        fail(wanted, answer.summary(), answer)
    error = envelope(answer)
    declared(answer)
    return error


def refused(answer: Answer, *statuses: int) -> str:
    """Expect an error envelope with one of `statuses` (none: any 4xx) and a declared code; return the
    code.
    """
    allowed = statuses or range(400, 500)
    if answer.status not in allowed:
        fail(" or ".join(map(str, statuses)) or "a refusal (4xx)", answer.summary(), answer)
    envelope(answer)
    return declared(answer)


def envelope(answer: Answer) -> dict[str, Any]:
    """Expect `{"error": {"code", "message", "meta"?}, "request_id"}` with the header's request id; return
    `error`.
    """
    body = answer.json()
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict) or not _text(error.get("code")) or not _text(error.get("message")):
        fail("an error envelope with code and message", _excerpt(answer), answer)
    if not isinstance(error.get("meta", {}), dict):
        fail("error.meta to be an object or absent", _excerpt(answer), answer)
    equal(answer, "request_id", body.get("request_id", MISSING), answer.headers.get("x-request-id", MISSING))
    return dict(error)


def declared(answer: Answer) -> str:
    """Expect the error's code to be one the operation can answer, with a status the catalogue gives it."""
    code = _as_published(answer.code() or "")
    try:
        info = lookup(code)
    except KeyError:
        fail("a code of the catalogue", answer.summary(), answer)
    if answer.operation_id and not declares(answer.operation_id, code):
        fail(f"a code that {answer.operation_id} declares", answer.summary(), answer)
    if info.statuses and answer.status not in info.statuses:
        fail(f"{code} with status {' or '.join(map(str, info.statuses))}", answer.summary(), answer)
    return code


def _as_published(code: str) -> str:
    """Return a code as the catalogue has it; those it has without a namespace may come with one."""
    bare = code.rpartition(".")[2]
    return bare if bare in ERRORS else code


def declares(operation_id: str, code: str) -> bool:
    """Return whether the operation may answer `code`: listed, equal to a listed one, of a listed family, or a
    framework error.
    """
    operation = OPERATIONS[operation_id]
    equals = {other for name in operation.errors if name in ERRORS for other in ERRORS[name].alternatives}
    listed = code in equals or listed_as(operation, code) is not None
    return listed or code.startswith("http.") or code == "system.internal"


def listed_as(operation: Operation, code: str) -> str | None:
    """Return what an operation lists for a code: the code itself, or its family; None if it lists neither."""
    if code in operation.errors:
        return code
    families = (name for name in operation.errors if name in FAMILIES)
    return next((name for name in families if re.fullmatch(FAMILIES[name].pattern, code)), None)


def page(answer: Answer) -> Page:
    """Expect a page of the operation's list in its envelope; return it."""
    body = ok(answer, 200)
    pagination = OPERATIONS[answer.operation_id or ""].pagination
    if pagination is None:
        raise ValueError(f"{answer.operation_id} is not paginated")
    if pagination.envelope == "paging" and body["paging"].get("next"):
        after = body["paging"]["cursors"].get("after")
        that(answer, bool(after), "paging.cursors.after beside paging.next", after)
    return Page(body[pagination.items], _next_cursor(pagination.envelope, body))


def says_whether_more(answer: Answer) -> None:
    """Expect of a page that `has_more` is true exactly when there is a next_cursor, and that this is never
    empty.
    """
    pagination, body = OPERATIONS[answer.operation_id or ""].pagination, answer.json()
    if pagination is not None and pagination.envelope == "flat":
        cursor = body.get("next_cursor")
        that(answer, cursor != "", "next_cursor to be absent or null at the end", "an empty string")
    elif pagination is not None and pagination.envelope == "nested":
        cursor = body["pagination"].get("next_cursor")
        equal(answer, "has_more", body["pagination"]["has_more"], bool(cursor))


def _next_cursor(envelope: str, body: Mapping[str, Any]) -> str | None:
    """Return the cursor of the next page, None on the last one."""
    if envelope == "paging":
        paging = body["paging"]
        return str(paging["cursors"]["after"]) if paging.get("next") else None
    place = body["pagination"] if envelope == "nested" else body
    return place.get("next_cursor") or None


def equal(answer: Answer, what: str, received: object, expected: object) -> None:
    """Expect `what` of the answer to equal `expected`."""
    if received != expected or type(received) is not type(expected):
        fail(f"{what} to be {expected!r}", repr(received), answer)


def has(answer: Answer, what: str, received: Any, expected: Mapping[str, Any]) -> None:
    """Expect `what` of the answer to be an object with these fields; whatever else it, or an object inside of
    it, has is ignored.
    """
    equal(answer, what, _known(received, expected), dict(expected))


def unchanged(answer: Answer, before: object, after: object, what: str) -> None:
    """Expect that `what`, as `answer` shows it now, is what it was `before`."""
    if before != after:
        fail(f"{what} to stay as it was", f"{before!r} before, {after!r} after", answer)


def alike(answer: Answer, named: str, model: Answer, unknown: str) -> None:
    """Expect what `model` was answered, to the word, with the id `named` where that request had `unknown`.

    Ids, times and the like of what both have made may differ.
    """
    equal(answer, "the answer", _told(answer).replace(named, "{id}"), _told(model).replace(unknown, "{id}"))


def that(answer: Answer, holds: bool, expected: str, received: object) -> None:
    """Expect `holds`, in words `expected`."""
    if not holds:
        fail(expected, received if isinstance(received, str) and received else repr(received), answer)


def fail(expected: str, received: str, answer: Answer) -> NoReturn:
    """Raise the violation."""
    raise Violation(expected, received, answer.exchange)


def _told(answer: Answer) -> str:
    """Return what an answer says: status, code, message and meta of an error, what lasts of a success."""
    if answer.status >= 400 and answer.code():
        return f"{answer.status} {json.dumps(answer.json()['error'], sort_keys=True)}"
    body = schema(answer)
    said = lasting(body, schemas.success(answer.operation_id or "", answer.status))
    return f"{answer.status} {json.dumps(said, sort_keys=True)}"


def _known(received: Any, expected: Any) -> Any:
    """Return what was received without the fields that nothing is expected of."""
    if isinstance(expected, Mapping) and isinstance(received, dict):
        return {name: _known(received.get(name, MISSING), expected[name]) for name in expected}
    if isinstance(expected, list) and isinstance(received, list) and len(received) == len(expected):
        return [_known(*pair) for pair in zip(received, expected, strict=True)]
    return received


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _excerpt(answer: Answer) -> str:
    return f"{answer.status} with {answer.content[:120].decode('utf-8', 'replace')!r}"
