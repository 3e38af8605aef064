"""Faults in reviews."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead
from faults.key_faults import blind, changed
from socialapi_stub import reviewing
from socialapi_stub.resources import reviews


@fault("reviews/list_review_accounts/lists_accounts_that_can_have_reviews")
def hides_reviewed_accounts(patch: pytest.MonkeyPatch) -> None:
    """No account can have reviews."""
    changed(patch, reviews, "list_review_accounts", lambda body: {**body, "data": []})


@fault("reviews/list_review_accounts/filters_accounts_by_platform/instagram")
def ignores_the_platform_of_reviews(patch: pytest.MonkeyPatch) -> None:
    """The list of rated accounts is the same for every platform."""
    original = reviews.list_review_accounts
    patch.setattr(reviews, "list_review_accounts", lambda call, query: original(call, {}))


@fault("reviews/list_reviews/sums_reviews_up")
def sums_up_one_review_less(patch: pytest.MonkeyPatch) -> None:
    """The summary counts one review too few."""
    original = reviewing.summary

    def summary(*args: Any) -> Any:
        whole = original(*args)
        return {**whole, "total_count": max(0, whole["total_count"] - 1)}

    patch.setattr(reviewing, "summary", summary)


@fault("reviews/list_reviews/keeps_the_order")
def turns_the_orders_of_reviews_around(patch: pytest.MonkeyPatch) -> None:
    """Every order begins at its end."""
    turned = {
        name: type(order)(order.value, order.identifier, order.key, not order.descending)
        for name, order in reviews.ORDERS.items()
    }
    patch.setattr(reviews, "ORDERS", turned)


@fault("reviews/reply_to_review/answers_a_review")
def only_says_that_it_answers(patch: pytest.MonkeyPatch) -> None:
    """The answer to a review is not published."""

    def reply_to_review(call: Any, review_id: str, body: Any) -> Any:
        account = reviewing.account(call, body["account_id"])
        reviewing.one(call.session, account, review_id)
        return {"success": True, "reply_id": "r_0"}

    patch.setattr(reviews, "reply_to_review", reply_to_review)


@fault("reviews/reply_to_review/refuses_empty_answers")
def takes_empty_answers_for_broken_bodies(patch: pytest.MonkeyPatch) -> Middleware:
    """An answer without words counts as no JSON."""

    def spoil(reply: Reply) -> None:
        error = {**reply.json["error"], "code": "validation.body_invalid"}
        reply.json = {**reply.json, "error": error}

    return blind(spoil, lambda reply: reply.path.endswith("/reply") and b"text: " in reply.body)


@fault("reviews/reply_to_review/answers_unknown_reviews")
def takes_unknown_reviews_for_unknown_accounts(patch: pytest.MonkeyPatch) -> None:
    """A review that does not exist is answered like an account that does not."""
    instead(patch, reviewing, "one", "account.not_found")


@fault("reviews/platforms/knows_platforms_without_reviews")
def hides_accounts_without_reviews(patch: pytest.MonkeyPatch) -> None:
    """An account of a platform without reviews does not exist."""
    instead(patch, reviewing, "account", "account.not_found")
