"""The stub's own consent page, in place of the platforms': opening it grants access."""

import html
from urllib.parse import urlencode, urlsplit

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse, RedirectResponse, Response

from socialapi_stub import attaching, clock, upstream
from socialapi_stub.problems import Problem
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Account, Brand, Connection, Workspace

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<body style="font-family:sans-serif;max-width:40em;margin:4em auto"><h1>{title}</h1><p>{text}</p></body>
</html>"""


def answer(storage: Storage, state: str, who: str | None, deny: bool) -> Response:
    """Return what the user sees after consenting: the customer's page, or a page of the stub.

    `who` names the social account that consents; without it, it is the one the brand had before, or one
    made up for the brand. `deny` is a user who refuses.
    """
    with storage.write() as session:
        connection = session.get(Connection, state)
        if connection is None or connection.expires_at <= clock.now():
            return _page("This link has expired", "Start again with POST /v1/accounts/connect.", 410)
        if deny:
            return _leave(connection, error="access_denied", error_description="The user denied access.")
        try:
            with session.begin_nested():
                account = _grant(session, connection, who)
        except Problem as problem:
            return _leave(connection, error=problem.code, error_description=problem.message)
        session.delete(connection)
        return _leave(connection, account_id=account.id)


def _grant(session: Session, connection: Connection, who: str | None) -> Account:
    workspace = session.get_one(Workspace, connection.workspace_id, with_for_update=True)
    brand = session.get(Brand, connection.brand_id) if connection.brand_id else None
    if brand is None and connection.brand_id:
        raise Problem("brand.not_found")
    profile = upstream.profile(connection.platform, who or _usual_username(session, connection, brand))
    candidate = attaching.Candidate(session, workspace, connection.platform, profile, clock.now())
    return attaching.attach(candidate, brand or attaching.home(candidate))


def _usual_username(session: Session, connection: Connection, brand: Brand | None) -> str:
    present = attaching.in_brand(session, brand, connection.platform) if brand else None
    return (
        present.username if present else f"user_{upstream.digits(brand.id if brand else connection.state, 6)}"
    )


def _leave(connection: Connection, **outcome: str) -> Response:
    failed = "error" in outcome
    platform = PLATFORMS[connection.platform].name
    if connection.redirect_uri is None:
        title = f"{platform} was not connected" if failed else f"{platform} is connected"
        return _page(title, outcome.get("error_description", "You can close this page."), 200)
    separator = "&" if urlsplit(connection.redirect_uri).query else "?"
    status = {"status": "error" if failed else "success"}
    query = {**status, **outcome, "platform": connection.platform, "state": connection.customer_state}
    return RedirectResponse(f"{connection.redirect_uri}{separator}{urlencode(query)}", 302)


def _page(title: str, text: str, status: int) -> Response:
    return HTMLResponse(PAGE.format(title=html.escape(title), text=html.escape(text)), status)
