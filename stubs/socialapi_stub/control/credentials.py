"""Tokens, keys and workspaces: what a client and the conformance suite need to begin."""

import secrets
from datetime import timedelta
from typing import Any

from socialapi_contract.plans import PLANS
from socialapi_contract.scopes import SCOPES
from sqlalchemy.orm import Session

from socialapi_stub import clock, fixtures, ids, seeds, served, tokens, workspaces, wrong_tokens
from socialapi_stub.control import Order, OrderRefused, Plane
from socialapi_stub.control.choosing import workspace_of
from socialapi_stub.tables import ApiKey, Brand, Workspace

TARGET_WORKSPACES = frozenset(seeds.PLANS)
HOUR_SECONDS = 3600


def get_credentials(plane: Plane, order: Order) -> dict[str, Any]:
    """Return the ready tokens per workspace and role."""
    return _credentials(plane, order, order.parameters.get("workspace"))


def get_target(plane: Plane, order: Order) -> dict[str, Any]:
    """Return the description of this server that the conformance suite takes."""
    found = seeds.credentials(plane.storage, plane.secrets.keyring)
    return {
        "base_url": order.root,
        "documents": list(served.DOCUMENTS),
        "workspaces": {
            name: {"plan": one["plan"], "tokens": one["tokens"]}
            for name, one in found.items()
            if name in TARGET_WORKSPACES
        },
        "jwks_url": f"{order.root}/_mock/jwks.json",
        "state_url": f"{order.root}/_mock/states",
        "refused_tokens": wrong_tokens.refused(plane.secrets.keyring, clock.now()),
    }


def get_public_keys(plane: Plane, _order: Order) -> dict[str, Any]:
    """Return the public keys behind the JWTs."""
    return plane.secrets.keyring.jwks()


def create_workspace(plane: Plane, order: Order) -> dict[str, Any]:
    """Make a workspace that nothing else uses."""
    name, plan = f"ws-{secrets.token_hex(8)}", order.body.get("plan", "pro")
    if plan not in PLANS:
        raise OrderRefused(f"plan: {plan} is none of {', '.join(PLANS)}", "Leave it out for pro.")
    now = clock.now().replace(microsecond=0)
    with plane.storage.write() as session:
        workspace, brand = workspaces.add(session, name, plan, now)
        session.flush()
        for platform in dict.fromkeys(order.body.get("accounts", ())):
            try:
                fixtures.connect(session, workspace, brand, (platform, name), now)
            except fixtures.NotAFixture as error:
                raise OrderRefused(f"accounts: {error}", "Name platforms by their slugs.") from error
        workspace.billing_blocked_at = now if order.body.get("past_due") else None
    return _credentials(plane, order, name)


def issue_token(plane: Plane, order: Order) -> dict[str, str]:
    """Make a token of any kind."""
    if order.body["as"] == "key":
        return {"token": _new_key(plane, order)}
    restrictions = sorted({"scopes", "brand_ids"} & set(order.body))
    if restrictions:
        raise OrderRefused(f"{restrictions[0]}: only keys can be restricted", "Ask for a key: as=key.")
    kind: tokens.JwtKind = "dashboard_jwt" if order.body["as"] == "dashboard" else "oauth_token"
    with plane.storage.read() as session:
        subject = workspace_of(session, order.body).subject
    now = clock.now()
    # A token that has expired must have been issued before that.
    ends = now + timedelta(seconds=order.body.get("expires_in", HOUR_SECONDS))
    claims = tokens.claims_for(kind, subject, min(now, ends) - timedelta(seconds=1), ends)
    return {"token": plane.secrets.keyring.sign(kind, claims)}


def _credentials(plane: Plane, order: Order, only: str | None) -> dict[str, Any]:
    found = seeds.credentials(plane.storage, plane.secrets.keyring, only)
    if only is not None and not found:
        raise OrderRefused(f"there is no workspace {only}", "GET /_mock/credentials lists them.", "not_found")
    return {"base_url": order.root, "workspaces": found}


def _new_key(plane: Plane, order: Order) -> str:
    scopes = order.body.get("scopes", [])
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown:
        raise OrderRefused(
            f"scopes: {unknown[0]} is none of {', '.join(SCOPES)}", "Leave it out for all of them."
        )
    secret = tokens.new_api_key()
    with plane.storage.write() as session:
        workspace = workspace_of(session, order.body)
        session.add(_key(workspace, secret, scopes, _brands(session, workspace, order)))
    return secret


def _brands(session: Session, workspace: Workspace, order: Order) -> list[str]:
    for identifier in order.body.get("brand_ids", ()):
        brand = session.get(Brand, identifier)
        if brand is None or brand.workspace_id != workspace.id:
            raise OrderRefused(
                f"brand_ids: {workspace.name} has no brand {identifier}", "GET /v1/brands lists them."
            )
    return list(order.body.get("brand_ids", ()))


def _key(workspace: Workspace, secret: str, scopes: list[str], brand_ids: list[str]) -> ApiKey:
    return ApiKey(
        id=ids.new_uuid(),
        workspace_id=workspace.id,
        name="Made by the control plane",
        digest=tokens.digest(secret),
        preview=tokens.preview(secret),
        scopes=scopes,
        brand_ids=brand_ids,
        is_active=True,
        created_at=clock.now(),
    )
