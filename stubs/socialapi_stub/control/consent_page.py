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
        """Stand in for the platform's consent page.

        With `approve`, `account` or `deny` it answers at once, as a script wants it, unless `show` is there.
        """
        query = request.query_params
        wish = consent.Wish(
            state=query.get("state", ""),
            account=query.get("account", ""),
            is_decided=bool({"approve", "account"} & set(query)) and "show" not in query,
            is_denied="deny" in query,
            page_ids=query.getlist("page") if "page" in query else None,
        )
        return await run_in_threadpool(consent.answer, plane.storage, wish)

    return [Route(CONSENT_PATH, connect)]
