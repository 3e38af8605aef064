"""What Schemathesis received as the verbs of `expect.py` read it, and violations as Schemathesis reports
them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

import schemathesis
from schemathesis import Case, CheckContext, Response
from schemathesis.core.failures import Failure
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.client import Answer
from socialapi_conformance.exchange import Exchange
from socialapi_conformance.verdicts import Violation

Judge = Callable[[Answer, Operation, Case[Any], CheckContext], None]


class BrokenPromise(Failure):
    """What a check of the pack reports: the requirement as its title, then what was expected and received."""

    @property
    def _unique_key(self) -> str:
        return self.title


def check(judge: Judge) -> Judge:
    """Register a check of Schemathesis; its docstring is the requirement."""
    requirement = " ".join((judge.__doc__ or "").split()).rstrip(".")

    @wraps(judge)
    def checked(context: CheckContext, response: Response, case: Case[Any]) -> None:
        operation = operation_of(case)
        if operation is None:
            return
        try:
            judge(answer(response, operation), operation, case, context)
        except Violation as violation:
            label = case.operation.label
            raise BrokenPromise(operation=label, title=requirement, message=f"{violation}") from None

    schemathesis.check(checked)
    return judge


def operation_of(case: Case[Any]) -> Operation | None:
    """Return the operation a case calls; None for one of another API and for a method that the path lacks."""
    found = OPERATIONS.get(case.operation.definition.raw.get("operationId", ""))
    return found if found and found.method == case.method.upper() else None


def answer(response: Response, operation: Operation) -> Answer:
    """Return a response as the checks of the suite see it."""
    sent = response.request
    headers = {name: ", ".join(values) for name, values in response.headers.items()}
    exchange = Exchange(
        str(sent.method),
        str(sent.url),
        {name.lower(): _text(value) for name, value in sent.headers.items()},
        sent.body.encode() if isinstance(sent.body, str) else b"",
        response.status_code,
        headers,
        response.content,
    )
    return Answer(exchange, operation.operation_id)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
