"""From an operation to the function of the same name in `resources`, and from its result to an answer."""

import asyncio
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any

import orjson
from socialapi_contract.operations import OPERATIONS, Operation
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from socialapi_stub import clock, collisions, credits, platform_calls, resources  # noqa: A004 - the API's own word
from socialapi_stub.bodies import FORM_TYPE
from socialapi_stub.call import Answer, Call, Meanwhile, OpenCall, Request
from socialapi_stub.framework import Resolver
from socialapi_stub.platform_calls import OrderedProblem
from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Busy, Storage
from socialapi_stub.tables import Workspace
from socialapi_stub.unchanged import Unchanged

PAUSES = (0.001, 0.002, 0.004, 0.008, 0.016)
"""How long a write lets others finish theirs, in seconds, before it waits for them in a thread."""


class MissingHandlers(Exception):
    """The functions in `resources` are not the operations of the contract."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a handler ended with: a result, or a problem; `lasts` if it holds until the data change."""

    result: Any
    problem: Problem | None
    headers: Mapping[str, str]
    lasts: bool


class Handlers:
    """Runs the function of an operation inside one transaction."""

    def __init__(self, storage: Storage, settings: Settings, cursor_key: bytes) -> None:
        self.storage = storage
        self.settings = settings
        self.cursor_key = cursor_key
        self.known: Unchanged[Reply] = Unchanged(storage.watch)

    def resolver(self) -> Resolver:
        """Return what Connexion asks for the function of an operationId. Raises `MissingHandlers`."""
        modules = discover()
        return Resolver(lambda operation_id: partial(self.answer, modules[operation_id], operation_id))

    async def answer(self, module: ModuleType, operation_id: str, request: Request) -> Response:
        """Return the answer of an operation; its changes are committed before that exists."""
        key = operation_id, request.path, request.scope["query_string"], request.caller
        mark = await self._mark(request)
        reply = self.known.get(key, mark) if mark is not None else None
        if reply is None:
            outcome = await self._outcome(getattr(module, operation_id), request)
            reply = reply_of(request.operation, outcome)
            if outcome.lasts:
                await self.known.keep(key, reply, mark, len(reply.body or b""))
        return reply.response()

    async def _mark(self, request: Request) -> Hashable:
        """Return the state of the data that a request sees; None if it may change them."""
        if changes(request.operation):
            return None
        seen: Hashable = request.scope["extensions"].get("mark")  # who calls was found there a moment ago
        return seen if request.caller else await self.storage.watch.mark()

    async def _outcome(self, handler: Callable[..., Any], request: Request) -> Outcome:
        """Call a handler, and another one after it has waited for somebody, which no transaction may."""
        try:
            outcome = await self._soon(handler, request, *request.path, **request.inputs())
            while isinstance(outcome.result, Meanwhile):
                found = await run_in_threadpool(outcome.result.work)
                outcome = await self._soon(outcome.result.then, request, found)
        except OrderedProblem as problem:
            await run_in_threadpool(self._spend, problem.outcome_id)
            raise
        return outcome

    async def _soon(
        self, handler: Callable[..., Any], request: Request, *given: Any, **inputs: Any
    ) -> Outcome:
        """Run a handler here where it waits for nobody, else in a thread.

        Python runs one thread at a time anyway, and to change threads twice costs more than most handlers do.
        """
        if self.storage.at_once and request.operation.body != FORM_TYPE:
            run = partial(self._run, handler, request, *given, here=True, **inputs)
            for pause in PAUSES:
                with suppress(Busy):
                    return collisions.again(run)
                await asyncio.sleep(pause)
        run = partial(self._run, handler, request, *given, **inputs)
        return await run_in_threadpool(collisions.again, run)

    def _run(
        self, handler: Callable[..., Any], request: Request, *given: Any, here: bool = False, **inputs: Any
    ) -> Outcome:
        """Call a handler within a transaction, which its problem undoes.

        `here` as in `Storage.write`. Raises `Busy`.
        """
        result: Any = None
        problem: Problem | None = None
        writes = changes(request.operation)
        with self._transaction(request, here) as session:
            call = self._call(request, session)
            try:
                result = handler(call, *given, **inputs)
            except OrderedProblem:
                raise
            except Problem as raised:
                if writes and not raised.keep:
                    raise
                problem = raised
            if isinstance(call, Call):
                call.headers.update(credits.headers(call))
        return Outcome(result, problem, call.headers, call.lasts and not writes)

    def _spend(self, outcome_id: str) -> None:
        with self.storage.write(beside=True) as session:
            platform_calls.spend(session, outcome_id)

    def _transaction(self, request: Request, here: bool) -> AbstractContextManager[Session]:
        if not changes(request.operation):
            return self.storage.read(here=here)
        return self.storage.write(beside=request.caller is not None, here=here)

    def _call(self, request: Request, session: Session) -> OpenCall:
        shared: dict[str, Any] = {
            "request": request,
            "session": session,
            "settings": self.settings,
            "instant": clock.now(),
        }
        if request.caller is None:
            return OpenCall(**shared)
        if changes(request.operation) and not self.storage.at_once:
            # Where a database lets writers run side by side, those of a workspace take turns.
            session.get_one(Workspace, request.caller.workspace_id, with_for_update=True)
        return Call(**shared, caller=request.caller, cursor_key=self.cursor_key, library=self.storage.files)


def changes(operation: Operation) -> bool:
    """Tell whether an operation may change something: even a GET that needs the scope for writing does."""
    return operation.method != "GET" or operation.scope.endswith(":write")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it can be given again, or the problem in its place."""

    body: bytes | None
    status: int
    headers: Mapping[str, str]
    problem: Problem | None

    def response(self) -> Response:
        """Return the response. Raises the problem."""
        if self.problem is not None:
            raise self.problem.with_traceback(None)
        return Response(self.body, self.status, self.headers, "application/json" if self.body else None)


def reply_of(operation: Operation, outcome: Outcome) -> Reply:
    """Return the answer for what a handler gave: a body, an `Answer` that names its status, or nothing."""
    given: Any = outcome.result
    status = operation.successes[0]
    if isinstance(given, Answer):
        given, status = given.body, given.status
    body = None if given is None else orjson.dumps(given)
    return Reply(body, status, outcome.headers, outcome.problem)


def discover() -> dict[str, ModuleType]:
    """Return the module of every operation, found by its resource.

    Raises `MissingHandlers` when an operation lacks its function, or a public function is no operation.
    """
    names = [module.name for module in pkgutil.iter_modules(resources.__path__)]
    modules = {name: importlib.import_module(f"{resources.__name__}.{name}") for name in names}
    if differences := [*_missing(modules), *_spare(modules)]:
        raise MissingHandlers("\n".join(differences))
    return {operation.operation_id: modules[operation.resource] for operation in OPERATIONS.values()}


def _missing(modules: Mapping[str, ModuleType]) -> Iterator[str]:
    for name, operation in OPERATIONS.items():
        if not callable(getattr(modules.get(operation.resource), name, None)):
            yield f"resources/{operation.resource}.py lacks a function for the operation {name}"


def _spare(modules: Mapping[str, ModuleType]) -> Iterator[str]:
    for name, module in modules.items():
        for function, value in inspect.getmembers(module, inspect.isfunction):
            own = value.__module__ == module.__name__ and not function.startswith("_")
            if own and (function not in OPERATIONS or OPERATIONS[function].resource != name):
                yield f"resources/{name}.py: {function} is no operation of this resource"
