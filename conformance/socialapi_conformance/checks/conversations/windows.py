"""Windows: how long a person can be answered, and what stretches that time."""

from typing import cast

from socialapi_contract.errors import ERRORS, ErrorCode

from socialapi_conformance.api import Api
from socialapi_conformance.expect import ok, problem
from socialapi_conformance.messaging import MESSAGING, RICH, Inbox
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_WITH_WINDOW = {slug: slug for slug, rules in MESSAGING.items() if rules.window_hours is not None}
_RICH = {slug: slug for slug in RICH}
_DAY, _WEEK = 24, 7 * 24
_TAG = "HUMAN_AGENT"


@check(MUST, "send_message", "overview: Response format", over=_WITH_WINDOW)
def closes_after_a_day(api: Api, platform: str) -> None:
    """More than 24 hours after the person's last message, writing is refused with 410."""
    if platform in RICH and ok(api.demo.call("get_me"), 200)["beta_tester"]:
        raise NotVerified("for beta testers the window may be longer")
    inbox = Inbox(api.demo)
    answer = inbox.send(inbox.closed(platform, _DAY), text=api.word("text"))
    problem(answer, 410, _closed(platform))


@check(MUST, "send_message", over=_RICH)
def is_stretched_by_a_tag(api: Api, platform: str) -> None:
    """With the tag HUMAN_AGENT a person can be answered after more than 24 hours."""
    inbox = Inbox(api.demo)
    conversation = inbox.closed(platform, _DAY, _WEEK)
    ok(inbox.sent(conversation, text=api.word("text"), message_tag=_TAG), 200)


@check(MUST, "send_message", over={"instagram": "instagram"})
def is_stretched_to_a_week(api: Api, platform: str) -> None:
    """On Instagram the tag HUMAN_AGENT stretches the window to 7 days and no further: 410 afterwards."""
    inbox = Inbox(api.demo)
    answer = inbox.send(inbox.closed(platform, _WEEK), text=api.word("text"), message_tag=_TAG)
    problem(answer, 410, _closed(platform))


@check(MUST, "send_message", over=_RICH)
def knows_its_tags(api: Api, platform: str) -> None:
    """A tag that the platform does not know is refused with 400 validation.invalid_message_tag."""
    inbox = Inbox(api.demo)
    answer = inbox.send(inbox.open(platform), text=api.word("text"), message_tag="BIRTHDAY")
    problem(answer, 400, "validation.invalid_message_tag")


def _closed(platform: str) -> ErrorCode:
    """Return the code that tells of the closed window of a platform."""
    codes = (f"platform.{platform}.window_closed", f"{platform}.window_closed")
    return cast("ErrorCode", next(code for code in codes if code in ERRORS))
