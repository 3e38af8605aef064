"""The checks: what every answer keeps to, whatever was asked."""

from typing import Any

from schemathesis import Case, CheckContext
from socialapi_contract.operations import Operation

from socialapi_conformance.any_answer import is_json, numbered, taken_as_valid, timestamps
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import page, refused, that
from socialapi_conformance.schemathesis_pack import answers
from socialapi_conformance.schemathesis_pack.answers import check
from socialapi_conformance.schemathesis_pack.issued import is_valid


@check
def error_catalogue(answer: Answer, _operation: Operation, _case: Case[Any], _context: CheckContext) -> None:
    """An error is an envelope with a code that the operation declares and a status the catalogue gives it."""
    if answer.status >= 400:
        refused(answer, answer.status)


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
    first = page(answer)
    longest = _longest(case.query.get("limit", rules.default_limit), rules.max_limit)
    that(answer, len(first.items) <= longest, f"at most {longest} items", len(first.items))
    if first.next_cursor is None:
        return
    following = case.derive(query={**case.query, "cursor": first.next_cursor}, keep_auth=True)
    after = answers.answer(following.call(**(context.internals.transport_kwargs or {})), operation)
    again = [item for item in page(after).items if item in first.items]
    that(after, not again, "items that the page before did not have", f"{len(again)} of them again")


def _longest(limit: Any, most: int) -> int:
    """Return how long a page may be, where a `limit` out of bounds may be drawn into them."""
    return min(int(limit), most) if str(limit).isdecimal() and int(limit) else most
