"""Bringing the seed back."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import seeds
from socialapi_stub.control import Plane


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the route of the reset."""

    async def reset(_request: Request) -> Response:
        """Bring the seed back."""
        await run_in_threadpool(seeds.reset, plane.storage)
        return Response(status_code=204)

    return [Route("/_mock/reset", reset, methods=["POST"])]
