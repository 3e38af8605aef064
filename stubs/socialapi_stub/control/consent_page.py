"""The page that stands for the consent page of a platform."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import consent
from socialapi_stub.connecting import CONSENT_PATH
from socialapi_stub.control import Plane


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the route of the consent page."""

    async def connect(request: Request) -> Response:
        """Stand in for the platform's consent page: `state`, and as a choice `account` or `deny`."""
        query = request.query_params
        state, who, deny = query.get("state", ""), query.get("account") or None, "deny" in query
        return await run_in_threadpool(consent.answer, plane.storage, state, who, deny)

    return [Route(CONSENT_PATH, connect)]
