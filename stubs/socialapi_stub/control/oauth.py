"""OAuth 2.1: an assistant or any other client logs in here, as the user of a workspace.

The endpoints stand at the root of the host, as the API's own do.
"""

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from authlib.oauth2 import OAuth2Error
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import authorization, bodies, clock, ids, tokens, workspaces
from socialapi_stub.authorization import SCOPE, CodeGrant, PlainRequest, Server
from socialapi_stub.control import Plane, root_of
from socialapi_stub.control.choosing import DEFAULT
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.oauth import OAuthClient

FORM_BYTES = 64 * 1024
MOST_URIS = 20
LONGEST_NAME, LONGEST_URI = 200, 2000
AUTH_METHODS = ("client_secret_post", "client_secret_basic", "none")
Endpoint = Callable[[Plane, PlainRequest], Response]

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Let {name} in?</title>
<body style="font-family:sans-serif;max-width:34em;margin:4em auto;line-height:1.5">
<h1>Let {name} in?</h1>
<p>{name} wants to do on SocialAPI whatever the user of a workspace can do.</p>
<form method="post">{fields}
<p><label>Workspace <select name="workspace">{workspaces}</select></label></p>
<p><button name="decision" value="approve">Approve</button>
<button name="decision" value="deny">Deny</button></p>
</form></body></html>"""


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the endpoints of the authorization server and the documents that lead to them."""

    def endpoint(function: Endpoint) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            try:
                asked = PlainRequest(request.method, await _fields(request), dict(request.headers))
            except Problem as problem:
                return _refused("invalid_request", problem.message)
            return await run_in_threadpool(function, plane, asked)

        return answer

    async def registering(request: Request) -> Response:
        try:
            body = bodies.parse_json(await bodies.read(request.scope, request.receive, FORM_BYTES))
        except Problem as problem:
            return _refused("invalid_client_metadata", problem.message)
        return await run_in_threadpool(register, plane, body)

    return [
        Route("/.well-known/oauth-authorization-server", server_metadata),
        Route("/.well-known/oauth-protected-resource", resource_metadata),
        Route("/.well-known/oauth-protected-resource/v1", resource_metadata),
        Route("/oauth/register", registering, methods=["POST"]),
        Route("/oauth/authorize", endpoint(ask), methods=["GET"]),
        Route("/oauth/authorize", endpoint(decide), methods=["POST"]),
        Route("/oauth/token", endpoint(issue), methods=["POST"]),
        Route("/oauth/revoke", endpoint(revoke), methods=["POST"]),
    ]


async def server_metadata(request: Request) -> Response:
    """Return what the authorization server can do (RFC 8414)."""
    root = root_of(request)
    return JSONResponse(
        {
            "issuer": root,
            "authorization_endpoint": f"{root}/oauth/authorize",
            "token_endpoint": f"{root}/oauth/token",
            "registration_endpoint": f"{root}/oauth/register",
            "revocation_endpoint": f"{root}/oauth/revoke",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code", "refresh_token"],
            "token_endpoint_auth_methods_supported": list(AUTH_METHODS),
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": [SCOPE],
        }
    )


async def resource_metadata(request: Request) -> Response:
    """Return who guards the API (RFC 9728)."""
    root = root_of(request)
    return JSONResponse(
        {
            "resource": f"{root}/v1",
            "authorization_servers": [root],
            "scopes_supported": [SCOPE],
            "bearer_methods_supported": ["header"],
        }
    )


def register(plane: Plane, body: Any) -> Response:
    """Register a client (RFC 7591). Its secret is shown this once; a public client has none."""
    wrong = _wrong_with(body)
    if wrong is not None:
        return _refused(*wrong)
    is_public = body.get("token_endpoint_auth_method") == "none"
    secret, now = None if is_public else tokens.new_secret(), clock.now()
    client = OAuthClient(
        id=ids.new_uuid(),
        name=body["client_name"],
        secret_digest=None if secret is None else tokens.digest(secret),
        redirect_uris=body["redirect_uris"],
        created_at=now,
    )
    with plane.storage.write() as session:
        session.add(client)
    shown = {} if secret is None else {"client_secret": secret}
    answer = {
        "client_id": client.id,
        **shown,
        "client_id_issued_at": int(now.timestamp()),
        "client_secret_expires_at": 0,
        "client_name": client.name,
        "redirect_uris": client.redirect_uris,
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": body.get("token_endpoint_auth_method", "client_secret_post"),
        "scope": SCOPE,
    }
    return JSONResponse(answer, 201, {"Cache-Control": "no-store"})


