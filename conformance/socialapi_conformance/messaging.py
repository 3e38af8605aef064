"""Finds conversations in a given situation; the contract can start none, so they have to be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_contract.platforms import PLATFORMS, Messages

from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok
from socialapi_conformance.verdicts import NotVerified

MARGIN = timedelta(minutes=5)
"""How far from the edge of a window a conversation has to be to count as inside or outside."""

MESSAGING: Mapping[str, Messages] = {
    slug: platform.messages for slug, platform in PLATFORMS.items() if platform.messages is not None
}
"""Platforms with direct messages, and what these can be."""

RICH = tuple(slug for slug, rules in MESSAGING.items() if rules.interactive)
"""Those of them whose messages have interactive content."""

_OF_A_PLATFORM = ("platform.", "whatsapp.", "telegram.")


class Inbox:
    """The conversations of a workspace."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def conversations(self, **query: Any) -> list[dict[str, Any]]:
        """Return up to a hundred conversations that meet the filters."""
        answer = self._caller.call("list_conversations", query={"limit": 100, **query})
        found: list[dict[str, Any]] = ok(answer, 200)["data"]
        return found

    def any(self) -> dict[str, Any]:
        """Return a conversation; raises `NotVerified` when there is none."""
        return _first(iter(self.conversations()), f"the workspace {self._caller.workspace.name} has none")

    def unread(self) -> dict[str, Any]:
        """Return a conversation with unread messages; raises `NotVerified` when there is none."""
        unread = (each for each in self.conversations() if each["unread_count"])
        return _first(unread, "none has unread messages")

    def open(self, *platforms: str) -> dict[str, Any]:
        """Return a conversation whose person can be answered now; raises `NotVerified` when there is none."""
        within = (each for each in self._on(platforms) if self._is_open(each))
        return _first(within, f"none on {', '.join(platforms)} has an open window")

    def closed(self, platform: str, hours: int, most: int | None = None) -> dict[str, Any]:
        """Return a conversation whose person last wrote `hours` ago or earlier, but not before `most` hours.

        Raises `NotVerified` when there is none.
        """
        least = timedelta(hours=hours) + MARGIN
        longest = timedelta.max if most is None else timedelta(hours=most) - MARGIN
        for each in self._on((platform,)):
            silence = self._silence(each)
            if silence is not None and least < silence < longest:
                return each
        raise NotVerified(f"no conversation on {platform} has been silent for {hours} hours")

    def messages(self, conversation: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the latest messages of a conversation, the newest first."""
        answer = self._caller.call("list_messages", path=_path(conversation), query={"limit": 200})
        found: list[dict[str, Any]] = ok(answer, 200)["data"]
        return found

    def read(self, conversation: dict[str, Any]) -> dict[str, Any]:
        """Return the conversation as it is now."""
        found: dict[str, Any] = ok(self._caller.call("get_conversation", path=_path(conversation)), 200)[
            "data"
        ]
        return found

    def send(self, conversation: dict[str, Any], **body: Any) -> Answer:
        """Write to the person of a conversation, as the account it belongs to."""
        body = {"account_id": conversation["account_id"], **body}
        return self._caller.call("send_message", path=_path(conversation), body=body)

    def sent(self, conversation: dict[str, Any], **body: Any) -> Answer:
        """Send what is in order; raises `NotVerified` when the platform has reasons of its own against it."""
        answer = self.send(conversation, **body)
        if (answer.code() or "").startswith(_OF_A_PLATFORM) and answer.status != 410:
            raise NotVerified(f"{conversation['platform']} refused the message: {answer.summary()}")
        return answer

    def _on(self, platforms: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        for platform in platforms:
            yield from self.conversations(platform=platform)

    def _is_open(self, conversation: dict[str, Any]) -> bool:
        hours = MESSAGING[conversation["platform"]].window_hours
        silence = self._silence(conversation)
        return hours is None or (silence is not None and silence < timedelta(hours=hours) - MARGIN)

    def _silence(self, conversation: dict[str, Any]) -> timedelta | None:
        """Return how long ago the person last wrote, None when that cannot be seen."""
        incoming = (each for each in self.messages(conversation) if each["direction"] == "incoming")
        latest = next(incoming, None)
        if latest is None:
            return None
        return datetime.now(UTC) - datetime.fromisoformat(latest["created_at"])


def _path(conversation: dict[str, Any]) -> dict[str, str]:
    return {"id": conversation["id"]}


def _first(found: Iterator[dict[str, Any]], otherwise: str) -> dict[str, Any]:
    conversation = next(found, None)
    if conversation is None:
        raise NotVerified(f"a conversation is needed: {otherwise}")
    return conversation
