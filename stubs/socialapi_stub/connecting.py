"""Connecting an account: the checks, then the account itself or the way to the user's consent and back."""

import re
from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS, Platform

from socialapi_stub import (
    attaching,
    credits,  # noqa: A004 - the API's own word
    granting,
    ids,
    own_apps,
    platform_calls,
    redirecting,
    selecting,
    upstream,
    visibility,
)
from socialapi_stub.call import Answer, Body, Call
from socialapi_stub.logins import Grant
from socialapi_stub.problems import Problem, platform_code
from socialapi_stub.tables import Account, Brand, Connection

CONSENT_PATH = "/_mock/connect"
CONSENT_LIFE = timedelta(minutes=10)
BOT_TOKEN = re.compile(r"(\d{3,20}):[A-Za-z0-9_-]{3,}")
EXCHANGED = ("waba_id", "phone_number_id")
"""What a platform that opens its own window tells beside the code."""

SIGNUP = {"app_id": "102030405060708", "config_id": "203040506070809", "solution_id": "304050607080901"}


def start(call: Call, body: Body) -> Answer:
    """Begin a connect flow, or finish it at once where the platform takes credentials directly.

    Raises, in this order: what is wrong with the fields, an unknown brand, a platform that is not open to
    the user, missing app credentials, a plan without room for the brand that would be made.
    """
    platform = _connectable(body["platform"])
    if body.get("redirect_uri") is not None:
        redirecting.require_allowed(call, body["redirect_uri"])
    token = _bot_token(body) if platform.connect == "direct" else ""
    brand = _chosen_brand(call, body)
    _require_open(call, platform)
    own_apps.require(call, platform, brand.id if brand else None)
    if platform.connect == "direct":
        return Answer(201, _connect_bot(call, platform, brand, token))
    if brand is None:
        credits.require_room_for_brand(call.session, call.workspace, "billing.brands_limit")
    return Answer(202, _ask_for_consent(call, platform, brand, body))


def exchange(call: Call, body: Body) -> Answer:
    """End a connect flow with the code that the platform has sent to the caller's own server.

    Raises, in this order: an unknown platform, a state that is not known, has expired or is somebody else's,
    what does not fit the start of the flow, what the platform refuses, what stands in the way of the account.
    """
    platform = _connectable(body["platform"])
    connection = _started(call, body["metadata"]["state"])
    _require_same(connection, body)
    _require_open(call, platform)
    own_apps.require(call, platform, connection.brand_id)
    metadata = {name: _given(body, name) for name in EXCHANGED if platform.connect == "embedded_signup"}
    platform_calls.require_platform(call, platform.slug)
    grant = Grant(platform.slug, body["code"], metadata=metadata)
    ended = granting.end(call.session, connection, grant, call.now)
    call.session.flush()
    if isinstance(ended, Account):
        return Answer(201, connected(ended))
    waiting = selecting.document(call, ended)
    return Answer(200, {"status": "selection_required", **waiting})


def connected(account: Account) -> Body:
    """Return what is told of an account that was just connected."""
    return {
        "account_id": account.id,
        "platform": account.platform,
        "username": account.username,
        "display_name": account.name,
    }


def _started(call: Call, state: str) -> Connection:
    """Return the flow behind a state."""
    connection = call.session.get(Connection, state)
    if connection is None or connection.expires_at <= call.now:
        message = "metadata.state is unknown, was used or has expired"
        raise Problem("validation.field_invalid", message, field="metadata.state")
    if (connection.workspace_id, connection.key_id) != (call.workspace_id, call.caller.key_id):
        raise Problem("auth.state_mismatch")
    return connection


def _require_same(connection: Connection, body: Body) -> None:
    """Raise `validation.field_invalid` unless a code is exchanged for what its flow was started for."""
    if body["platform"] != connection.platform:
        message = f"the flow was started for {connection.platform}"
        raise Problem("validation.field_invalid", message, field="platform")
    if body["metadata"].get("redirect_uri", connection.redirect_uri) != connection.redirect_uri:
        message = "metadata.redirect_uri is not the one the flow was started with"
        raise Problem("validation.field_invalid", message, field="metadata.redirect_uri")


def _given(body: Body, name: str) -> str:
    value: str = body["metadata"].get(name, "")
    if not value:
        raise Problem("validation.field_required", f"metadata.{name} is required", field=f"metadata.{name}")
    return value


def _connectable(slug: str) -> Platform:
    platform = PLATFORMS.get(slug)
    if platform is None or platform.connect == "none":
        raise Problem("account.unsupported_platform")
    return platform


def _bot_token(body: Body) -> str:
    field = "metadata.bot_token"
    token = (body.get("metadata") or {}).get("bot_token")
    if token in (None, ""):
        raise Problem("validation.field_required", f"{field} is required", field=field)
    if not isinstance(token, str):
        raise Problem("validation.field_invalid", f"{field} has to be text", field=field)
    return token


def _chosen_brand(call: Call, body: Body) -> Brand | None:
    if body.get("brand_id") is not None:
        return visibility.brand(call, body["brand_id"])
    if call.caller.brand_ids:
        # The account would go into a new brand, which is none of those the key is for.
        raise Problem("auth.insufficient_scope")
    return None


def _require_open(call: Call, platform: Platform) -> None:
    if platform.gated and platform.slug not in call.workspace.allowed_platforms:
        raise Problem("billing.platform_not_available")


def _connect_bot(call: Call, platform: Platform, brand: Brand | None, token: str) -> Body:
    match = BOT_TOKEN.fullmatch(token)
    if match is None:
        raise Problem(platform_code(platform.slug, "auth"))
    platform_calls.require_platform(call, platform.slug)
    bot = upstream.bot(match[1])
    candidate = attaching.Candidate(call.session, call.workspace, platform.slug, bot, call.now)
    return connected(attaching.attach(candidate, brand or attaching.home(candidate)))


def _ask_for_consent(call: Call, platform: Platform, brand: Brand | None, body: Body) -> Body:
    connection = Connection(
        state=ids.new_state(),
        workspace_id=call.workspace_id,
        key_id=call.caller.key_id,
        platform=platform.slug,
        brand_id=brand.id if brand else None,
        redirect_uri=body.get("redirect_uri"),
        customer_state=body.get("state") or "",
        expires_at=call.now + CONSENT_LIFE,
    )
    call.session.add(connection)
    if platform.connect == "embedded_signup":
        message = f"Open the {platform.name} signup with this metadata, then exchange its code."
        return {"auth_url": "", "state": connection.state, "message": message, "metadata": SIGNUP}
    auth_url = f"{call.base_url}{CONSENT_PATH}?state={connection.state}"
    message = f"Send the user to auth_url to connect {platform.name}."
    return {"auth_url": auth_url, "state": connection.state, "message": message}