def ask(plane: Plane, asked: PlainRequest) -> Response:
    """Ask the user whether a client may act as a workspace."""

    def page(server: Server, grant: CodeGrant) -> Response:
        names = server.session.scalars(select(Workspace.name).where(Workspace.deleted_at.is_(None))).all()
        return HTMLResponse(_page(grant.client.row.name, asked.fields, names))

    return _consenting(plane, asked, page)


def decide(plane: Plane, asked: PlainRequest) -> Response:
    """Lead the user back to the client, with a code or with a refusal."""

    def leave(server: Server, grant: CodeGrant) -> Response:
        approved = asked.fields.get("decision") == "approve"
        name = asked.fields.get("workspace", DEFAULT)
        user = workspaces.find(server.session, name) if approved else None
        if approved and user is None:
            return _refused("invalid_request", f"there is no workspace {name}")
        found: Response = server.create_authorization_response(asked, user, grant)
        return found

    return _consenting(plane, asked, leave)


def issue(plane: Plane, asked: PlainRequest) -> Response:
    """Give tokens for a code or for a refresh token."""
    with plane.storage.write() as session:
        authorization.forget_expired(session, clock.now())
        found: Response = Server(session, plane.secrets.keyring, clock.now()).create_token_response(asked)
        return found


def revoke(plane: Plane, asked: PlainRequest) -> Response:
    """Take a token back. Always 200, so that nobody learns which tokens there are (RFC 7009)."""
    with plane.storage.write() as session:
        authorization.revoke(session, plane.secrets.keyring, asked.fields, clock.now())
    return JSONResponse({})


def _wrong_with(body: Any) -> tuple[str, str] | None:
    """Return error and reason for metadata of a client that cannot be registered."""
    if not isinstance(body, dict) or not _is_text(body.get("client_name")):
        return "invalid_client_metadata", "client_name: a name of at most 200 characters is required"
    if body.get("token_endpoint_auth_method", "none") not in AUTH_METHODS:
        return (
            "invalid_client_metadata",
            f"token_endpoint_auth_method: has to be one of {', '.join(AUTH_METHODS)}",
        )
    uris = body.get("redirect_uris")
    if not isinstance(uris, list) or not 1 <= len(uris) <= MOST_URIS or not all(map(_is_redirect_uri, uris)):
        return (
            "invalid_redirect_uri",
            "redirect_uris: addresses with https, or with http on this machine, are required",
        )
    return None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_NAME


def _is_redirect_uri(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_URI:
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    # An application on a phone or a desktop registers a scheme of its own, with a dot in it (RFC 8252, 7.1).
    safe = parts.scheme == "https" or (parts.scheme == "http" and here) or "." in parts.scheme
    return safe and not parts.fragment and bool(parts.netloc or "." in parts.scheme)


def _consenting(
    plane: Plane, asked: PlainRequest, answer: Callable[[Server, CodeGrant], Response]
) -> Response:
    """Answer a request for consent that a client may make."""
    if refusal := _without_challenge(asked):
        return refusal
    with plane.storage.write() as session:
        server = Server(session, plane.secrets.keyring, clock.now())
        try:
            grant = server.get_consent_grant(asked)
        except OAuth2Error as error:
            return server.refusal(asked, error)
        return answer(server, grant)


def _without_challenge(asked: PlainRequest) -> Response | None:
    if not asked.fields.get("code_challenge"):
        return _refused("invalid_request", "code_challenge is required")
    if asked.fields.get("code_challenge_method") != "S256":
        return _refused("invalid_request", "code_challenge_method has to be S256")
    return None


async def _fields(request: Request) -> dict[str, str]:
    """Return the fields of query and form. Raises a problem for a form that is too long, or no form."""
    fields = dict(request.query_params)
    if request.method == "POST":
        raw = await bodies.read(request.scope, request.receive, FORM_BYTES)
        if raw and bodies.media_type(request.scope) != "application/x-www-form-urlencoded":
            raise Problem("validation.body_invalid", "the body has to be application/x-www-form-urlencoded")
        fields |= dict(parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True))
    return fields


def _refused(error: str, description: str) -> Response:
    return JSONResponse({"error": error, "error_description": description}, 400)


def _page(name: str, fields: Mapping[str, str], names: Sequence[str]) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{html.escape(key)}" value="{html.escape(value)}">'
        for key, value in fields.items()
    )
    options = "".join(f"<option>{html.escape(one)}</option>" for one in names)
    return PAGE.format(name=html.escape(name), fields=hidden, workspaces=options)
