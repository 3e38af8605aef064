"""The profile, the usage, and leaving."""

from collections.abc import Callable

import pytest
from stub.callers import Client, code

pytestmark = pytest.mark.usefixtures("reset")


def test_the_switches_can_be_changed(demo: Client) -> None:
    changed = demo.patch("/users/me", json={"lock_accounts_to_brand": True, "use_case": "studio"}).json()
    assert (changed["lock_accounts_to_brand"], changed["use_case"]) == (True, "studio")


def test_plan_and_address_cannot_be_changed(demo: Client) -> None:
    before = demo.get("/users/me").json()
    assert demo.patch("/users/me", json={"plan": "enterprise", "email": "x@example.com"}).json() == before


def test_the_introduction_ends_once(demo: Client) -> None:
    for onboarding in (False, True):
        changed = demo.patch("/users/me", json={"onboarding": onboarding}).json()
    assert changed["onboarding"] is False


def test_the_referral_is_never_shown(demo: Client) -> None:
    assert "referral" not in demo.patch("/users/me", json={"referral": "a friend"}).json()


def test_usage_counts_against_the_plan(free: Client) -> None:
    usage = free.get("/usage").json()
    assert (usage["posts_used"], usage["posts_limit"], usage["brands_used"], usage["brands_limit"]) == (
        0,
        10,
        1,
        2,
    )
    assert usage["period_start"] < usage["period_end"]


def test_a_deleted_user_takes_everything_along(as_role: Callable[..., Client]) -> None:
    roles = [as_role("disposable", role) for role in ("api_key", "dashboard_jwt", "oauth_token")]
    assert roles[0].delete("/users/me").json() == {"ok": True}
    refusals = [code(client.get("/users/me")) for client in roles]
    assert refusals == ["auth.invalid_key", "auth.user_not_found", "auth.user_not_found"]


def test_a_deleted_user_leaves_others_alone(as_role: Callable[..., Client], demo: Client) -> None:
    as_role("disposable").delete("/users/me")
    assert demo.get("/users/me").status_code == 200
