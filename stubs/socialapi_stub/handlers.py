"""From an operation to the function of the same name in `resources`, and from its result to an answer."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation
from sqlalchemy.orm import Session
from starlette.responses import Response

from socialapi_stub import clock, collisions, credits, platform_calls, resources  # noqa: A004 - the API's own word
from socialapi_stub.call import Answer, Call, Meanwhile, OpenCall, Request
from socialapi_stub.framework import Resolver
from socialapi_stub.platform_calls import OrderedProblem
from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Workspace


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
        return Resolver(lambda operation_id: self._endpoint(modules[operation_id], operation_id))

    def _endpoint(self, module: ModuleType, operation_id: str) -> Callable[[Request], Any]:
        """Return what Connexion calls: awaited where it waits for nobody, else in a thread.

        Python runs one thread at a time anyway, and to change threads twice costs more than most reads do.
        """

        def endpoint(request: Request) -> Response:
            return self.run(getattr(module, operation_id), request)

        async def at_once(request: Request) -> Response:
            return endpoint(request)

        waits = changes(OPERATIONS[operation_id]) or not self.storage.reads_at_once
        return endpoint if waits else at_once

    def run(self, handler: Callable[..., Any], request: Request) -> Response:
        """Call a handler; its changes are committed before its answer exists.

        What takes long is done between two transactions, for nobody else can write during one.
        """
        try:
            result, headers = self._again(handler, request, *request.path, **request.inputs())
            while isinstance(result, Meanwhile):
                result, headers = self._again(result.then, request, result.work())
        except OrderedProblem as problem:
            with self.storage.write(beside=True) as session:
                platform_calls.spend(session, problem.outcome_id)
            raise
        return answer(request.operation, result, headers)

    def _again(
        self, handler: Callable[..., Any], request: Request, *given: Any, **inputs: Any
    ) -> tuple[Any, dict[str, str]]:
        return collisions.again(lambda: self._run(handler, request, *given, **inputs))

    def _run(
        self, handler: Callable[..., Any], request: Request, *given: Any, **inputs: Any
    ) -> tuple[Any, dict[str, str]]:
        """Call a handler within a transaction and return its result and the headers of the answer."""
        kept: Problem | None = None
        with self._transaction(request) as session:
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

    def _transaction(self, request: Request) -> AbstractContextManager[Session]:
        if not changes(request.operation):
            return self.storage.read()
        return self.storage.write(beside=request.caller is not None)

    def _call(self, request: Request, session: Session) -> OpenCall:
        shared: dict[str, Any] = {
            "operation": request.operation,
            "base_url": request.base_url,
            "session": session,
            "now": clock.now(),
            "settings": self.settings,
        }
        if request.caller is None:
            return OpenCall(**shared)
        # Where a database lets writers run side by side, the lock makes those of a workspace take turns.
        locked = changes(request.operation) or None
        workspace = session.get_one(Workspace, request.caller.workspace_id, with_for_update=locked)
        return Call(
            **shared,
            caller=request.caller,
            workspace=workspace,
            cursor_key=self.cursor_key,
            files=self.storage.files,
        )


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
