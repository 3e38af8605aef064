"""What holds for any request whatsoever, tried with random ones; driven by the bundle alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.any_answer import taken_as_valid
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import refused, schema, succeeded, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import creator_of, deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

if TYPE_CHECKING:
    from schemathesis import Case

SURVIVABLE = [operation for operation in OPERATIONS.values() if not deletes_its_caller(operation)]
BREAKABLE = [each for each in SURVIVABLE if each.body or any(schemas.parameters(each.operation_id))]


@check(MUST, "overview: Response format", over=SURVIVABLE, draws=True)
def accepts_valid_requests(api: Api, operation: Operation) -> None:
    """A valid request succeeds, or is refused with a code the operation declares; the answer has the
    documented shape.
    """
    from socialapi_conformance.generated_cases import VALID, for_all, send

    caller = api.demo.fit_for(operation)

    def judge(case: Case[Any]) -> None:
        answer = send(caller, operation, case)
        api.leftovers.note(caller, _sent(operation, case), answer)
        _well_answered(answer, operation)
        taken_as_valid(answer)
        api.leftovers.remove()

    for_all(operation, VALID, api.seed, judge, **_existing(api, operation))


@check(MUST, "overview: Response format", over=BREAKABLE, draws=True)
def refuses_broken_requests(api: Api, operation: Operation) -> None:
    """A request that breaks the schema is refused with 4xx, in the envelope, with a code the operation
    declares.
    """
    from socialapi_conformance.generated_cases import (
        BROKEN,
        for_all,
        may_be_overlooked,
        send,
        was_wrongly_accepted,
    )

    caller = api.demo.fit_for(operation)

    def judge(case: Case[Any]) -> None:
        answer = send(caller, operation, case)
        api.leftovers.note(caller, _sent(operation, case), answer)
        _well_answered(answer, operation)
        wrong = None if may_be_overlooked(operation, case) else was_wrongly_accepted(case, answer)
        that(answer, wrong is None, f"a refusal, for the request is broken: {wrong}", answer.summary())
        api.leftovers.remove()

    for_all(operation, BROKEN, api.seed, judge)


def _sent(operation: Operation, case: Case[Any]) -> Request:
    return Request(operation, case.path_parameters or {}, body=case.body)


def _well_answered(answer: Answer, operation: Operation) -> None:
    """Expect a documented success, or an envelope with a declared code; never an internal error."""
    if succeeded(answer):
        if answer.content or answer.status in operation.successes:
            schema(answer)
        return
    that(answer, answer.status < 500 or answer.code() is not None, "no internal error", answer.summary())
    that(answer, answer.code() != "system.internal", "no internal error", answer.summary())
    refused(answer, answer.status)


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
