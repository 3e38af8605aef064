"""Other orders, where the order is free."""

# ruff: noqa: ARG001 - a variant has the signature of every other

import hashlib
from typing import Any

import pytest
from faults.faulty import Middleware
from socialapi_stub import comment_filters, stories
from socialapi_stub.pages import Order
from socialapi_stub.resources import conversations, webhooks
from variants.varying import answers, is_json, met, operation_of, variant

FREE_LISTS = {
    "list_accounts": "data",
    "list_account_pages": "data",
    "list_brands": "data",
    "list_keys": "data",
    "list_key_scopes": "data",
    "list_webhooks": "data",
    "list_webhook_events": "data",
    "list_redirect_uris": "data",
    "list_twitter_credentials": "data",
    "list_review_accounts": "data",
    "list_facebook_login_pages": "pages",
    "list_pinterest_boards": "data",
    "list_pinterest_pins": "data",
    "list_instagram_collaborators": "data",
    "list_export_videos": "videos",
    "get_pending_connection": "pages",
}
SETS = ("events", "scopes", "brand_ids", "allowed_platforms")


def _shuffled(items: list[Any]) -> list[Any]:
    """Return the items in an order that is always the same and nobody can foresee."""
    return sorted(items, key=lambda item: hashlib.sha256(_name(item).encode()).digest())


def _name(item: Any) -> str:
    return str(item.get("id") or sorted(item.items(), key=str)) if isinstance(item, dict) else str(item)


@variant(
    "Order of lists",
    tries=("accounts/list_accounts/counts_what_it_lists", "across/lifecycle/shows_what_was_made/create_key"),
)
def lists_in_no_order(patch: pytest.MonkeyPatch) -> Middleware:
    """Lists whose order is promised nowhere come in an arbitrary one, always the same."""

    def shuffle(reply: Any) -> None:
        operation = operation_of(reply)
        field = FREE_LISTS.get(operation.operation_id) if operation else None
        if field and reply.status == 200 and is_json(reply) and field in reply.json:
            body = reply.json
            reply.json = {**body, field: _shuffled(body[field])}

    return answers(shuffle)


@variant(
    "Order of lists",
    tries=("posts/create_post/keeps_what_it_was_given", "webhooks/create_webhook/shows_the_secret_once"),
)
def keeps_sets_in_no_order(patch: pytest.MonkeyPatch) -> Middleware:
    """The targets of a post, the events of a webhook, the scopes and brands of a key come in an arbitrary
    order.
    """

    def shuffle(reply: Any) -> None:
        if is_json(reply):
            body = reply.json
            _shuffle_inside(body)
            reply.json = body

    return answers(shuffle)


def _shuffle_inside(node: Any) -> None:
    if isinstance(node, list):
        for item in node:
            _shuffle_inside(item)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == "targets" or (name in SETS and all(isinstance(item, str) for item in value)):
                node[name] = _shuffled(value)
            _shuffle_inside(value)


def _turned(patch: pytest.MonkeyPatch, module: Any, name: str) -> None:
    order: Order = getattr(module, name)
    other = Order(order.value, order.identifier, order.key, not order.descending)
    patch.setattr(module, name, other)


@variant(
    "Order of lists",
    "Order of deliveries",
    "Order of stories",
    tries=("across/pagination/walks_every_item_once", "across/pagination/walks_on_while_items_come_and_go"),
)
def turns_pages_around(patch: pytest.MonkeyPatch) -> None:
    """Pages whose order is promised nowhere come in the opposite one: comments and answers to them,
    conversations, deliveries, stories.
    """
    for module, name in (
        (comment_filters, "EARLIEST"),
        (comment_filters, "LATEST"),
        (conversations, "LATEST_FIRST"),
        (stories, "LATEST_FIRST"),
        (webhooks, "LATEST_FIRST"),
    ):
        _turned(patch, module, name)
    met()
