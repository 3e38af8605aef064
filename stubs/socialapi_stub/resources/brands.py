"""Brands: what accounts are connected to."""

from collections import Counter

from sqlalchemy import func, select

from socialapi_stub import attaching, clock, credits, ids, visibility  # noqa: A004 - the API's own word
from socialapi_stub.call import Body, Call
from socialapi_stub.tables import Account, Brand


def list_brands(call: Call) -> Body:
    """Return every brand the caller may see, oldest first."""
    brand_ids = call.session.scalars(
        select(Account.brand_id).where(Account.workspace_id == call.workspace_id)
    )
    counts = Counter(brand_ids)
    brands = call.session.scalars(visibility.brands(call))
    data = [_document(brand, counts[brand.id]) for brand in brands]
    return {"data": data, "count": len(data)}


def create_brand(call: Call, body: Body) -> Body:
    """Add an empty brand if the plan has room for one more."""
    credits.require_room_for_brand(call.session, call.workspace, "billing.profile_units_limit")
    brand = Brand(
        id=ids.new_uuid(),
        workspace_id=call.workspace_id,
        name=body["name"],
        created_at=call.now,
        updated_at=call.now,
    )
    call.session.add(brand)
    return _document(brand, 0)


def update_brand(call: Call, brand_id: str, body: Body) -> Body:
    """Rename a brand."""
    brand = visibility.brand(call, brand_id)
    brand.name = body["name"]
    brand.updated_at = call.now
    accounts = select(func.count()).select_from(Account).where(Account.brand_id == brand.id)
    return _document(brand, call.session.scalar(accounts) or 0)


def delete_brand(call: Call, brand_id: str) -> None:
    """Remove a brand and disconnect its accounts; keys restricted to it keep its id and match nothing."""
    brand = visibility.brand(call, brand_id)
    for account in call.session.scalars(select(Account).where(Account.brand_id == brand.id)).all():
        attaching.detach(call.session, account)
    call.session.delete(brand)


def _document(brand: Brand, accounts_count: int) -> Body:
    return {
        "id": brand.id,
        "name": brand.name,
        "accounts_count": accounts_count,
        "created_at": clock.text(brand.created_at),
        "updated_at": clock.text(brand.updated_at),
    }
