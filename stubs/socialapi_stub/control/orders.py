"""From the document of the control plane to its routes: who answers, and what a request has to look like."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any

import jsonschema_rs
import yaml
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from socialapi_stub import bodies, plain_yaml
from socialapi_stub.control import Order, OrderRefused, Plane, root_of
from socialapi_stub.documents import present
from socialapi_stub.problems import Problem
from socialapi_stub.request_ids import request_id
from socialapi_stub.schemas import Parameter

LARGEST_BODY = 1024 * 1024
SEE = "GET /_mock/openapi.json describes the control plane."

Function = Callable[[Plane, Order], Any]


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI document of the control plane."""
    text = files("socialapi_stub.control").joinpath("openapi.yaml").read_bytes()
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe
    return loaded


def routes_of(modules: Sequence[ModuleType], plane: Plane) -> list[Route]:
    """Return a route per operation. Raises `LookupError` for one without a function."""
    return [
        Route(path, Operation(plane, _function(modules, known["operationId"]), known).answer, methods=[verb])
        for path, verb, known in _operations()
    ]


class Operation:
    """One operation of the control plane: holds a request against the document, lets its function answer."""

    def __init__(self, plane: Plane, function: Function, definition: Mapping[str, Any]) -> None:
        self.plane = plane
        self.function = function
        parameters = [Parameter(_resolved(one)) for one in definition.get("parameters", ())]
        self.parameters = {parameter.name: parameter for parameter in parameters}
        self.body: Mapping[str, Any] = definition.get("requestBody", {})
        self.status = next(int(status) for status in definition["responses"] if status != "default")
        if self.body:
            self.checker = _checker(self.body["content"]["application/json"]["schema"])

    async def answer(self, request: Request) -> Response:
        """Answer one request."""
        try:
            body = await self._body(request)
        except OrderRefused as refusal:
            error = {"code": f"mock.{refusal.reason}", "message": refusal.message, "hint": refusal.hint}
            name = request_id(request.scope)
            return JSONResponse({"error": error, "request_id": name}, refusal.status)
        return Response(status_code=204) if body is None else JSONResponse(body, self.status)

    async def _body(self, request: Request) -> Any:
        try:
            order = await self._order(request)
        except Problem as problem:
            raise OrderRefused(problem.message, SEE) from problem
        except plain_yaml.NotPlainYaml as error:
            raise OrderRefused(f"the body is not YAML: {error}", SEE) from error
        return await run_in_threadpool(self.function, self.plane, order)

    async def _order(self, request: Request) -> Order:
        body = await self._body_of(request) if self.body else {}
        values = {name: parameter.value(_given(request, name)) for name, parameter in self.parameters.items()}
        known = present(values)
        unknown = sorted(set(request.query_params) - set(self.parameters))
        if unknown:
            raise OrderRefused(f"there is no parameter {unknown[0]}", SEE)
        return Order(root_of(request), known, body)

    async def _body_of(self, request: Request) -> Any:
        raw = await bodies.read(request.scope, request.receive, LARGEST_BODY)
        if not raw and not self.body["required"]:
            return {}
        given = bodies.media_type(request.scope)
        if given not in self.body["content"]:
            kinds = " or ".join(self.body["content"])
            raise OrderRefused(f"the body has to be {kinds}, not {given or 'without a Content-Type'}", SEE)
        value = plain_yaml.load(raw) if given == "application/yaml" else bodies.parse_json(raw)
        _check(self.checker, value)
        return value


def check(operation_id: str, body: Any) -> None:
    """Raise `OrderRefused` for the first thing in a body that an operation does not take."""
    known = next(one for _, _, one in _operations() if one["operationId"] == operation_id)
    _check(_checker(known["requestBody"]["content"]["application/json"]["schema"]), body)


def _check(checker: jsonschema_rs.Draft4Validator, value: Any) -> None:
    if checker.is_valid(value):
        return
    error = min(checker.iter_errors(value), key=lambda one: len(one.instance_path))
    place = ".".join(map(str, error.instance_path)) or "the body"
    raise OrderRefused(f"{place}: {error.message[:300]}", SEE)


def _checker(schema: Mapping[str, Any]) -> jsonschema_rs.Draft4Validator:
    whole = {**schema, "components": document()["components"]}
    return jsonschema_rs.Draft4Validator(whole, validate_formats=True)


def _given(request: Request, name: str) -> list[str]:
    if name in request.path_params:
        return [str(request.path_params[name])]
    return request.query_params.getlist(name)


def _operations() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, item in document()["paths"].items():
        shared = item.get("parameters", [])
        for verb, definition in item.items():
            if verb != "parameters":
                own = definition.get("parameters", [])
                yield path, verb.upper(), {**definition, "parameters": [*shared, *own]}


def _function(modules: Sequence[ModuleType], name: str) -> Function:
    for module in modules:
        if inspect.isfunction(found := getattr(module, name, None)) and found.__module__ == module.__name__:
            return found
    raise LookupError(f"no module of the control plane has a function {name}")


def _resolved(node: Mapping[str, Any]) -> Any:
    if "$ref" not in node:
        return node
    found: Any = document()
    for step in node["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return found
