"""Reviews: which accounts are rated how, what was written, and what the business answers."""

from operator import attrgetter

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import (
    credits,  # noqa: A004 - the API's own word
    ids,
    pages,
    platform_calls,
    reviewing,
    visibility,
)
from socialapi_stub.call import Body, Call
from socialapi_stub.pages import Order
from socialapi_stub.tables import Account
from socialapi_stub.tables.reviews import Review

REVIEWED = [platform.slug for platform in PLATFORMS.values() if platform.reviews.list]
ORDERS = {
    "newest": Order(Review.created_at, Review.id, attrgetter("created_at", "id"), descending=True),
    "rating_asc": Order(Review.rating, Review.id, attrgetter("rating", "id")),
    "rating_desc": Order(Review.rating, Review.id, attrgetter("rating", "id"), descending=True),
}


def list_review_accounts(call: Call, query: Body) -> Body:
    """Return every account that can have reviews, those that cannot be asked included."""
    statement = visibility.accounts(call).where(Account.platform.in_(REVIEWED))
    if "platform" in query:
        statement = statement.where(Account.platform == query["platform"])
    return {"data": [reviewing.rated(call, account) for account in call.session.scalars(statement)]}


def list_reviews(call: Call, account_id: str, query: Body) -> Body:
    """Ask the platform for one page of the reviews of an account, and for the summary of all."""
    account = reviewing.account(call, account_id)
    platform_calls.require(call, account)
    page = pages.page(call, query, reviewing.of(account), ORDERS[query["order"]], reviewing.document)
    return {**page, "summary": reviewing.summary(call.session, account)}


def reply_to_review(call: Call, review_id: str, body: Body) -> Body:
    """Publish the answer of the business; an earlier one is replaced."""
    account = reviewing.account(call, body["account_id"])
    review = reviewing.one(call.session, account, review_id)
    platform_calls.require(call, account)
    credits.charge(call, "interaction")
    review.reply_id = f"r_{ids.new_uuid()[:8]}"
    review.reply_text = body["text"]
    review.replied_at = call.now
    return {"success": True, "reply_id": review.reply_id}
