"""Faults in the attempts at deliveries to webhooks."""

# ruff: noqa: SLF001 - a fault reaches where the mistake would be made

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from faults.faulty import fault
from socialapi_stub import deliveries, webhook_calls
from socialapi_stub.webhook_calls import Outcome, Parcel


def outcomes(patch: pytest.MonkeyPatch, change: Callable[[Outcome], Outcome]) -> None:
    """Let `change` make another outcome of every one."""
    original = webhook_calls.send
    patch.setattr(webhook_calls, "send", lambda parcel, settings: change(original(parcel, settings)))


@fault(
    "webhooks/create_webhook/takes_any_success",
    "webhooks/test_webhook/tells_how_a_test_went/taken",
    "webhooks/get_webhook_delivery/repeats_the_same_delivery",
    "webhooks/retry_webhook_delivery/retries_under_the_same_id",
    "across/machines/keeps_to_its_model/delivery",
)
def takes_200_alone(patch: pytest.MonkeyPatch) -> None:
    """A request counts as taken if it is answered with 200, and with no other status."""
    outcomes(patch, lambda one: one if one.status_code == 200 else replace(one, error_message="not 200"))


@fault(
    "webhooks/create_webhook/refuses_addresses_that_do_not_answer/unanswered",
    "webhooks/test_webhook/tells_how_a_test_went/unanswered",
    "webhooks/get_webhook_delivery/keeps_failed_attempts_waiting/unanswered",
)
def takes_silence_for_consent(patch: pytest.MonkeyPatch) -> None:
    """A request that is not answered counts as taken."""
    outcomes(patch, lambda one: one if one.status_code is not None else replace(one, error_message=""))


@fault("webhooks/get_webhook_delivery/keeps_to_the_schedule")
def waits_half_a_minute_every_time(patch: pytest.MonkeyPatch) -> None:
    """The pauses between attempts do not grow."""
    patch.setattr(deliveries, "DELAYS_SECONDS", (0, 30, 30, 30, 30))


@fault(
    "webhooks/get_webhook_delivery/keeps_to_the_schedule",
    "across/machines/keeps_to_its_model/delivery",
)
def gives_up_early(patch: pytest.MonkeyPatch) -> None:
    """A delivery has three attempts."""
    patch.setattr(deliveries, "ATTEMPTS", 3)


@fault("webhooks/get_webhook_delivery/repeats_the_same_delivery")
def sends_the_first_attempt_again(patch: pytest.MonkeyPatch) -> None:
    """Every attempt has the timestamp of the first, and is signed with it."""
    original = webhook_calls._headers
    first: dict[str, Any] = {}

    def headers(parcel: Parcel) -> Any:
        made = original(parcel)
        return first.setdefault(parcel.delivery_id, made) if parcel.kind == "event" else made

    patch.setattr(webhook_calls, "_headers", headers)
