"""Cases of `reviews` and `mentions`: what others say about an account."""

from datetime import UTC, datetime, timedelta

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Json, Workspace, all_same
from pydantic import ValidationError

LIST = "`GET /inbox/reviews`"


def held(here: Workspace, review: str) -> Json:
    found = here.get(f"/inbox/reviews/{here.account('google')}", limit=50)["data"]
    return next(one for one in found if one["id"] == review)


@drives("reviews.list", rests_on=LIST, strays=["list_review_accounts has no parameter 'account_id'"])
def cannot_read_the_list_of_rated_accounts(call: Caller, here: Workspace) -> None:
    here.trigger("review.received", "google")
    with pytest.raises(ValidationError) as refused:
        call("reviews", "list", account_id=here.account("google"))
    assert {error["loc"] for error in refused.value.errors()} == {
        ("id",),
        ("rating",),
        ("author",),
        ("created_at",),
    }


@drives(
    "reviews.list",
    rests_on=LIST,
    strays=[f"list_review_accounts has no parameter '{name}'" for name in ("since", "limit", "cursor")],
)
def cannot_read_even_an_empty_list_of_rated_accounts(call: Caller, _here: Workspace) -> None:
    since = datetime.now(UTC) - timedelta(days=1)
    with pytest.raises(ValidationError, match="accounts_queried"):
        call("reviews", "list", platform="instagram", since=since, limit=10, cursor="next")


@drives("reviews.reply")
def answers_a_review(call: Caller, here: Workspace) -> None:
    review = str(here.trigger("review.received", "google")["review_id"])
    made = call("reviews", "reply", review, account_id=here.account("google"), text="Thank you")
    assert (made.success, made.reply_id != "") == (True, True)
    assert held(here, review)["reply"]["text"] == "Thank you"


@drives("Review.reply", rests_on=LIST)
def has_no_listed_review_to_answer(call: Caller, here: Workspace) -> None:
    row = held(here, str(here.trigger("review.received", "google")["review_id"]))
    facts = {"platform": "google", "account_id": here.account("google"), "author": row["author"]["name"]}
    review = call.model("Review").model_validate({**row, **facts})
    with pytest.raises(socialapi.UnboundModelError):
        call.on(review, "reply", text="Thank you")


@drives("reviews.reply", rests_on="A platform without reviews")
def has_no_class_for_a_platform_without_reviews(call: Caller, here: Workspace) -> None:
    with pytest.raises(socialapi.APIStatusError) as refused:
        call("reviews", "reply", "any", account_id=here.account("threads"), text="Thank you")
    assert (type(refused.value), refused.value.status_code) == (socialapi.APIStatusError, 422)
    assert refused.value.code == "account.platform_unsupported"


@drives("mentions.list", facts={"accounts": ["instagram"]})
def lists_mentions(call: Caller, here: Workspace) -> None:
    for number in range(3):
        here.trigger("mention.received", "instagram", content={"text": f"Number {number}"})
    account = here.account("instagram")
    found = call.every(call("mentions", "list", account, limit=2))
    assert [one.content.text for one in found] == ["Number 2", "Number 1", "Number 0"]
    assert all_same(found, here.get(f"/accounts/{account}/mentions")["data"])
    assert len(call("mentions", "list", account, since=datetime.now(UTC) - timedelta(days=1))) == 3
    assert len(call("mentions", "list", account, since=datetime.now(UTC) + timedelta(days=1))) == 0
