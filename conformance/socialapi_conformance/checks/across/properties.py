"""What holds for any request whatsoever, tried with random ones; driven by the bundle alone."""

import functools
from typing import Any

from schemathesis import Case
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import edges, fields, schemas
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import refused, schema, that
from socialapi_conformance.generated_cases import BROKEN, VALID, for_all, send, was_wrongly_accepted
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import creator_of, deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

SURVIVABLE = [operation for operation in OPERATIONS.values() if not deletes_its_caller(operation)]
BREAKABLE = [each for each in SURVIVABLE if each.body or any(schemas.parameters(each.operation_id))]


@check(MUST, "overview: Response format", over=SURVIVABLE)
def accepts_valid_requests(api: Api, operation: Operation) -> None:
    """A valid request succeeds, or is refused with a code the operation declares; the answer has the
    documented shape.
    """

    caller = api.demo.fit_for(operation)

    def judge(case: Case[Any]) -> None:
        answer = send(caller, operation, case)
        api.leftovers.note(caller, _sent(operation, case), answer)
        _well_answered(answer, operation)
        _taken_as_valid(answer, operation)
        api.leftovers.remove()

    for_all(operation, VALID, api.seed, judge, **_existing(api, operation))


@check(MUST, "overview: Response format", over=BREAKABLE)
def refuses_broken_requests(api: Api, operation: Operation) -> None:
    """A request that breaks the schema is refused with 4xx, in the envelope, with a code the operation
    declares.
    """

    caller = api.demo.fit_for(operation)

    def judge(case: Case[Any]) -> None:
        answer = send(caller, operation, case)
        api.leftovers.note(caller, _sent(operation, case), answer)
        _well_answered(answer, operation)
        wrong = None if _may_be_overlooked(operation, case) else was_wrongly_accepted(case, answer)
        that(answer, wrong is None, f"a refusal, for the request is broken: {wrong}", answer.summary())
        api.leftovers.remove()

    for_all(operation, BROKEN, api.seed, judge)


def _sent(operation: Operation, case: Case[Any]) -> Request:
    return Request(operation, case.path_parameters or {}, body=case.body)


def _well_answered(answer: Answer, operation: Operation) -> None:
    """Expect a documented success, or an envelope with a declared code; never an internal error."""
    if answer.status in operation.successes:
        schema(answer)
        return
    that(answer, answer.status < 500 or answer.code() is not None, "no internal error", answer.summary())
    that(answer, answer.code() != "system.internal", "no internal error", answer.summary())
    refused(answer, answer.status)


def _taken_as_valid(answer: Answer, operation: Operation) -> None:
    """Expect that a valid request is not called malformed, and no plain parameter of it invalid."""
    that(
        answer,
        answer.code() != "validation.body_invalid",
        "a well-formed body to be accepted",
        answer.summary(),
    )
    if answer.code() != "validation.field_invalid":
        return
    field = answer.json()["error"].get("meta", {}).get("field")
    plain = field in _plain_parameters(operation)
    that(answer, not plain, f"a valid {field} to be accepted", answer.summary())


def _may_be_overlooked(operation: Operation, case: Case[Any]) -> bool:
    """Return whether something is wrong in a parameter of which a server need not refuse it."""
    given = case.query or {}
    lenient = [field for field in fields.declared(operation) if field.is_lenient and field.steps[0] in given]
    return any(not edges.allows(field.schema, given[field.steps[0]]) for field in lenient)


@functools.cache
def _plain_parameters(operation: Operation) -> frozenset[str]:
    """Return the query parameters whose schema says all there is to know about their values."""
    names = set()
    for parameter in schemas.parameters(operation.operation_id):
        rules = schemas.resolved(parameter["schema"])
        if parameter["in"] == "query" and not {"x-opaque", "x-known", "format"} & set(rules):
            names.add(parameter["name"])
    return frozenset(names)


def _existing(api: Api, operation: Operation) -> dict[str, dict[str, str]]:
    """Name a real object in the path where that can do no harm, so that more than the 404 is tried."""
    samples = api.samples(api.demo.fit_for(operation))
    try:
        if operation.method == "GET":
            return {"path_parameters": dict(samples.real(operation).path)}
        if creator_of(operation) and "{" in operation.path:
            return {"path_parameters": dict(samples.on_throwaway(operation).path)}
    except NotVerified:
        pass
    return {}
