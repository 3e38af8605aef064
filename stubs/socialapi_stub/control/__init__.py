"""What the mock adds to the API: the control plane under `/_mock`, and pages that stand for other systems.

None of it is contract. Every module here has a function `routes(plane)` that returns Starlette routes.
"""

import importlib
import pkgutil
from dataclasses import dataclass

from starlette.requests import Request
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

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


class ControlPlane:
    """Middleware: answers what is outside the API; everything else goes on."""

    def __init__(self, app: ASGIApp, plane: Plane) -> None:
        self.app = app
        self.router = Router(_routes(plane), redirect_slashes=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here or pass the request on."""
        outside = scope["type"] == "http" and not is_in_contract(scope)
        await (self.router if outside else self.app)(scope, receive, send)


def root_of(request: Request) -> str:
    """Return the address of this server as the caller wrote it, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def _routes(plane: Plane) -> list[BaseRoute]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return [route for module in modules for route in module.routes(plane)]
