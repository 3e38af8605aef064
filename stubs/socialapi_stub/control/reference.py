"""The contract as this server serves it, and a page to read it by."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from socialapi_stub import served
from socialapi_stub.control import Plane, orders, root_of

REFERENCE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>SocialAPI reference</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="icon" href="/docs/assets/favicon-32x32.png"></head>
<body><div id="reference"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({url: "/openapi.json", dom_id: "#reference", persistAuthorization: true})</script>
</body></html>"""


def routes(_plane: Plane) -> list[BaseRoute]:
    """Return the routes of the document and its page."""
    return [
        Route("/openapi.json", document),
        Route("/docs", reference),
        Route("/_mock/openapi.json", own_document),
        Mount("/docs/assets", StaticFiles(directory=_assets())),
    ]


async def document(request: Request) -> Response:
    """Return the contract, with this server in place of the production one."""
    return JSONResponse(served.document_at(root_of(request)))


async def own_document(_request: Request) -> Response:
    """Return what the control plane can do."""
    return JSONResponse(orders.document())


async def reference(_request: Request) -> Response:
    """Return the reference page."""
    return HTMLResponse(REFERENCE)


@cache
def _assets() -> Path:
    found = sorted(Path(str(files("swagger_ui_bundle"))).glob("vendor/swagger-ui-*"))
    if not found:
        raise HTTPException(404)
    return found[-1]
