"""Faults in mentions."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from dataclasses import replace
from typing import Any

import pytest
from faults.faulty import fault
from socialapi_stub import mentioning, platform_calls
from socialapi_stub.resources import mentions
from socialapi_stub.tables.mentions import Mention
from sqlalchemy import select


@fault("mentions/list_mentions/lists_the_newest_first")
def lists_the_oldest_mention_first(patch: pytest.MonkeyPatch) -> None:
    """Mentions stand in the order they came."""
    patch.setattr(mentions, "NEWEST", replace(mentions.NEWEST, descending=False))


@fault("mentions/list_mentions/looks_after_a_moment")
def lists_mentions_of_all_times(patch: pytest.MonkeyPatch) -> None:
    """`since` does not filter mentions."""
    original = mentions.list_mentions

    def list_mentions(call: Any, account_id: str, query: Any) -> Any:
        return original(call, account_id, {key: value for key, value in query.items() if key != "since"})

    patch.setattr(mentions, "list_mentions", list_mentions)


@fault(
    "across/platforms/does_what_the_platform_can/list_mentions",
    "across/platforms/does_what_the_platform_can/reply_to_mention",
)
def knows_mentions_on_every_platform(patch: pytest.MonkeyPatch) -> None:
    """A platform without mentions has none, and none to answer."""
    patch.setattr(
        mentions, "_require", lambda call, account, supported: platform_calls.require(call, account)
    )


@fault("mentions/reply_to_mention/answers_unknown_mentions")
def answers_any_mention(patch: pytest.MonkeyPatch) -> None:
    """An answer to a mention that does not exist goes to another."""

    def answered(session: Any, account: Any, body: Any) -> Any:
        return session.scalar(select(Mention).where(Mention.account_id == account.id).limit(1))

    patch.setattr(mentioning, "answered", answered)
