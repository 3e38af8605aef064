"""Starting to connect an account: the checks, then the account itself or the way to the user's consent."""

import re
from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS, Platform

from socialapi_stub import (
    attaching,
    credits,  # noqa: A004 - the API's own word
    ids,
    own_apps,
    redirecting,
    upstream,
    visibility,
)
from socialapi_stub.call import Answer, Body, Call
from socialapi_stub.problems import Problem, platform_code
from socialapi_stub.tables import Brand, Connection

CONSENT_PATH = "/_mock/connect"
CONSENT_LIFE = timedelta(minutes=10)
BOT_TOKEN = re.compile(r"(\d{3,20}):[A-Za-z0-9_-]{3,}")
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
    own_apps.require(call, platform, brand)
    if platform.connect == "direct":
        return Answer(201, _connect_bot(call, platform, brand, token))
    if brand is None:
        credits.require_room_for_brand(call.session, call.workspace, "billing.brands_limit")
    return Answer(202, _ask_for_consent(call, platform, brand, body))


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
    bot = upstream.bot(match[1])
    candidate = attaching.Candidate(call.session, call.workspace, platform.slug, bot, call.now)
    account = attaching.attach(candidate, brand or attaching.home(candidate))
    return {
        "account_id": account.id,
        "platform": account.platform,
        "username": account.username,
        "display_name": account.name,
    }


def _ask_for_consent(call: Call, platform: Platform, brand: Brand | None, body: Body) -> Body:
    connection = Connection(
        state=ids.new_state(),
        workspace_id=call.workspace.id,
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
