"""The stub's own consent page, in place of the platforms': who agrees to what, and where they go then."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from socialapi_stub import attaching, clock, consent_html, granting, html_pages, upstream
from socialapi_stub.logins import Grant
from socialapi_stub.problems import Problem
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Account, Brand, Connection
from socialapi_stub.tables.connections import Login


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address of the consent page says.

    `account` names who is asked; `is_decided` tells that they agree, or refuse with `is_denied`, rather than
    look at the page first. `page_ids` are the pages they grant access to, None for all of them.
    """

    state: str
    account: str = ""
    is_decided: bool = False
    is_denied: bool = False
    page_ids: Sequence[str] | None = None


def answer(storage: Storage, wish: Wish) -> Response:
    """Return the consent page, or what the user sees after it: the customer's page, or one of the stub."""
    with storage.write() as session:
        connection = session.get(Connection, wish.state)
        if connection is None or connection.expires_at <= clock.now():
            return html_pages.message(
                "This link has expired", "Start again with POST /v1/accounts/connect.", 410
            )
        who = wish.account or _usual(session, connection)
        if wish.is_denied:
            return _leave(connection, error="access_denied", error_description="The user denied access.")
        if not wish.is_decided:
            return consent_html.form(connection, who, upstream.profile(connection.platform, who).pages)
        grant = Grant(connection.platform, who, wish.page_ids)
        try:
            with session.begin_nested():
                ended = granting.end(session, connection, grant, clock.now())
        except Problem as problem:
            return _leave(connection, error=problem.code, error_description=problem.message)
        if isinstance(ended, Account):
            return _leave(connection, account_id=ended.id)
        return _leave(connection, connection_id=ended.id)


def _usual(session: Session, connection: Connection) -> str:
    """Return whom the brand had on the platform before, else somebody made up for the brand."""
    brand = session.get(Brand, connection.brand_id) if connection.brand_id else None
    present = attaching.in_brand(session, brand, connection.platform) if brand else None
    if present is None:
        return f"user_{upstream.digits(brand.id if brand else connection.state, 6)}"
    login = session.get(Login, present.login_id) if present.login_id else None
    return login.who if login else present.username


def _leave(connection: Connection, **outcome: str) -> Response:
    """Send the user on to the customer with an outcome: `account_id`, `connection_id`, or `error`."""
    if connection.redirect_uri is None:
        return html_pages.message(*_words(PLATFORMS[connection.platform].name, outcome), 200)
    status = (
        "selection_required" if "connection_id" in outcome else "error" if "error" in outcome else "success"
    )
    named = {} if "connection_id" in outcome else {"platform": connection.platform}
    query = {"status": status, **outcome, **named, "state": connection.customer_state}
    separator = "&" if urlsplit(connection.redirect_uri).query else "?"
    return RedirectResponse(f"{connection.redirect_uri}{separator}{urlencode(query)}", 302)


def _words(platform: str, outcome: dict[str, str]) -> tuple[str, str]:
    """Return heading and text of the page that stands in for the customer's."""
    if "error" in outcome:
        return f"{platform} was not connected", outcome["error_description"]
    if "connection_id" in outcome:
        path = f"/v1/accounts/pending/{outcome['connection_id']}"
        return f"{platform} asks for a choice", f"GET {path} shows what there is, POST {path}/select ends it."
    return f"{platform} is connected", "You can close this page."
