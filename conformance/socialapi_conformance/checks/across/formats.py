"""The form of successful answers: JSON, documented shapes, RFC 3339 timestamps."""

import functools
from urllib.parse import parse_qsl

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.any_answer import is_json, timestamps
from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

READS = [each for each in OPERATIONS.values() if each.method == "GET" and min(each.successes) < 300]

on_every_read = functools.partial(check, MUST, over=READS)


@on_every_read("overview: Response format")
def answers_json(api: Api, operation: Operation) -> None:
    """A successful answer is JSON in UTF-8, without a byte order mark, and says so in its Content-Type."""
    for answer in _successes(api, operation):
        is_json(answer)


@on_every_read("overview: Response format")
def answers_as_documented(api: Api, operation: Operation) -> None:
    """A successful answer has the shape the contract documents, for every object there is."""
    for answer in _successes(api, operation):
        ok(answer, *operation.successes)


@on_every_read("overview: Request format")
def writes_timestamps_as_rfc3339(api: Api, operation: Operation) -> None:
    """Every timestamp in a successful answer is RFC 3339, such as 2026-02-15T14:30:00Z."""
    for answer in _successes(api, operation):
        timestamps(answer)


@on_every_read("overview: Request format")
def answers_trailing_slashes(api: Api, operation: Operation) -> None:
    """A path with a trailing slash is answered directly and like the path without, never with a redirect."""
    plain = _successes(api, operation)[0]
    path = plain.exchange.url.removeprefix(api.client.api).partition("?")
    answer = api.demo.fit_for(operation).raw(
        "GET", f"{path[0]}/", query=dict(parse_qsl(path[2], keep_blank_values=True))
    )
    that(answer, answer.status == plain.status, f"{plain.status}, as without the slash", answer.summary())


def _successes(api: Api, operation: Operation) -> list[Answer]:
    """Return the answers for up to six objects the operation can read, those that succeeded only."""
    caller = api.demo.fit_for(operation)
    requests = list(api.samples(caller).every(operation))
    api.random.shuffle(requests)
    found = []
    for request in requests:
        answer = caller.send(request)
        found += [answer] if answer.status < 300 else []
        if len(found) == 6:
            break
    if not found:
        raise NotVerified(f"{operation.operation_id} succeeds for none of {len(requests)} objects")
    return found
