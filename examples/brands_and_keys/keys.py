"""API keys: made, limited, given another secret, revoked; a secret is shown once."""

import json
import secrets
from typing import Any

import bodies
from callers import ADMIN, KEY_PREFIX, UNGATED, Caller, digest, needs
from flask import Blueprint
from flask.typing import ResponseReturnValue
from refusals import Refusal
from scopes import SCOPES
from storage import new_id, now, run

blueprint = Blueprint("keys", __name__)


@blueprint.get("/keys")
@needs(ADMIN)
def list_keys(caller: Caller) -> ResponseReturnValue:
    """Return every key, revoked ones included, oldest first."""
    rows = run("select * from keys where user_id = ? order by created_at, rowid", caller.user["id"])
    data = [_listed(key) for key in rows]
    return {"data": data, "count": len(data)}


@blueprint.post("/keys")
@needs(ADMIN)
def create_key(caller: Caller) -> ResponseReturnValue:
    """Make a key and show its secret."""
    body = bodies.read()
    made = new_key(caller.user["id"], bodies.name(body), _scopes(body), _brand_ids(body, caller))
    return made, 201


@blueprint.patch("/keys/<key_id>")
@needs(ADMIN)
def update_key(caller: Caller, key_id: str) -> ResponseReturnValue:
    """Rename or limit a key; what the body leaves out stays as it is."""
    body = bodies.read()
    changes: dict[str, Any] = {}
    if "name" in body:
        changes["name"] = bodies.name(body)
    if "scopes" in body:
        changes["scopes"] = _scopes(body)
    if "brand_ids" in body:
        changes["brand_ids"] = _brand_ids(body, caller)
    key = _active(caller, key_id)
    for column, value in changes.items():
        run(f"update keys set {column} = ? where id = ?", value, key["id"])  # noqa: S608 - names from above
    return _limits(_active(caller, key_id))


@blueprint.delete("/keys/<key_id>")
@needs(ADMIN)
def revoke_key(caller: Caller, key_id: str) -> ResponseReturnValue:
    """Make a key useless for good."""
    condition = "id = ? and user_id = ? and is_active"
    if not run(f"update keys set is_active = 0 where {condition}", key_id, caller.user["id"]).rowcount:  # noqa: S608 - a constant
        raise Refusal("resource.not_found", resource="key", id=key_id)
    return {"ok": True}


@blueprint.post("/keys/<key_id>/rotate")
@needs(ADMIN)
def rotate_key(caller: Caller, key_id: str) -> ResponseReturnValue:
    """Give a key another secret; the old one is useless from now on."""
    key, secret = _active(caller, key_id), _new_secret()
    run("update keys set digest = ?, preview = ? where id = ?", digest(secret), _preview(secret), key["id"])
    return _with_secret(key, secret)


@blueprint.get("/keys/scopes")
@needs(UNGATED)
def list_key_scopes(_caller: Caller) -> ResponseReturnValue:
    """Return what a key can be limited to."""
    data = [{"name": name, "group": group, "description": text} for name, group, text in SCOPES]
    return {"data": data, "count": len(data)}


def new_key(user_id: str, name: str, scopes: list[str], brand_ids: list[str]) -> dict[str, Any]:
    """Make a key and return it with its secret."""
    secret, key_id = _new_secret(), new_id()
    run(
        "insert into keys (id, user_id, name, digest, preview, scopes, brand_ids, created_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        *(key_id, user_id, name, digest(secret), _preview(secret), scopes, brand_ids, now()),
    )
    return _with_secret(run("select * from keys where id = ?", key_id).fetchone(), secret)


def _active(caller: Caller, key_id: str) -> Any:
    condition = "id = ? and user_id = ? and is_active"
    key = run(f"select * from keys where {condition}", key_id, caller.user["id"]).fetchone()  # noqa: S608 - a constant
    if key is None:
        raise Refusal("resource.not_found", resource="key", id=key_id)
    return key


def _scopes(body: bodies.Body) -> list[str]:
    scopes = bodies.texts(body, "scopes", most=100, longest=64)
    if not {name for name, _, _ in SCOPES}.issuperset(scopes):
        raise Refusal("validation.scope_invalid", field="scopes")
    return scopes


def _brand_ids(body: bodies.Body, caller: Caller) -> list[str]:
    brand_ids = bodies.texts(body, "brand_ids", most=1000, longest=255)
    rows = run("select id from brands where user_id = ?", caller.user["id"])
    if not {row["id"] for row in rows}.issuperset(brand_ids):
        raise Refusal("validation.brand_invalid", field="brand_ids")
    return brand_ids


def _new_secret() -> str:
    return KEY_PREFIX + secrets.token_hex(31)


def _preview(secret: str) -> str:
    return f"{secret[: len(KEY_PREFIX) + 4]}..."


def _limits(key: Any) -> dict[str, Any]:
    lists = {column: json.loads(key[column]) for column in ("scopes", "brand_ids")}
    return {"id": key["id"], "name": key["name"], **lists}


def _with_secret(key: Any, secret: str) -> dict[str, Any]:
    return {**_limits(key), "raw_key": secret, "message": "Keep this key: it is not shown again."}


def _listed(key: Any) -> dict[str, Any]:
    shown = {"preview": key["preview"], "created_at": key["created_at"]}
    return {**_limits(key), **shown, "is_active": bool(key["is_active"])}
