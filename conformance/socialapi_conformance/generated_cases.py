"""Random requests for any operation, by Schemathesis: valid ones, and ones that break the schema in one
place.
"""

from __future__ import annotations

import copy
import functools
import unittest
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import httpx
import hypothesis
import requests
import schemathesis
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import negative_data_rejection
from socialapi_contract import bundle
from socialapi_contract.operations import Document, Operation

from socialapi_conformance import edges, fields
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.examples import settings
from socialapi_conformance.verdicts import NotVerified, Violation

VALID, BROKEN = GenerationMode.POSITIVE, GenerationMode.NEGATIVE

EXAMPLES = {VALID: 15, BROKEN: 10}
"""Requests per operation; broken ones take longer to think up."""

_CONFIG = {
    "generation": {"with-security-parameters": False, "allow-x00": False},
    "checks": {"negative_data_rejection": {"expected-statuses": ["4xx"]}},
}


def for_all(
    operation: Operation,
    kind: GenerationMode,
    seed: int,
    judge: Callable[[Case[Any]], None],
    **fixed: Mapping[str, str],
) -> None:
    """Call `judge` with random requests; on a violation, shrink the request and raise the violation.

    `fixed` are arguments of Schemathesis' `as_strategy`, for example `path_parameters`.
    """
    first: list[Violation] = []

    @hypothesis.seed(seed)
    @settings(EXAMPLES[kind])
    @hypothesis.given(case=_operation(operation).as_strategy(generation_mode=kind, **fixed))
    def judged(case: Case[Any]) -> None:
        try:
            judge(case)
        except Violation as violation:
            first.append(violation)
            raise

    try:
        judged()
    except hypothesis.errors.Flaky:
        # The server has state, so the same request may be answered differently the second time.
        raise first[0] from None
    except (hypothesis.errors.Unsatisfiable, unittest.SkipTest):
        raise NotVerified("no such request can be generated") from None


def send(caller: Caller, operation: Operation, case: Case[Any]) -> Answer:
    """Send a generated request as `caller`."""
    case.freeze_metadata()
    prepared: Any = requests.Request(**_keywords(caller, operation, case)).prepare()
    request = httpx.Request(prepared.method, prepared.url, headers=prepared.headers, content=prepared.body)
    return Answer(caller.client.exchange(request, operation.operation_id), operation.operation_id)


def was_wrongly_accepted(case: Case[Any], answer: Answer) -> str | None:
    """Return what is wrong with a broken request that was accepted, None if it is valid on the wire after
    all.
    """
    exchange = answer.exchange
    sent = httpx.Request(exchange.method, exchange.url, headers=dict(exchange.headers), content=exchange.body)
    response = httpx.Response(
        answer.status, headers=dict(answer.headers), content=answer.content, request=sent
    )
    response.elapsed = timedelta()
    try:
        case.validate_response(response, checks=[negative_data_rejection])
    except FailureGroup as failures:
        said = str(failures.exceptions[0]).partition("Invalid component: ")[2].splitlines()
        return said[0] if said else "it breaks the schema"
    return None


def may_be_overlooked(operation: Operation, case: Case[Any]) -> bool:
    """Return whether something is wrong in a parameter of which a server need not refuse it."""
    given = case.query or {}
    lenient = [field for field in fields.declared(operation) if field.is_lenient and field.steps[0] in given]
    return any(not edges.allows(field.schema, given[field.steps[0]]) for field in lenient)


def _keywords(caller: Caller, operation: Operation, case: Case[Any]) -> dict[str, Any]:
    headers = {"Authorization": caller.authorization or ""} if operation.tokens else {}
    base_url = caller.client.base(at_root=operation.at_root)
    keywords = case.as_transport_kwargs(base_url=base_url, headers=headers)
    keywords["headers"].pop("X-Schemathesis-TestCaseId", None)
    return keywords


def _operation(operation: Operation) -> Any:
    return _document(operation.document).find_operation_by_id(operation.operation_id)


@functools.cache
def _document(name: Document) -> Any:
    config = SchemathesisConfig.from_dict(_CONFIG)
    return schemathesis.openapi.from_dict(copy.deepcopy(bundle(name)), config=config)
