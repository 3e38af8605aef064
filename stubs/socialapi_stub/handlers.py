"""From an operation to the function of the same name in `resources`, and from its result to an answer."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from socialapi_stub import clock, credits, platform_calls, resources  # noqa: A004 - the API's own word
from socialapi_stub.bodies import FORM_TYPE
from socialapi_stub.call import Answer, Call, Meanwhile, OpenCall, Request
from socialapi_stub.framework import Resolver
from socialapi_stub.platform_calls import OrderedProblem
from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Busy, Storage
from socialapi_stub.tables import Workspace

Outcome = tuple[Any, dict[str, str]]
"""The result of a handler, and the headers of its answer."""


class MissingHandlers(Exception):
    """The functions in `resources` are not the operations of the contract."""


@dataclass(frozen=True, slots=True)
class Handlers:
    """Runs the function of an operation inside one transaction."""

    storage: Storage
    settings: Settings
    cursor_key: bytes

    def resolver(self) -> Resolver:
        """Return what Connexion asks for the function of an operationId. Raises `MissingHandlers`."""
        modules = discover()
        return Resolver(lambda operation_id: partial(self.answer, modules[operation_id], operation_id))

    async def answer(self, module: ModuleType, operation_id: str, request: Request) -> Response:
        """Return the answer of an operation; its changes are committed before that exists.

        What takes long is done between two transactions, for nobody else can write during one.
        """
        handler = getattr(module, operation_id)
        try:
            result, headers = await self._soon(handler, request, *request.path, **request.inputs())
            while isinstance(result, Meanwhile):
                found = await run_in_threadpool(result.work)
                result, headers = await self._soon(result.then, request, found)
        except OrderedProblem as problem:
            await run_in_threadpool(self._spend, problem.outcome_id)
            raise
        return answer(request.operation, result, headers)

    async def _soon(
        self, handler: Callable[..., Any], request: Request, *given: Any, **inputs: Any
    ) -> Outcome:
        """Run a handler here where it waits for nobody, else in a thread.

        Python runs one thread at a time anyway, and to change threads twice costs more than most handlers do.
        """
        if self.storage.at_once and request.operation.body != FORM_TYPE:
            with suppress(Busy):
                return self._run(handler, request, *given, wait=False, **inputs)
        return await run_in_threadpool(self._run, handler, request, *given, **inputs)

    def _run(
        self, handler: Callable[..., Any], request: Request, *given: Any, wait: bool = True, **inputs: Any
    ) -> Outcome:
        """Call a handler within a transaction and return its result and the headers of the answer.

        Raises `Busy` if it may not wait and would have to.
        """
        kept: Problem | None = None
        writes = changes(request.operation)
        with self.storage.write(wait=wait) if writes else self.storage.read() as session:
            call = self._call(request, session)
            try:
                result = handler(call, *given, **inputs)
            except Problem as problem:
                if not problem.keep:
                    raise
                kept = problem
            if isinstance(call, Call):
                call.headers.update(credits.headers(call))
        if kept is not None:
            raise kept
        return result, call.headers

    def _spend(self, outcome_id: str) -> None:
        with self.storage.write() as session:
            platform_calls.spend(session, outcome_id)

    def _call(self, request: Request, session: Session) -> OpenCall:
        shared: dict[str, Any] = {
            "request": request,
            "session": session,
            "now": clock.now(),
            "settings": self.settings,
        }
        if request.caller is None:
            return OpenCall(**shared)
        if changes(request.operation) and not self.storage.at_once:
            # Where a database lets writers run side by side, those of a workspace take turns.
            session.get_one(Workspace, request.caller.workspace_id, with_for_update=True)
        return Call(**shared, caller=request.caller, cursor_key=self.cursor_key, files=self.storage.files)


def changes(operation: Operation) -> bool:
    """Tell whether an operation may change something: even a GET that needs the scope for writing does."""
    return operation.method != "GET" or operation.scope.endswith(":write")


def answer(operation: Operation, result: Any, headers: Mapping[str, str]) -> Response:
    """Return the response for what a handler gave: a body, an `Answer` that names its status, or nothing."""
    if result is None:
        return Response(None, operation.successes[0], headers)
    if not isinstance(result, Answer):
        result = Answer(operation.successes[0], result)
    body = json.dumps(result.body, ensure_ascii=False, separators=(",", ":"))
    return Response(body, result.status, headers, "application/json")


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
