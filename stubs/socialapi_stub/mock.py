"""What the mock adds to the API: the control plane under `/_mock`, and the reference page.

None of it is contract.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from socialapi_stub import consent, seeds, served
from socialapi_stub.connecting import CONSENT_PATH
from socialapi_stub.routing import PREFIX
from socialapi_stub.storage import Storage

REFERENCE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>SocialAPI reference</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="icon" href="/docs/assets/favicon-32x32.png"></head>
<body><div id="reference"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({url: "/openapi.json", dom_id: "#reference", persistAuthorization: true})</script>
</body></html>"""


class ControlPlane:
    """Middleware: answers what is outside the API; everything else goes on."""

    def __init__(self, app: ASGIApp, storage: Storage, secrets: seeds.Secrets) -> None:
        self.app = app
        self.storage = storage
        self.keyring = secrets.keyring
        self.router = Router(
            [
                Route("/_mock/credentials", self.credentials),
                Route("/_mock/target", self.target),
                Route("/_mock/jwks.json", self.jwks),
                Route("/_mock/reset", self.reset, methods=["POST"]),
                Route(CONSENT_PATH, self.connect),
                Route("/openapi.json", self.document),
                Route("/docs", self.reference),
                Mount("/docs/assets", StaticFiles(directory=_assets())),
            ],
            redirect_slashes=False,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here or pass the request on."""
        inside = scope["type"] == "http" and not scope["path"].startswith(f"{PREFIX}/")
        await (self.router if inside else self.app)(scope, receive, send)

    async def credentials(self, request: Request) -> Response:
        """Return the ready tokens per workspace and role."""
        return JSONResponse({"base_url": _root(request), "workspaces": seeds.credentials(self.keyring)})

    async def target(self, request: Request) -> Response:
        """Return the description of this server that the conformance suite takes."""
        description = {
            "base_url": _root(request),
            "documents": list(served.DOCUMENTS),
            "without": list(served.UNSERVED),
            "workspaces": seeds.credentials(self.keyring),
            "jwks_url": f"{_root(request)}/_mock/jwks.json",
            "refused_tokens": seeds.refused_tokens(self.keyring),
        }
        return JSONResponse(description)

    async def jwks(self, _request: Request) -> Response:
        """Return the public keys behind the JWTs."""
        return JSONResponse(self.keyring.jwks())

    async def reset(self, _request: Request) -> Response:
        """Bring the seed back."""
        await run_in_threadpool(seeds.reset, self.storage)
        return Response(status_code=204)

    async def connect(self, request: Request) -> Response:
        """Stand in for the platform's consent page: `state`, and as a choice `account` or `deny`."""
        query = request.query_params
        state, who, deny = query.get("state", ""), query.get("account") or None, "deny" in query
        return await run_in_threadpool(consent.answer, self.storage, state, who, deny)

    async def document(self, request: Request) -> Response:
        """Return the contract, with this server in place of the production one."""
        return JSONResponse({**served.document(), "servers": [{"url": f"{_root(request)}{PREFIX}"}]})

    async def reference(self, _request: Request) -> Response:
        """Return the reference page."""
        return HTMLResponse(REFERENCE)


def _root(request: Request) -> str:
    return str(request.base_url).rstrip("/")


@cache
def _assets() -> Path:
    found = sorted(Path(str(files("swagger_ui_bundle"))).glob("vendor/swagger-ui-*"))
    if not found:
        raise HTTPException(404)
    return found[-1]
