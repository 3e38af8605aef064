"""Billing: the plans, what they cost and what they allow."""

from typing import Any

from socialapi_contract.plans import PLANS

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok
from socialapi_conformance.registry import MUST, check

_BY_AGREEMENT = -1


@check(MUST, "list_billing_plans")
def lists_every_plan(api: Api) -> None:
    """Every plan is listed once, the cheapest first; a price by agreement comes last."""
    answer, plans = _plans(api)
    equal(answer, "the tiers", sorted(each["tier"] for each in plans), sorted(PLANS))
    prices = [each["monthly_price_usd"] for each in plans]
    ordered = sorted(prices, key=lambda price: (price == _BY_AGREEMENT, price))
    equal(answer, "the order of the prices", prices, ordered)


@check(MUST, "list_billing_plans")
def tells_what_a_plan_costs_and_allows(api: Api) -> None:
    """The published prices and limits of each plan; -1 means no limit, or a price by agreement."""
    answer, plans = _plans(api)
    for each in plans:
        plan = PLANS[each["tier"]]
        expected = {
            "monthly_price_usd": plan.monthly_price_usd,
            "profiles": plan.brands,
            "posts_per_month": plan.posts_per_month,
            "interactions_per_month": plan.interactions_per_month,
            "storage_bytes": plan.storage_bytes,
            "event_retention_days": plan.event_retention_days,
            "exports_per_month": plan.exports_per_month,
        }
        received = {"monthly_price_usd": each["monthly_price_usd"], **each["limits"]}
        equal(answer, f"the plan {plan.tier}", {name: received[name] for name in expected}, expected)


def _plans(api: Api) -> tuple[Answer, list[dict[str, Any]]]:
    answer = api.demo.call("list_billing_plans")
    return answer, ok(answer, 200)["plans"]
