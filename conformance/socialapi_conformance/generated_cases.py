"""Random requests for any operation, by Schemathesis: valid ones, and ones that break the schema in one place."""

from __future__ import annotations

import copy
import functools
import tempfile
from collections.abc import Callable, Mapping
from typing import Any

import httpx
import hypothesis
import requests
import schemathesis
from hypothesis import configuration
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import negative_data_rejection

from socialapi_contract import bundle
from socialapi_contract.operations import Operation

from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.verdicts import NotVerified, Violation

EXAMPLES = 20
"""Requests per operation and kind."""

VALID, BROKEN = GenerationMode.POSITIVE, GenerationMode.NEGATIVE

_CONFIG = {
    "generation": {"with-security-parameters": False, "allow-x00": False},
    "checks": {"negative_data_rejection": {"expected-statuses": ["4xx"]}},
}


def for_all(
    operation: Operation, kind: GenerationMode, seed: int, judge: Callable[[Case[Any]], None], **fixed: Mapping[str, str]
) -> None:
    """Call `judge` with `EXAMPLES` requests; on a violation, shrink the request and raise the violation.

    `fixed` are arguments of Schemathesis' `as_strategy`, for example `path_parameters`.
    """
    first: list[Violation] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(_settings())
    @hypothesis.given(case=_operation(operation).as_strategy(generation_mode=kind, **fixed))  # type: ignore[arg-type] # a subset of its keywords
    def judged(case: Case[Any]) -> None:
        try:
            judge(case)
        except Violation as violation:
            first.append(violation)
            raise

    _, handle = configuration, judged
    try:
        handle()
    except hypothesis.errors.Flaky:
        # The server has state, so the same request may be answered differently the second time.
        raise first[0] from None
    except hypothesis.errors.Unsatisfiable:
        raise NotVerified("no such request can be generated") from None
    except hypothesis.errors.FoundNothing if hasattr(hypothesis.errors, "FoundNothing") else ():
        raise NotVerified("no such request can be generated") from None


def send(caller: Caller, operation: Operation, case: Case[Any]) -> Answer:
    """Send a generated request as `caller`."""
    case.freeze_metadata()
    prepared = requests.Request(**_keywords(caller, case)).prepare()
    request = httpx.Request(
        prepared.method or "GET", prepared.url or "", headers=dict(prepared.headers), content=prepared.body or b""
    )
    return Answer(caller.client.exchange(request), operation.operation_id)


def was_wrongly_accepted(case: Case[Any], answer: Answer) -> str | None:
    """Return what is wrong with a broken request that was accepted, None if it is valid on the wire after all."""
    exchange = answer.exchange
    sent = httpx.Request(exchange.method, exchange.url, headers=dict(exchange.headers), content=exchange.body)
    response = httpx.Response(answer.status, headers=dict(answer.headers), content=answer.content, request=sent)
    response.elapsed = __import__("datetime").timedelta()
    try:
        case.validate_response(response, checks=[negative_data_rejection])
    except FailureGroup as failures:
        return str(failures.exceptions[0]).partition("Invalid component: ")[2].splitlines()[0]
    return None


def _keywords(caller: Caller, case: Case[Any]) -> dict[str, Any]:
    headers = {"Authorization": caller.authorization or ""}
    keywords = case.as_transport_kwargs(base_url=caller.client.api, headers=headers)
    keywords["headers"].pop("X-Schemathesis-TestCaseId", None)
    return keywords


def _settings() -> hypothesis.settings:
    return hypothesis.settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        derandomize=False,
        print_blob=False,
        report_multiple_bugs=False,
        phases=[hypothesis.Phase.generate, hypothesis.Phase.shrink],
        suppress_health_check=list(hypothesis.HealthCheck),
        verbosity=hypothesis.Verbosity.quiet,
    )


def _operation(operation: Operation) -> Any:
    return _document().find_operation_by_id(operation.operation_id)


@functools.cache
def _document() -> Any:
    # Hypothesis keeps tables of characters in its home; the working directory is no place for them.
    configuration.set_hypothesis_home_dir(tempfile.mkdtemp(prefix="socialapi-conformance-"))
    config = SchemathesisConfig.from_dict(_CONFIG)
    return schemathesis.openapi.from_dict(copy.deepcopy(bundle()), config=config)
