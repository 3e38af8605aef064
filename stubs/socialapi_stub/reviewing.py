"""Reviews: left by customers, found by their accounts, summed up, shown."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from socialapi_stub import clock, interactions, platform_calls, upstream, visibility
from socialapi_stub.call import Body, Call
from socialapi_stub.documents import present
from socialapi_stub.interactions import Deed
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.reviews import Review


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody thinks of a business; `name` is empty for those who do not tell."""

    name: str
    rating: int
    text: str


def account(call: Call, account_id: str) -> Account:
    """Return an account that can have reviews.

    Raises `account.not_found` and `account.platform_unsupported`.
    """
    found = visibility.account(call, account_id)
    if not PLATFORMS[found.platform].reviews.list:
        raise Problem("account.platform_unsupported")
    return found


def of(found: Account) -> Select[Review]:
    """Select the reviews of an account."""
    return select(Review).where(Review.account_id == found.id)


def one(session: Session, found: Account, review_id: str) -> Review:
    """Return a review of an account by its id or the platform's. Raises `resource.not_found`."""
    named = or_(Review.id == review_id, Review.platform_id == review_id)
    review = session.scalar(of(found).where(named))
    if review is None:
        raise Problem("resource.not_found", resource="review", id=review_id)
    return review


def leave(session: Session, found: Account, opinion: Opinion, at: datetime) -> Review:
    """Add the review of a customer; who says the same at the same time leaves the same review."""
    said = f"{opinion.name}/{opinion.text}/{clock.text(at)}"
    platform_id = f"{found.platform_account_id}/reviews/{upstream.letters(said, 24)}"
    picture = f"https://cdn.example.com/avatars/{found.platform}/{upstream.letters(opinion.name, 8)}.jpg"
    review = Review(
        id=interactions.identifier("review", found.platform, platform_id),
        account_id=found.id,
        account=found,
        platform_id=platform_id,
        author_name=opinion.name or None,
        author_picture=picture if opinion.name else None,
        rating=opinion.rating,
        text=opinion.text or None,
        created_at=at,
        updated_at=at,
    )
    session.add(review)
    return review


def summary(session: Session, found: Account) -> Body:
    """Return how an account is rated, over all of its reviews."""
    mean, count, _ = _totals(session, found)
    return {"average_rating": round(float(mean or 0), 2), "total_count": count}


def rated(call: Call, found: Account) -> Body:
    """Return an account with its ratings, or with what keeps the platform from telling them."""
    document = {"account_id": found.id, "platform": found.platform, "name": found.name}
    if found.status == "reconnect_required":
        return {**document, "status": "reconnection_required"}
    if platform_calls.ordered(call.session, found, call.operation.operation_id) is not None:
        return {**document, "status": "error"}
    _, _, latest = _totals(call.session, found)
    last = {"last_review_at": clock.optional_text(latest)}
    return {**document, "status": "ok", **summary(call.session, found), **last}


def document(row: Review) -> Body:
    """Return a review; what was not said is left out, and so is the answer until there is one."""
    reply = {"text": row.reply_text, "updated_at": clock.optional_text(row.replied_at)}
    optional = {"text": row.text, "reply": reply if row.reply_id else None}
    return {
        "id": row.id,
        "author": author(row),
        "rating": row.rating,
        **present(optional),
        "created_at": clock.text(row.created_at),
        "updated_at": clock.text(row.updated_at),
    }


def received(row: Review) -> Body:
    """Return what `review.received` says of a review."""
    said = Deed("review", row.account, row.platform_id, row.created_at, author(row), row.text or "")
    return interactions.document(replace(said, metadata={"star_rating": row.rating}))


def author(row: Review) -> Body:
    """Return who left a review, as far as they tell."""
    return present({"name": row.author_name, "avatar_url": row.author_picture})


def _totals(session: Session, found: Account) -> Any:
    numbers = select(func.avg(Review.rating), func.count(), func.max(Review.created_at))
    return session.execute(numbers.where(Review.account_id == found.id)).one()
