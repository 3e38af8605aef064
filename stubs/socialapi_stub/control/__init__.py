"""What the mock adds to the API: the control plane under `/_mock`, and pages that stand for other systems.

None of it is contract. `openapi.yaml` describes the control plane; each of its operations is a function of
its name in a module here, given the `Plane` and the `Order`. It returns the body of the answer or nothing,
and refuses with an `OrderRefused`. The pages are in the `routes(plane)` of a module.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from socialapi_stub import timekeeping
from socialapi_stub.request_log import RequestLog
from socialapi_stub.routing import is_in_contract
from socialapi_stub.seeds import Secrets
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage


@dataclass(frozen=True, slots=True)
class Plane:
    """What the control plane works on."""

    storage: Storage
    settings: Settings
    secrets: Secrets
    requests: RequestLog


@dataclass(frozen=True, slots=True)
class Order:
    """A request to the control plane that fits its document.

    `root` is the address of this server, `parameters` are those of path and query, defaults included.
    """

    root: str
    parameters: Mapping[str, Any]
    body: Mapping[str, Any]


class OrderRefused(Exception):
    """The control plane cannot do what it was asked; `hint` says what to ask instead."""

    def __init__(self, message: str, hint: str, reason: Literal["invalid", "not_found"] = "invalid") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.reason = reason
        self.status = 404 if reason == "not_found" else 400


class ControlPlane:
    """Middleware: answers what is outside the API; everything else goes on."""

    def __init__(self, app: ASGIApp, plane: Plane) -> None:
        self.app = app
        self.storage = plane.storage
        self.router = Router(_routes(plane), redirect_slashes=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here or pass the request on."""
        outside = scope["type"] == "http" and not is_in_contract(scope)
        if outside:
            await run_in_threadpool(timekeeping.catch_sight, self.storage)
        await (self.router if outside else self.app)(scope, receive, send)


def root_of(request: Request) -> str:
    """Return the address of this server as the caller wrote it, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def _routes(plane: Plane) -> list[BaseRoute]:
    from socialapi_stub.control import orders

    modules = [importlib.import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__)]
    pages = [route for module in modules for route in _pages(module, plane)]
    return [*orders.routes_of(modules, plane), *pages]


def _pages(module: ModuleType, plane: Plane) -> list[BaseRoute]:
    found: list[BaseRoute] = module.routes(plane) if hasattr(module, "routes") else []
    return found
