"""The checks: what every answer keeps to, whatever was asked."""

from typing import Any

from schemathesis import Case, CheckContext
from socialapi_contract.operations import Operation

from socialapi_conformance import schemas
from socialapi_conformance.any_answer import for_clients, is_json, numbered, taken_as_valid, timestamps
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import Page, page, refused, says_whether_more, that
from socialapi_conformance.schemathesis_pack import answers
from socialapi_conformance.schemathesis_pack.answers import check
from socialapi_conformance.schemathesis_pack.issued import is_valid


@check
def error_catalogue(answer: Answer, _operation: Operation, _case: Case[Any], _context: CheckContext) -> None:
    """An error is an envelope with a code that the operation declares and a status the catalogue gives it."""
    if answer.status >= 400:
        refused(answer, answer.status)


@check
def error_message(answer: Answer, _operation: Operation, _case: Case[Any], _context: CheckContext) -> None:
    """An error tells nothing of how the server is built."""
    if answer.status >= 400:
        for_clients(answer)


@check
def request_id(answer: Answer, _operation: Operation, _case: Case[Any], _context: CheckContext) -> None:
    """X-Request-ID is the one that was sent, or 8 hex characters of the server's choice; errors repeat it."""
    numbered(answer, sent=answer.exchange.headers.get("x-request-id"))


@check
def success_format(answer: Answer, operation: Operation, _case: Case[Any], _context: CheckContext) -> None:
    """A successful answer is JSON and says so; its timestamps are RFC 3339."""
    if answer.status in operation.successes and answer.status < 300 and answer.content:
        is_json(answer)
        timestamps(answer)


@check
def valid_requests(answer: Answer, _operation: Operation, case: Case[Any], _context: CheckContext) -> None:
    """A valid request is not called malformed, nor a parameter invalid whose schema says all there is."""
    if is_valid(case):
        taken_as_valid(answer)


@check
def pagination(answer: Answer, operation: Operation, case: Case[Any], context: CheckContext) -> None:
    """A page is no longer than was asked for, says whether more follows, and leads to other items."""
    rules = operation.pagination
    if rules is None or answer.status != 200:
        return
    _sized(answer, _longest(case.query.get("limit", rules.default_limit), rules.max_limit))
    first = _page(operation, case, context, {"limit": 1})
    cursor = _sized(first, 1).next_cursor
    if cursor is None:
        return
    second = _page(operation, case, context, {"limit": 1, "cursor": cursor})
    again = [item for item in _sized(second, 1).items if item in page(first).items]
    that(second, not again, "an item that the page before did not have", "the same one")


def _sized(answer: Answer, longest: int) -> Page:
    """Expect a page that is no longer and that says whether more follows."""
    found = page(answer)
    that(answer, len(found.items) <= longest, f"at most {longest} items", len(found.items))
    says_whether_more(answer)
    return found


def _page(operation: Operation, case: Case[Any], context: CheckContext, query: dict[str, Any]) -> Answer:
    """Ask for a page of the list of a case, without its filters."""
    required = {each["name"] for each in schemas.parameters(operation.operation_id) if each.get("required")}
    kept = {name: value for name, value in case.query.items() if name in required}
    following = case.derive(query={**kept, **query}, keep_auth=True)
    return answers.answer(following.call(**(context.internals.transport_kwargs or {})), operation)


def _longest(limit: Any, most: int) -> int:
    """Return how long a page may be, where a `limit` out of bounds may be drawn into them."""
    return min(int(limit), most) if str(limit).isdecimal() and int(limit) else most
