"""Faults in what workspaces learn of each other, beyond the ids in paths."""

# ruff: noqa: SLF001 - a fault reaches where the mistake would be made

from collections.abc import Mapping
from typing import Any

import pytest
from faults.faulty import fault
from socialapi_stub import (
    conversation_documents,
    credits,  # noqa: A004 - the API's own word
    drafting,
    event_log,
    message_files,
    pages,
    visibility,
)
from socialapi_stub.call import Call
from socialapi_stub.problems import Problem
from socialapi_stub.resources import conversations, webhooks
from socialapi_stub.tables import Account, Brand, Media, Page
from socialapi_stub.tables.conversations import Conversation
from socialapi_stub.tables.events import LoggedEvent
from socialapi_stub.tables.webhooks import WebhookDelivery
from sqlalchemy import func, select

UNKNOWN = "across/isolation/takes_foreign_ids_for_unknown"


@fault(UNKNOWN, f"{UNKNOWN}/list_events/account_id", f"{UNKNOWN}/list_events/resource_id")
def logs_for_everybody(patch: pytest.MonkeyPatch) -> None:
    """Whoever filters the log by an id sees the events about it, whosever they are."""
    original = event_log._kept

    def matching(call: Call, query: Mapping[str, Any]) -> Any:
        named = {name: query[name] for name in ("account_id", "resource_id") if name in query}
        statement = select(LoggedEvent) if named else select(LoggedEvent).where(*original(call))
        return statement.filter_by(**named)

    patch.setattr(event_log, "matching", matching)


@fault(UNKNOWN, f"{UNKNOWN}/list_conversations/account_id")
def shows_conversations_by_account(patch: pytest.MonkeyPatch) -> None:
    """A filter by account takes the place of the workspace."""
    original = conversations.list_conversations

    def list_conversations(call: Call, query: Any) -> Any:
        if "account_id" not in query:
            return original(call, query)
        named = select(Conversation).where(Conversation.account_id == query["account_id"])
        show = conversation_documents.conversation
        return pages.page(call, query, named, conversations.LATEST_FIRST, show)

    patch.setattr(conversations, "list_conversations", list_conversations)


@fault(UNKNOWN, f"{UNKNOWN}/send_message/attachments.source")
def sends_files_of_other_workspaces(patch: pytest.MonkeyPatch) -> None:
    """Any file of the library may be attached to a message."""
    original = message_files._media

    def media(call: Call, media_id: str) -> Media:
        return call.session.get(Media, media_id) or original(call, media_id)

    patch.setattr(message_files, "_media", media)


@fault(UNKNOWN, f"{UNKNOWN}/create_post/targets.page_id", f"{UNKNOWN}/update_post/targets.page_id")
def publishes_on_pages_of_other_workspaces(patch: pytest.MonkeyPatch) -> None:
    """A target may name any page that exists."""
    original = drafting._target

    def target(call: Call, position: int, given: Any) -> Any:
        page = call.session.get(Page, given.get("page_id") or "")
        kept = {name: each for name, each in given.items() if page is None or name != "page_id"}
        return original(call, position, kept)

    patch.setattr(drafting, "_target", target)


@fault(
    UNKNOWN,
    f"{UNKNOWN}/send_message/account_id",
    f"{UNKNOWN}/get_linkedin_insights/account_id",
    "across/isolation/hides_each_part/update_account_page/id",
)
def tells_whose_accounts_exist(patch: pytest.MonkeyPatch) -> None:
    """An account of another workspace is refused in other words than an unknown one."""
    original = visibility.account

    def account(call: Call, account_id: str) -> Account:
        try:
            return original(call, account_id)
        except Problem as problem:
            if call.session.get(Account, account_id) is None:
                raise
            raise Problem(problem.code, "the account belongs to somebody else") from None

    patch.setattr(visibility, "account", account)


@fault(
    "across/isolation/hides_each_part/get_webhook_delivery/did",
    "across/isolation/hides_each_part/get_webhook_delivery/id",
    "across/isolation/hides_each_part/retry_webhook_delivery/did",
    "across/isolation/hides_each_part/retry_webhook_delivery/id",
    "across/isolation/keeps_pairs_together/get_webhook_delivery",
    "across/isolation/keeps_pairs_together/retry_webhook_delivery",
)
def finds_deliveries_by_their_id_alone(patch: pytest.MonkeyPatch) -> None:
    """A delivery is shown whatever webhook the path names."""

    def found(call: Call, _webhook_id: str, delivery_id: str) -> WebhookDelivery:
        delivery = call.session.get(WebhookDelivery, delivery_id)
        if delivery is None:
            raise Problem("resource.not_found")
        return delivery

    patch.setattr(webhooks, "_delivery", found)


@fault("across/isolation/counts_only_its_own", "usage/get_usage/counts_brands")
def counts_the_brands_of_everybody(patch: pytest.MonkeyPatch) -> None:
    """The brands of all workspaces are counted together."""

    def brands_used(session: Any, _workspace: Any) -> int:
        return int(session.scalar(select(func.count()).select_from(Brand)) or 0)

    patch.setattr(credits, "brands_used", brands_used)
