"""Sending a direct message: who may write to whom and when, and what goes out."""

from collections.abc import Sequence
from datetime import timedelta
from typing import cast

from socialapi_contract.errors import ERRORS, ErrorCode
from socialapi_contract.platforms import PLATFORMS, Messages
from sqlalchemy import select

from socialapi_stub import (
    content,
    conversing,
    credits,  # noqa: A004 - the API's own word
    message_files,
    message_rules,
    platform_calls,
    visibility,
)
from socialapi_stub.call import Body, Call
from socialapi_stub.conversing import Bubble
from socialapi_stub.message_files import File
from socialapi_stub.problems import Problem, platform_code
from socialapi_stub.tables.conversations import Conversation, Message


def send(call: Call, conversation_id: str, body: Body) -> list[Message]:
    """Send a message and return what it became: the text, each file, and cards are messages of their own."""
    message_rules.require_sense(body)
    owner = conversing.one(call, conversation_id)
    rules = _rules(call, owner, body["account_id"])
    message_rules.require_fit(rules, body)
    files = message_files.read(call, body)
    message_files.require_fit(rules, files, body.get("text", ""))
    platform_calls.require(call, owner.account)
    _require_reachable(call, owner, rules, body.get("message_tag"))
    _require_known(call, owner, rules, files, body.get("reply_to_message_id"))
    credits.charge(call, "interaction")
    return conversing.write(call.session, owner, _bubbles(body, files), call.now, call.settings)


def _rules(call: Call, owner: Conversation, account_id: str) -> Messages:
    """Return the rules of the platform; the account has to be the one of the conversation."""
    account = visibility.account(call, account_id)
    rules = PLATFORMS[account.platform].messages
    if rules is None:
        raise Problem("resource.not_supported")
    if account.id != owner.account_id:
        raise Problem("conversation.not_found")
    return rules


def _require_reachable(call: Call, owner: Conversation, rules: Messages, tag: str | None) -> None:
    """Raise the refusal of the person, or what says that the window is closed."""
    if owner.refusal is not None:
        raise Problem(cast("ErrorCode", owner.refusal))
    if tag is None and call.workspace.beta_tester:
        tag = rules.beta_tag
    hours = rules.tags.get(tag, rules.window_hours) if tag else rules.window_hours
    if hours is None:
        return
    wrote = owner.last_incoming_at
    if wrote is None or wrote + timedelta(hours=hours) < call.now:
        raise Problem(_window_code(owner.platform))


def _require_known(
    call: Call, owner: Conversation, rules: Messages, files: Sequence[File], quoted: str | None
) -> None:
    """Raise the failure of a platform that finds neither the message to quote nor a file."""
    failure = platform_code(owner.platform, "api_error")
    if any(file.source_type == "url" and content.is_dead_address(file.source) for file in files):
        raise Problem(failure, "an attachment could not be fetched")
    if quoted is None or not rules.reply_to:
        return
    known = select(Message.id).where(Message.conversation_id == owner.id, Message.platform_id == quoted)
    if call.session.scalar(known) is None:
        raise Problem(failure, "the message to quote does not exist")


def _bubbles(body: Body, files: Sequence[File]) -> list[Bubble]:
    kind = message_rules.kind_of(body)
    extra = {kind: body[kind]} if kind else None
    said = Bubble(body.get("text", ""), interactive=extra if kind in message_rules.UNDER_A_TEXT else None)
    sent = [Bubble("", file.kind, file.address) for file in files]
    shown = [Bubble("", interactive=extra)] if kind == "cards" else []
    return [*([said] if said.text.strip() else []), *sent, *shown]


def _window_code(platform: str) -> ErrorCode:
    code = f"platform.{platform}.window_closed"
    return cast("ErrorCode", code if code in ERRORS else f"{platform}.window_closed")
