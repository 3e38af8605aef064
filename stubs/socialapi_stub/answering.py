"""The innermost application: a request that passed every check becomes the answer of its operation."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.responses import Response
from starlette.routing import Router
from starlette.types import Receive, Scope, Send

from socialapi_stub.call import Request
from socialapi_stub.framework import AbstractOperation, OpenAPISpecification, RoutedAPI, RoutedMiddleware

Function = Callable[[Request], Awaitable[Response]]


class Endpoint:
    """The function that Connexion's resolver found for an operation, as an application."""

    def __init__(self, operation: AbstractOperation) -> None:
        self.function: Function = operation.function

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request that the validation has left."""
        response = await self.function(scope["extensions"]["request"])
        await response(scope, receive, send)


class AnsweringAPI(RoutedAPI[Endpoint]):  # type: ignore[misc] # the base class has no types
    """Makes the endpoint of every operation of the document."""

    def __init__(self, specification: OpenAPISpecification, *, base_path: str, **options: Any) -> None:
        given = {name: options[name] for name in ("next_app", "resolver")}
        super().__init__(specification, base_path=base_path, **given)
        self.add_paths()

    def make_operation(self, operation: AbstractOperation) -> Endpoint:
        """Return what answers one operation."""
        return Endpoint(operation)


class Answering(RoutedMiddleware[AnsweringAPI]):  # type: ignore[misc] # the base class has no types
    """Stands in for Connexion's application, which inspects and wraps the function anew for every request.

    What is no request of HTTP is closed.
    """

    api_cls = AnsweringAPI

    def __init__(self) -> None:
        super().__init__(Router())
