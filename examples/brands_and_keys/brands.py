"""Brands: listed, made, renamed, deleted."""

from typing import Any

import bodies
from callers import ADMIN, Caller, needs
from flask import Blueprint
from flask.typing import ResponseReturnValue
from refusals import Refusal
from storage import new_id, now, run

ALLOWED = {"free": 2, "starter": 10, "pro": 50, "business": 200}

blueprint = Blueprint("brands", __name__)


@blueprint.get("/brands")
@needs("accounts:read")
def list_brands(caller: Caller) -> ResponseReturnValue:
    """Return the brands within the caller's reach, oldest first."""
    rows = run("select * from brands where user_id = ? order by created_at, rowid", caller.user["id"])
    data = [_shown(brand) for brand in rows if caller.sees(brand["id"])]
    return {"data": data, "count": len(data)}


@blueprint.post("/brands")
@needs(ADMIN)
def create_brand(caller: Caller) -> ResponseReturnValue:
    """Make a brand if the plan has room for it."""
    name, user, moment = bodies.name(bodies.read()), caller.user, now()
    made = run(
        "insert into brands select ?, ?, ?, ?, ? where (select count(*) from brands where user_id = ?) < ?",
        *(new_id(), user["id"], name, moment, moment),
        *(user["id"], ALLOWED[user["plan"]]),
    )
    if not made.rowcount:
        raise Refusal("billing.profile_units_limit", plan=user["plan"], max=ALLOWED[user["plan"]])
    return _shown(run("select * from brands where rowid = ?", made.lastrowid).fetchone()), 201


@blueprint.patch("/brands/<brand_id>")
@needs(ADMIN)
def update_brand(caller: Caller, brand_id: str) -> ResponseReturnValue:
    """Rename a brand."""
    renamed = run(
        "update brands set name = ?, updated_at = ? where id = ? and user_id = ?",
        *(bodies.name(bodies.read()), now(), brand_id, caller.user["id"]),
    )
    if not renamed.rowcount:
        raise Refusal("brand.not_found")
    return _shown(run("select * from brands where id = ?", brand_id).fetchone())


@blueprint.delete("/brands/<brand_id>")
@needs(ADMIN)
def delete_brand(caller: Caller, brand_id: str) -> ResponseReturnValue:
    """Delete a brand; keys that are limited to it stay so, and see nothing."""
    if not run("delete from brands where id = ? and user_id = ?", brand_id, caller.user["id"]).rowcount:
        raise Refusal("brand.not_found")
    return "", 204


def _shown(brand: Any) -> dict[str, Any]:
    fields = ("id", "name", "created_at", "updated_at")
    return {**{field: brand[field] for field in fields}, "accounts_count": 0}
