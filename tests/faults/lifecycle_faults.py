"""Faults in the lives of objects: made, changed, removed, and used when they are gone."""

# ruff: noqa: SLF001 - a fault reaches where the mistake would be made

import asyncio
from typing import Any

import pytest
from faults.faulty import Middleware, fault
from faults.key_faults import changed
from socialapi_stub import visibility
from socialapi_stub.call import Call
from socialapi_stub.problems import Problem
from socialapi_stub.resources import brands, keys, posts, webhooks
from socialapi_stub.tables import ApiKey, Brand, Post
from sqlalchemy import select, update
from starlette.types import ASGIApp, Receive, Scope, Send

MADE = "across/lifecycle/shows_what_was_made"
CHANGED = "across/lifecycle/changes_only_what_it_is_told"
REMOVED = "across/lifecycle/removes_one_object"
GONE = "across/lifecycle/knows_nothing_of_the_gone"
UNKNOWN = "across/lifecycle/takes_the_gone_for_unknown"


@fault(MADE, f"{MADE}/create_brand", CHANGED, f"{CHANGED}/update_brand")
def writes_names_its_own_way(patch: pytest.MonkeyPatch) -> None:
    """Brands are called in capitals, whatever was asked for."""
    original = brands._document
    patch.setattr(
        brands, "_document", lambda *given: {**original(*given), "name": original(*given)["name"].upper()}
    )


@fault(MADE, f"{MADE}/create_webhook")
def lists_events_that_nobody_asked_for(patch: pytest.MonkeyPatch) -> None:
    """The list of webhooks shows one event of each."""
    fewer = lambda body: {**body, "data": [{**each, "events": each["events"][:1]} for each in body["data"]]}  # noqa: E731 - named for its reader
    changed(patch, webhooks, "list_webhooks", fewer)


@fault(CHANGED, f"{CHANGED}/update_key")
def lifts_restrictions_by_the_way(patch: pytest.MonkeyPatch) -> None:
    """A key that is changed loses the scopes and brands that the change does not name."""
    original = keys.update_key
    nothing: dict[str, Any] = {"scopes": [], "brand_ids": []}
    patch.setattr(keys, "update_key", lambda call, key_id, body: original(call, key_id, {**nothing, **body}))


@fault(CHANGED, f"{CHANGED}/update_brand")
def renames_every_brand(patch: pytest.MonkeyPatch) -> None:
    """Renaming a brand renames those that were called the same."""
    original = brands.update_brand

    def update_brand(call: Call, brand_id: str, body: Any) -> Any:
        alike = update(Brand).where(Brand.name == visibility.brand(call, brand_id).name)
        call.session.execute(alike.values(name=body["name"]))
        return original(call, brand_id, body)

    patch.setattr(brands, "update_brand", update_brand)


@fault(REMOVED, f"{REMOVED}/delete_post")
def deletes_posts_that_say_the_same(patch: pytest.MonkeyPatch) -> None:
    """With a draft go all drafts of the same text."""
    original = posts.delete_post

    def delete_post(call: Call, post_id: str) -> Any:
        post = visibility.post(call, post_id)
        alike = select(Post).where(Post.text == post.text, Post.id != post.id, Post.status == post.status)
        for other in call.session.scalars(alike).all():
            call.session.delete(other)
        return original(call, post_id)

    patch.setattr(posts, "delete_post", delete_post)


@fault(
    REMOVED,
    f"{REMOVED}/revoke_key",
    GONE,
    f"{GONE}/revoke_key/id",
    f"{GONE}/rotate_key/id",
    f"{GONE}/update_key/id",
)
def changes_keys_that_are_revoked(patch: pytest.MonkeyPatch) -> None:
    """A revoked key can be changed, given a new secret and revoked again."""

    def key(call: Call, key_id: str) -> ApiKey:
        found = call.session.get(ApiKey, key_id)
        if found is None or found.workspace_id != call.workspace.id:
            raise Problem("resource.not_found", resource="key", id=key_id)
        return found

    patch.setattr(keys, "_active_key", key)


@fault(
    REMOVED,
    f"{REMOVED}/delete_brand",
    GONE,
    f"{GONE}/delete_brand/id",
    f"{GONE}/update_brand/id",
    f"{GONE}/set_brand_twitter_credentials/brand_id",
    UNKNOWN,
    f"{UNKNOWN}/assign_facebook_page/brand_id",
    f"{UNKNOWN}/connect_account/brand_id",
    f"{UNKNOWN}/create_invite/brand_id",
    f"{UNKNOWN}/create_key/brand_ids",
    f"{UNKNOWN}/list_invites/brand_id",
    f"{UNKNOWN}/update_key/brand_ids",
    "usage/get_usage/counts_brands",
)
def only_hides_deleted_brands(patch: pytest.MonkeyPatch) -> None:
    """A deleted brand leaves the list, and can be used by whoever has kept its id."""
    gone = "deleted: "
    original = brands.list_brands

    def list_brands(call: Call) -> Any:
        shown = [each for each in original(call)["data"] if not each["name"].startswith(gone)]
        return {"data": shown, "count": len(shown)}

    def delete_brand(call: Call, brand_id: str) -> None:
        brand = visibility.brand(call, brand_id)
        brand.name = f"{gone}{brand.name}"

    patch.setattr(brands, "list_brands", list_brands)
    patch.setattr(brands, "delete_brand", delete_brand)


@fault(
    "across/lifecycle/loses_what_belonged_to_the_gone",
    "webhooks/delete_webhook/sends_nothing_to_deleted_webhooks",
    REMOVED,
    f"{REMOVED}/delete_webhook",
)
def keeps_webhooks_for_their_deliveries(patch: pytest.MonkeyPatch) -> None:
    """A deleted webhook leaves the list alone, and goes on."""
    original = webhooks.list_webhooks
    gone: set[str] = set()

    def list_webhooks(call: Call) -> Any:
        shown = [each for each in original(call)["data"] if each["id"] not in gone]
        return {"data": shown, "count": len(shown)}

    def delete_webhook(call: Call, webhook_id: str) -> Any:
        gone.add(webhooks._webhook(call, webhook_id).id)
        return {"ok": True}

    patch.setattr(webhooks, "list_webhooks", list_webhooks)
    patch.setattr(webhooks, "delete_webhook", delete_webhook)


@fault("across/lifecycle/makes_two_at_once", "across/lifecycle/removes_once_at_once")
def breaks_down_under_two_calls(patch: pytest.MonkeyPatch) -> Middleware:  # noqa: ARG001 - of a fault
    """A change that comes in while another is being made is an internal error."""
    busy: list[str] = []

    def middleware(app: ASGIApp) -> ASGIApp:
        async def one_by_one(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http" or scope["method"] == "GET":
                await app(scope, receive, send)
                return
            if busy:
                await send({"type": "http.response.start", "status": 500, "headers": []})
                await send({"type": "http.response.body", "body": b"busy"})
                return
            busy.append(scope["path"])
            try:
                await asyncio.sleep(0.05)
                await app(scope, receive, send)
            finally:
                busy.pop()

        return one_by_one

    return middleware
