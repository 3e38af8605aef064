"""The plans as they are sold."""

from collections.abc import Callable

from stub.callers import Client


def test_the_plans_come_with_prices_and_limits(demo: Client) -> None:
    plans = demo.get("/billing/plans").json()["plans"]
    assert [plan["monthly_price_usd"] for plan in plans] == [0, 29, 109, 349, -1]
    assert [plan["tier"] for plan in plans if plan["popular"]] == ["pro"]


def test_the_plans_can_be_read_while_payment_is_missing(as_role: Callable[..., Client]) -> None:
    assert as_role("past_due").get("/billing/plans").status_code == 200
