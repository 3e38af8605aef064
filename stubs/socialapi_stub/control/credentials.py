"""Tokens and keys: what a client and the conformance suite need to begin."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import seeds, served
from socialapi_stub.control import Plane, root_of


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the routes of tokens and public keys."""
    keyring = plane.secrets.keyring

    async def credentials(request: Request) -> Response:
        """Return the ready tokens per workspace and role."""
        return JSONResponse({"base_url": root_of(request), "workspaces": seeds.credentials(keyring)})

    async def target(request: Request) -> Response:
        """Return the description of this server that the conformance suite takes."""
        description = {
            "base_url": root_of(request),
            "documents": list(served.DOCUMENTS),
            "without": list(served.UNSERVED),
            "workspaces": seeds.credentials(keyring),
            "jwks_url": f"{root_of(request)}/_mock/jwks.json",
            "refused_tokens": seeds.refused_tokens(keyring),
        }
        return JSONResponse(description)

    async def jwks(_request: Request) -> Response:
        """Return the public keys behind the JWTs."""
        return JSONResponse(keyring.jwks())

    return [
        Route("/_mock/credentials", credentials),
        Route("/_mock/target", target),
        Route("/_mock/jwks.json", jwks),
    ]
