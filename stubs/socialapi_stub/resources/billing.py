"""Billing: what the plans cost and allow."""

from socialapi_contract.plans import PLANS, Plan

from socialapi_stub.call import Body, Call


def list_billing_plans(call: Call) -> Body:  # noqa: ARG001 - every operation takes the call
    """Return every plan; the catalogue has them from the cheapest to the most expensive."""
    return {"plans": [_document(plan) for plan in PLANS.values()]}


def _document(plan: Plan) -> Body:
    return {
        "tier": plan.tier,
        "name": plan.name,
        "tagline": plan.tagline,
        "monthly_price_usd": plan.monthly_price_usd,
        "annual_price_usd": plan.annual_price_usd,
        "popular": plan.popular,
        "limits": {
            "profiles": plan.brands,
            "posts_per_month": plan.posts_per_month,
            "interactions_per_month": plan.interactions_per_month,
            "storage_bytes": plan.storage_bytes,
            "event_retention_days": plan.event_retention_days,
            "exports_per_month": plan.exports_per_month,
        },
    }
