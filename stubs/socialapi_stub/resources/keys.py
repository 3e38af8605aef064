"""API keys: made, restricted, rotated and revoked; the secret is shown once."""

from socialapi_contract.scopes import SCOPES
from sqlalchemy import select

from socialapi_stub import clock, ids, tokens
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import ApiKey, Brand

SHOWN_ONCE = "Store this key now: it cannot be shown again."


def list_keys(call: Call) -> Body:
    """Return every key of the workspace, revoked ones included, oldest first."""
    statement = select(ApiKey).where(ApiKey.workspace_id == call.workspace_id)
    keys = call.session.scalars(statement.order_by(ApiKey.created_at, ApiKey.id))
    data = [_listed(key) for key in keys]
    return {"data": data, "count": len(data)}


def create_key(call: Call, body: Body) -> Body:
    """Make a key and show its secret."""
    secret = tokens.new_api_key()
    key = ApiKey(
        id=ids.new_uuid(),
        workspace_id=call.workspace_id,
        name=body["name"],
        digest=tokens.digest(secret),
        preview=tokens.preview(secret),
        created_at=call.now,
    )
    _restrict(call, key, body.get("scopes", []), body.get("brand_ids", []))
    call.session.add(key)
    return _with_secret(key, secret)


def update_key(call: Call, key_id: str, body: Body) -> Body:
    """Rename or restrict a key; what the body leaves out stays, an empty list lifts a restriction."""
    key = _active_key(call, key_id)
    key.name = body.get("name", key.name)
    _restrict(call, key, body.get("scopes", key.scopes), body.get("brand_ids"))
    return _restrictions(key)


def revoke_key(call: Call, key_id: str) -> Body:
    """Make a key useless at once and for good; it stays in the list."""
    _active_key(call, key_id).is_active = False
    return {"ok": True}


def rotate_key(call: Call, key_id: str) -> Body:
    """Replace the secret of a key; the old one stops working at once."""
    key = _active_key(call, key_id)
    secret = tokens.new_api_key()
    key.digest = tokens.digest(secret)
    key.preview = tokens.preview(secret)
    return _with_secret(key, secret)


def list_key_scopes(call: Call) -> Body:  # noqa: ARG001 - every operation takes the call
    """Return the scopes a key can be restricted to."""
    data = [
        {"name": scope.name, "description": scope.description, "group": scope.group}
        for scope in SCOPES.values()
    ]
    return {"data": data, "count": len(data)}


def _active_key(call: Call, key_id: str) -> ApiKey:
    key = call.session.get(ApiKey, key_id)
    if key is None or key.workspace_id != call.workspace_id or not key.is_active:
        raise Problem("resource.not_found", resource="key", id=key_id)
    return key


def _restrict(call: Call, key: ApiKey, scopes: list[str], brand_ids: list[str] | None) -> None:
    for scope in scopes:
        if scope not in SCOPES:
            raise Problem("validation.scope_invalid", f"unknown scope: {scope}", field="scopes")
    # Ids that stay as they were are not asked about: a deleted brand remains in the list and matches nothing.
    for brand_id in brand_ids or []:
        brand = call.session.get(Brand, brand_id)
        if brand is None or brand.workspace_id != call.workspace_id:
            raise Problem("validation.brand_invalid", f"unknown brand: {brand_id}", field="brand_ids")
    key.scopes = list(dict.fromkeys(scopes))
    key.brand_ids = key.brand_ids if brand_ids is None else list(dict.fromkeys(brand_ids))


def _restrictions(key: ApiKey) -> Body:
    return {"id": key.id, "name": key.name, "scopes": key.scopes, "brand_ids": key.brand_ids}


def _with_secret(key: ApiKey, secret: str) -> Body:
    return {**_restrictions(key), "raw_key": secret, "message": SHOWN_ONCE}


def _listed(key: ApiKey) -> Body:
    return {
        **_restrictions(key),
        "preview": key.preview,
        "is_active": key.is_active,
        "last_used_at": clock.optional_text(key.last_used_at),
        "created_at": clock.text(key.created_at),
    }
