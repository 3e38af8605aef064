"""Arranges posts in a given state, through the API alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok
from socialapi_conformance.samples import in_days
from socialapi_conformance.verdicts import NotVerified

TERMINAL = ("published", "partial", "failed")

PATIENCE = 30.0
"""Seconds a delivery may take before the state counts as out of reach; no source promises any number."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 0.5


def working_accounts(caller: Caller, platform: str) -> list[dict[str, Any]]:
    """Return the usable accounts of a workspace on a platform."""
    accounts = ok(caller.call("list_accounts"), 200)["data"]
    return [each for each in accounts if each["platform"] == platform and each["status"] == "active"]


def working_account(caller: Caller, platform: str) -> dict[str, Any]:
    """Return the first usable account on a platform; raises `NotVerified` when the workspace has none."""
    for account in working_accounts(caller, platform):
        return account
    raise NotVerified(f"the workspace {caller.workspace.name} has no working account of {platform}")


def stored_copies(caller: Caller, account_id: str) -> tuple[Answer, list[str]]:
    """Return the platform's ids of the copies on an account, from up to 100 of the stored posts."""
    listed = caller.call("list_posts", query={"account_ids": account_id, "limit": 100})
    targets = [target for post in ok(listed, 200)["data"] for target in post["targets"]]
    own = [target for target in targets if target["account_id"] == account_id]
    return listed, [target["platform_post_id"] for target in own if "platform_post_id" in target]


class Posts:
    """Makes posts as `caller`, which removes them when the check is over."""

    def __init__(self, api: Api, caller: Caller | None = None) -> None:
        self._api = api
        self._caller = caller or api.demo

    def account(self, *, text_only: bool = True, unlike: str = "") -> dict[str, Any]:
        """Return a usable account that takes posts of text alone, of another platform than `unlike`."""
        for account in self._accounts():
            platform = PLATFORMS.get(account["platform"])
            if account["platform"] == unlike or platform is None or platform.publishing is None:
                continue
            rules = platform.publishing
            plain = rules.capabilities.text_only and not rules.required_to_publish and not platform.pages
            if plain or not text_only:
                return account
        raise NotVerified(f"the workspace {self._caller.workspace.name} has no account that takes text alone")

    def create(self, **body: Any) -> Answer:
        """Create a post with a text of its own, changed by `body`."""
        return self._caller.call("create_post", body={"text": self._api.word("post"), **body})

    def made(self, **body: Any) -> dict[str, Any]:
        """Create a post and return it."""
        post: dict[str, Any] = ok(self.create(**body), 201, 207, 422)
        return post

    def read(self, post_id: str) -> dict[str, Any]:
        """Return the post as it is now."""
        post: dict[str, Any] = ok(self._caller.call("get_post", path={"pid": post_id}), 200)
        return post

    def settled(self, post_id: str) -> dict[str, Any]:
        """Return the post once its delivery has ended; raises `NotVerified` when that takes too long."""
        deadline, pause = time.monotonic() + PATIENCE, _FIRST_PAUSE
        while (post := self.read(post_id))["status"] not in TERMINAL:
            if time.monotonic() > deadline:
                raise NotVerified(f"the post was still {post['status']} after {PATIENCE:.0f} s")
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        return post

    def published(self) -> dict[str, Any]:
        """Return a published post."""
        return self._ended("published", targets=[self._target()])

    def in_state(self, state: str) -> dict[str, Any]:
        """Return a post in `state`; raises `NotVerified` when the state cannot be reached from outside."""
        match state:
            case "draft":
                return self.made(targets=[self._target()])
            case "scheduled":
                return self.made(targets=[self._target()], scheduled_at=in_days(30))
            case "published":
                return self.published()
            case "failed":
                return self._ended(
                    "failed", targets=[self._target() | self._missing_media()], skip_validation=True
                )
            case "partial":
                second = {"account_id": self.account(unlike=self.account()["platform"])["id"]}
                targets = [self._target(), second | self._missing_media()]
                return self._ended("partial", targets=targets, skip_validation=True)
        raise NotVerified(f"a post does not stay {state} long enough to be tried")

    def _ended(self, state: str, **body: Any) -> dict[str, Any]:
        post = self.settled(self.made(publish_now=True, **body)["id"])
        if post["status"] != state:
            raise NotVerified(f"a delivery meant to end as {state} ended as {post['status']}")
        return post

    def _target(self) -> dict[str, Any]:
        return {"account_id": self.account()["id"]}

    def _missing_media(self) -> dict[str, Any]:
        """Return media that the platform cannot be given, so that the delivery fails."""
        return {"media": [{"source_type": "media_id", "source": self._api.unknown_id()}]}

    def _accounts(self) -> Iterator[dict[str, Any]]:
        accounts = ok(self._caller.call("list_accounts"), 200)["data"]
        yield from (account for account in accounts if account["status"] == "active")
