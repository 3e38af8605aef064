"""Every schema of the contract as a pydantic model. Written by `sapi generate`; do not edit."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from pydantic import AnyUrl, AwareDatetime, BaseModel, Field


class Checkout(BaseModel):
    """A checkout that waits for the user."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    checkout_url: Annotated[
        AnyUrl, Field(examples=["https://checkout.example.com/pay/4e0c7a18-6f52-4d39-b0a7-2c9d8e1f5b64"])
    ]
    """The payment provider's page to send the user to."""
    expires_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class CheckoutStatus(BaseModel):
    """How far a checkout has come."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[Literal["open", "paid", "failed", "expired"], Field(examples=["paid"])]
    """Whether the checkout still waits, and how it ended."""
    tier: Annotated[Literal["free", "starter", "pro", "business", "enterprise"], Field(examples=["pro"])]
    """The plan being bought."""


class CreateCheckout(BaseModel):
    """The plan to buy."""

    tier: Annotated[Literal["starter", "pro", "business"], Field(examples=["pro"])]
    """The plan. `free` is had by cancelling, `enterprise` by agreement."""
    interval: Annotated[Literal["month", "year"], Field(examples=["year"])] = "month"
    """How often the plan is paid."""
    return_url: Annotated[
        str | None,
        Field(examples=["https://dashboard.example.com/billing"], max_length=2048, pattern="^https?://"),
    ] = None
    """Where the payment provider sends the user afterwards."""


class CreatePortalSession(BaseModel):
    """Where to come back to."""

    return_url: Annotated[
        str | None,
        Field(examples=["https://dashboard.example.com/billing"], max_length=2048, pattern="^https?://"),
    ] = None
    """Where the payment provider sends the user afterwards."""


class ErrorBody(BaseModel):
    """What went wrong."""

    code: Annotated[str, Field(examples=["validation.field_required"])]
    """A stable code of the error catalogue, most of them `namespace.reason`."""
    message: Annotated[str, Field(examples=["A required field is missing."])]
    """For people and logs only; the wording may change."""
    meta: Annotated[dict[str, Any] | None, Field(examples=[{"field": "name"}])] = None
    """Details by key; absent when there is nothing to add."""


class ErrorResponse(BaseModel):
    """The envelope of every error. Match on `error.code`, never on the message."""

    error: ErrorBody
    request_id: Annotated[str, Field(examples=["a1b2c3d4"], pattern="^[a-zA-Z0-9_-]{1,64}$")]
    """Equals the `X-Request-ID` response header."""


class PortalSession(BaseModel):
    """The payment provider's page for a subscription."""

    portal_url: Annotated[AnyUrl, Field(examples=["https://billing.example.com/session/2c9d8e1f5b64"])]
    """The address to send the user to. It works once."""