"""Cases of `brands`, `invites`, `keys`, `oauth`, `usage` and `users`: the workspace itself."""

from typing import Any

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Workspace, all_same, same
from stub.callers import web

REDIRECTS = "Redirect URIs and X credentials"
CALLBACK = "https://shop.example.com/connected"


def listed(here: Workspace, path: str, found: Any) -> dict[str, Any]:
    """Return the document of what the client found, empty if the mock does not list it."""
    return next((one for one in here.get(path)["data"] if one["id"] == found.id), {})


@drives("brands.list", "brands.create")
def lists_the_brands_with_a_new_one(call: Caller, here: Workspace) -> None:
    made = call("brands", "create", name="Harbour")
    assert same(made, listed(here, "/brands", made))
    found = call("brands", "list")
    assert made.id in {one.id for one in found}
    assert all_same(found, here.get("/brands")["data"])


@drives("brands.update", "Brand.update")
def renames_a_brand(call: Caller, here: Workspace) -> None:
    made = call("brands", "create", name="Before")
    assert call("brands", "update", made.id, name="Between").name == "Between"
    assert call.on(made, "update", name="After").name == "After"
    assert listed(here, "/brands", made)["name"] == "After"


@drives("brands.delete", "Brand.delete")
def deletes_brands(call: Caller, here: Workspace) -> None:
    one, two = (call("brands", "create", name=name) for name in ("One", "Two"))
    assert call("brands", "delete", one.id) is None
    assert call.on(two, "delete") is None
    assert (listed(here, "/brands", one), listed(here, "/brands", two)) == ({}, {})


@drives("invites.create", "invites.list", facts={})
def lists_a_new_invite(call: Caller, here: Workspace) -> None:
    made = call("invites", "create", brand_id=here.brand, platform="instagram", expires_in_days=30)
    (found,) = call("invites", "list", here.brand)
    held = here.get("/invites", brand_id=here.brand)["data"]
    assert (found.id, found.token, found.is_active) == (made.id, made.token, True)
    assert all_same([found], held)
    assert same(made, held[0])


@drives("invites.revoke", "Invite.revoke", "InviteListItem.revoke", facts={})
def revokes_invites(call: Caller, here: Workspace) -> None:
    platforms = ("instagram", "threads", "tiktok")
    one, two, three = (
        call("invites", "create", brand_id=here.brand, platform=platform) for platform in platforms
    )
    assert call("invites", "revoke", one.id) is None
    assert call.on(two, "revoke") is None
    found = call("invites", "list", here.brand)
    assert call.on(next(each for each in found if each.id == three.id), "revoke") is None
    assert not any(each["is_active"] for each in here.get("/invites", brand_id=here.brand)["data"])


@drives("keys.create", "keys.list")
def lists_a_new_key_and_lets_it_in(call: Caller, here: Workspace) -> None:
    made = call("keys", "create", name="Nightly")
    found = call("keys", "list")
    assert all_same(found, here.get("/keys")["data"])
    assert next(one for one in found if one.id == made.id).name == "Nightly"
    answer = web.get(f"{here.url}/v1/users/me", headers={"Authorization": f"Bearer {made.raw_key}"})
    assert answer.json()["id"] == call("users", "get_me").id


@drives("keys.revoke", "APIKey.revoke")
def revokes_keys(call: Caller, here: Workspace) -> None:
    one, two = (call("keys", "create", name=name) for name in ("One", "Two"))
    assert call("keys", "revoke", one.id) is None
    assert call.on(next(each for each in call("keys", "list") if each.id == two.id), "revoke") is None
    active = {each["id"] for each in here.get("/keys")["data"] if each["is_active"]}
    assert active.isdisjoint({one.id, two.id})


@drives("oauth.create_redirect_uri", "oauth.list_redirect_uris", facts={}, role="dashboard_jwt")
def lists_a_new_redirect_uri(call: Caller, here: Workspace) -> None:
    made = call("oauth", "create_redirect_uri", uri=CALLBACK, label="Shop")
    held = here.get("/oauth/redirect-uris")["data"]
    assert (made.uri, made.label) == (CALLBACK, "Shop")
    assert same(made, held[0])
    assert all_same(call("oauth", "list_redirect_uris"), held)


@drives("oauth.delete_redirect_uri", "OAuthRedirectURI.delete", facts={}, role="dashboard_jwt")
def deletes_redirect_uris(call: Caller, here: Workspace) -> None:
    one, two = (call("oauth", "create_redirect_uri", uri=CALLBACK + suffix) for suffix in ("/1", "/2"))
    assert call("oauth", "delete_redirect_uri", one.id) is None
    assert call.on(two, "delete") is None
    assert here.get("/oauth/redirect-uris")["data"] == []


@drives(
    "oauth.create_redirect_uri",
    "oauth.list_redirect_uris",
    "oauth.delete_redirect_uri",
    rests_on=REDIRECTS,
)
def a_key_has_no_redirect_uris(call: Caller, _here: Workspace) -> None:
    refusals = []
    for method, given in (("list", {}), ("create", {"uri": CALLBACK}), ("delete", {"uri_id": "any"})):
        with pytest.raises(socialapi.ForbiddenError) as refused:
            call("oauth", f"{method}_redirect_uri{'s' if method == 'list' else ''}", **given)
        refusals.append(refused.value.code)
    assert refusals == ["auth.dashboard_only"] * 3


@drives("usage.get")
def reads_the_usage(call: Caller, here: Workspace) -> None:
    found = call("usage", "get")
    assert found.brands_used == len(here.get("/brands")["data"])
    assert same(found, here.get("/usage"))


@drives("users.get_me", "users.update_me")
def reads_and_changes_the_user(call: Caller, here: Workspace) -> None:
    assert same(
        call("users", "update_me", onboarding=False, use_case="agency", referral="a friend"),
        here.get("/users/me"),
    )
    found = call("users", "get_me")
    assert (found.onboarding, same(found, here.get("/users/me"))) == (False, True)


@drives("users.delete_me", facts={})
def a_deleted_user_is_locked_out(call: Caller, _here: Workspace) -> None:
    assert call("users", "delete_me") is None
    with pytest.raises(socialapi.AuthenticationError):
        call("users", "get_me")


@drives("SocialAPI.with_options", "SocialAPI.close")
def another_client_has_the_same_key(call: Caller, here: Workspace) -> None:
    other = Caller(call.on(call.client, "with_options", timeout=5, max_retries=1), call.runner)
    assert other("users", "get_me").id == here.get("/users/me")["id"]
    assert call.on(other.client, "close") is None
    with pytest.raises(RuntimeError, match="closed"):
        other("users", "get_me")
