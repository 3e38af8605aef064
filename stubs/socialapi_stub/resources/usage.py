"""Usage: what the plan allows, and how much of it is used."""

from socialapi_contract.plans import PAGE_ALLOWANCE, PLANS

from socialapi_stub import clock, credits  # noqa: A004 - the API's own word
from socialapi_stub.call import Body, Call


def get_usage(call: Call) -> Body:
    """Return the counters of the current period beside their limits; -1 is no limit."""
    start, end = clock.period(call.workspace.created_at, call.now)
    brands, allowed = credits.brands_used(call.session, call.workspace), PLANS[call.workspace.plan].brands
    return {
        "brands_used": brands,
        "brands_limit": allowed,
        "posts_used": credits.used(call, "post"),
        "posts_limit": credits.limit(call, "post"),
        "interactions_used": credits.used(call, "interaction"),
        "interactions_limit": credits.limit(call, "interaction"),
        "profile_units_used": brands,
        "profile_units_limit": allowed,
        "page_allowance": PAGE_ALLOWANCE,
        "page_billing_exempt": False,
        "period_start": clock.text(start),
        "period_end": clock.text(end),
    }
