"""X app credentials: the default, those of brands, and a try whether a pair is good."""

from datetime import timedelta

from sqlalchemy import delete, func, select

from socialapi_stub import clock, ids, own_apps
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Brand
from socialapi_stub.tables.app_credentials import AppCredentials, CredentialsTest

PLATFORM = "twitter"
MOST_TESTS, WITHIN = 5, timedelta(minutes=1)


def list_twitter_credentials(call: Call) -> Body:
    """Return the default and those of brands, oldest first; never a secret."""
    data = [_document(each) for each in call.session.scalars(own_apps.listed(call, PLATFORM))]
    return {"data": data, "count": len(data)}


def set_twitter_credentials(call: Call, body: Body) -> None:
    """Store or replace the default."""
    own_apps.store(call, PLATFORM, None, body)


def delete_twitter_credentials(call: Call) -> None:
    """Remove the default; brands without a pair of their own can connect no account any more."""
    own_apps.remove(call, PLATFORM, None)


def set_brand_twitter_credentials(call: Call, brand_id: str, body: Body) -> None:
    """Store or replace the pair of one brand, which goes before the default."""
    own_apps.store(call, PLATFORM, _own_brand(call, brand_id), body)


def delete_brand_twitter_credentials(call: Call, brand_id: str) -> None:
    """Remove the pair of one brand, which uses the default from now on."""
    own_apps.remove(call, PLATFORM, _own_brand(call, brand_id))


def test_twitter_credentials(call: Call, body: Body) -> Body:
    """Return what X says of a pair; nothing is stored but that somebody asked."""
    _note_test(call)
    reason = own_apps.refusal(body, PLATFORM)
    return {"valid": True} if reason is None else {"valid": False, "reason": reason}


def _note_test(call: Call) -> None:
    own = CredentialsTest.workspace_id == call.workspace_id
    call.session.execute(delete(CredentialsTest).where(own, CredentialsTest.tried_at <= call.now - WITHIN))
    if (call.session.scalar(select(func.count()).select_from(CredentialsTest).where(own)) or 0) >= MOST_TESTS:
        raise Problem("byok.test_rate_limited")
    call.session.add(CredentialsTest(id=ids.new_uuid(), workspace_id=call.workspace_id, tried_at=call.now))


def _own_brand(call: Call, brand_id: str) -> Brand:
    brand = call.session.get(Brand, brand_id)
    if brand is None:
        raise Problem("brand.not_found")
    if brand.workspace_id != call.workspace_id:
        raise Problem("byok.credentials_forbidden")
    return brand


def _document(credentials: AppCredentials) -> Body:
    brand = {"brand_id": credentials.brand_id} if credentials.brand_id else {}
    return {
        **brand,
        "client_id_hint": credentials.client_id_hint,
        "created_at": clock.text(credentials.created_at),
        "updated_at": clock.text(credentials.updated_at),
    }
