"""Answers on order: what `Prefer` asks for (RFC 7240), latency, and failures by chance."""

import asyncio
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from socialapi_contract import bundle
from socialapi_contract.errors import ErrorCode
from socialapi_contract.operations import OPERATIONS, Operation
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from werkzeug.http import parse_dict_header

from socialapi_stub import headers
from socialapi_stub.problems import Problem, may_raise, operation_of
from socialapi_stub.settings import Settings

LONGEST_DELAY_MS = 60_000
APPLIED = "Preference-Applied"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a request prefers: the answer with a status or error code, a named example, a delay."""

    code: str = ""
    example: str = ""
    delay_ms: int = 0

    @property
    def applied(self) -> dict[str, str]:
        """Return the header that tells which wishes were fulfilled."""
        pairs = {"code": self.code, "example": self.example, "delay": self.delay_ms}
        return {APPLIED: ", ".join(f"{name}={value}" for name, value in pairs.items() if value)}


NO_WISHES = Wishes()


class Preferences:
    """Middleware: waits, fails or answers in place of the operation, where somebody wants that."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.chance = random.Random()  # noqa: S311 - a disturbance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless it prefers another answer than the operation's own."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        preferred = headers.every(scope, b"prefer")
        wishes = wishes_of(preferred) if preferred else NO_WISHES
        if delay := self._delay(wishes):
            await asyncio.sleep(delay)
        if self.chance.random() < self.settings.error_rate:
            raise Problem("system.internal", "failed by chance, as --error-rate asked for")
        if wishes.code or wishes.example:
            await ordered(OPERATIONS[operation_of(scope) or ""], wishes)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _delay(self, wishes: Wishes) -> float:
        mean, spread = self.settings.latency_ms
        latency = self.chance.uniform(mean - spread, mean + spread) if mean else 0
        return max(0.0, latency + wishes.delay_ms) / 1000


def wishes_of(fields: list[str]) -> Wishes:
    """Read the `Prefer` headers of a request; preferences of other kinds are left alone, as the RFC wants."""
    given = {name.lower(): value or "" for name, value in parse_dict_header(", ".join(fields)).items()}
    delay = given.get("delay", "0")
    if not delay.isdecimal() or int(delay) > LONGEST_DELAY_MS:
        raise refusal(f"delay has to be milliseconds from 0 to {LONGEST_DELAY_MS}")
    return Wishes(given.get("code", ""), given.get("example", ""), int(delay))


def ordered(operation: Operation, wishes: Wishes) -> Response:
    """Return the success that the contract shows for an operation. Raises the problem that was ordered.

    Raises `http.400` for an answer that the operation does not have.
    """
    name = operation.operation_id
    if wishes.code and not wishes.code.isdecimal():
        if not may_raise(name, wishes.code):
            raise refusal(f"{name} never answers {wishes.code}, but one of {', '.join(operation.errors)}")
        raise Problem(cast("ErrorCode", wishes.code), headers=wishes.applied)
    responses = bundle(operation.document)["paths"][operation.path][operation.method.lower()]["responses"]
    status = wishes.code or str(operation.successes[0])
    if status not in responses:
        raise refusal(f"{name} has no {status}, but {', '.join(responses)}")
    return _shown(operation, status, wishes)


def refusal(message: str) -> Problem:
    """Return the problem of a preference that cannot be fulfilled; every operation may answer it."""
    return Problem("http.400", f"Prefer: {message}")


def _shown(operation: Operation, status: str, wishes: Wishes) -> Response:
    examples = _examples(operation, status)
    if wishes.example and wishes.example not in examples:
        names = ", ".join(examples) or "no examples"
        raise refusal(f"{operation.operation_id} {status} has {names}, not {wishes.example}")
    if not examples:
        return Response(status_code=int(status), headers=wishes.applied)
    body = examples[wishes.example or next(iter(examples))]["value"]
    if int(status) >= 400:
        error = body["error"]
        raise Problem(error["code"], error["message"], headers=wishes.applied, **error.get("meta", {}))
    return Response(json.dumps(body), int(status), wishes.applied, "application/json")


def _examples(operation: Operation, status: str) -> Mapping[str, Any]:
    document = bundle(operation.document)
    response = document["paths"][operation.path][operation.method.lower()]["responses"][status]
    while "$ref" in response:
        _, _, kind, name = response["$ref"].split("/")
        response = document["components"][kind][name]
    found: Mapping[str, Any] = response.get("content", {}).get("application/json", {}).get("examples", {})
    return found
