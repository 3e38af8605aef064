"""The state machines. Written by `sapi generate` from spec/catalogues/states.yaml; do not edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

PostState = Literal[
    "draft",
    "scheduled",
    "publishing",
    "published",
    "partial",
    "failed",
    "cancelled",
]
TargetState = Literal[
    "pending",
    "publishing",
    "published",
    "failed",
]
AccountState = Literal[
    "active",
    "reconnect_required",
]
CheckoutState = Literal[
    "open",
    "paid",
    "failed",
    "expired",
]
WhatsappNumberState = Literal[
    "unverified",
    "verified",
    "registered",
]
WhatsappTemplateState = Literal[
    "PENDING",
    "APPROVED",
    "REJECTED",
    "PAUSED",
    "DISABLED",
]
CollaborationState = Literal[
    "pending",
    "accepted",
    "declined",
]
DeliveryState = Literal[
    "pending",
    "delivered",
    "failed",
]
MediaState = Literal[
    "pending",
    "ready",
    "failed",
]
ExportState = Literal[
    "pending",
    "processing",
    "completed",
    "failed",
]
InviteState = Literal[
    "active",
    "used",
    "expired",
    "revoked",
]
ConversationState = Literal[
    "active",
    "archived",
]
MessageState = Literal[
    "sent",
    "delivered",
    "read",
    "failed",
]


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a client sees a state: the `field` of the object that `operation` reads or lists.

    `says` tells per state what the field says where that is not the state's name, None where a list leaves it out.
    """

    operation: str
    field: str
    says: Mapping[str, str | bool | None]


@dataclass(frozen=True, slots=True)
class Machine:
    """The life of one kind of object.

    `transitions` are rows of state before, state after and trigger, with `new` and `removed` as the outer ends;
    `set_off` tells of triggers that happen during a call: the operation, and the code that answers it then.
    `actions` tells per operation and state whether it is `allowed` or `refused`, with the code that `refusals` has
    for the operation, else `refusal`; `undocumented` lists the states in which no source says what the operation
    does. `gone` is the code that answers every call about an object that no longer exists.
    """

    name: str
    initial: tuple[str, ...]
    states: Mapping[str, str]
    unreachable: tuple[str, ...]
    transitions: tuple[tuple[str, str, str], ...]
    set_off: Mapping[str, tuple[str, str]]
    gone: str | None
    refusal: str | None
    refusals: Mapping[str, str]
    actions: Mapping[str, Mapping[str, Literal["allowed", "refused"]]]
    undocumented: Mapping[str, tuple[str, ...]]
    shown: Shown | None


STATES: Mapping[str, Machine] = MappingProxyType(
    {
        "post": Machine(
            name="post",
            initial=("draft", "scheduled", "publishing"),
            states={
                "draft": "Saved, and waiting for somebody to schedule or publish it.",
                "scheduled": "Waiting for its time.",
                "publishing": "Being delivered to its targets.",
                "published": "Live on every target.",
                "partial": "Live on some targets, failed on others.",
                "failed": "Failed on every target.",
                "cancelled": "Withdrawn before it was delivered. A name kept for filters; no operation leads here.",
            },
            unreachable=("cancelled",),
            transitions=(
                ("new", "draft", "create_post"),
                ("new", "scheduled", "create_post"),
                ("new", "publishing", "create_post"),
                ("new", "draft", "import_posts"),
                ("new", "scheduled", "import_posts"),
                ("draft", "draft", "update_post"),
                ("draft", "scheduled", "update_post"),
                ("scheduled", "scheduled", "update_post"),
                ("scheduled", "draft", "update_post"),
                ("failed", "failed", "update_post"),
                ("draft", "publishing", "publish_post"),
                ("scheduled", "publishing", "publish_post"),
                ("scheduled", "publishing", "due"),
                ("publishing", "published", "all_delivered"),
                ("publishing", "partial", "some_delivered"),
                ("publishing", "failed", "none_delivered"),
                ("partial", "publishing", "retry_post"),
                ("failed", "publishing", "retry_post"),
                ("draft", "removed", "delete_post"),
                ("scheduled", "removed", "delete_post"),
                ("published", "removed", "delete_post"),
                ("partial", "removed", "delete_post"),
                ("failed", "removed", "delete_post"),
                ("published", "removed", "unpublish_post"),
                ("partial", "removed", "unpublish_post"),
            ),
            set_off={},
            gone="post.not_found",
            refusal="post.state_invalid",
            refusals={},
            actions={
                "update_post": {
                    "draft": "allowed",
                    "scheduled": "allowed",
                    "publishing": "refused",
                    "published": "refused",
                    "partial": "refused",
                    "failed": "allowed",
                },
                "publish_post": {
                    "draft": "allowed",
                    "scheduled": "allowed",
                    "publishing": "refused",
                    "published": "refused",
                    "partial": "refused",
                    "failed": "refused",
                },
                "retry_post": {
                    "draft": "refused",
                    "scheduled": "refused",
                    "publishing": "refused",
                    "published": "refused",
                    "partial": "allowed",
                    "failed": "allowed",
                },
                "delete_post": {
                    "draft": "allowed",
                    "scheduled": "allowed",
                    "publishing": "refused",
                    "published": "allowed",
                    "partial": "allowed",
                    "failed": "allowed",
                },
                "unpublish_post": {
                    "draft": "refused",
                    "scheduled": "refused",
                    "publishing": "refused",
                    "published": "allowed",
                    "partial": "allowed",
                    "failed": "refused",
                },
            },
            undocumented={
                "delete_post": ("publishing",),
                "unpublish_post": ("draft", "scheduled", "publishing", "failed"),
            },
            shown=Shown(says={}, operation="get_post", field="status"),
        ),
        "target": Machine(
            name="target",
            initial=("pending", "publishing"),
            states={
                "pending": "Its post is a draft or waits for its time.",
                "publishing": "Being delivered.",
                "published": "Live on the platform.",
                "failed": "Not taken by the platform; `error` says why.",
            },
            unreachable=(),
            transitions=(
                ("new", "pending", "create_post"),
                ("new", "publishing", "create_post"),
                ("new", "pending", "import_posts"),
                ("new", "pending", "update_post"),
                ("pending", "publishing", "publish_post"),
                ("pending", "publishing", "due"),
                ("publishing", "published", "delivered"),
                ("publishing", "failed", "refused"),
                ("failed", "publishing", "retry_post"),
                ("published", "removed", "delete_post"),
                ("published", "removed", "unpublish_post"),
            ),
            set_off={},
            gone=None,
            refusal=None,
            refusals={},
            actions={},
            undocumented={},
            shown=None,
        ),
        "account": Machine(
            name="account",
            initial=("active",),
            states={
                "active": "Connected and usable.",
                "reconnect_required": "The grant is lost; `reconnect_reason` says how, and connecting again mends it.",
            },
            unreachable=(),
            transitions=(
                ("new", "active", "connected"),
                ("active", "active", "connected"),
                ("active", "reconnect_required", "grant_lost"),
                ("active", "reconnect_required", "pages_lost"),
                ("reconnect_required", "active", "connected"),
                ("active", "removed", "revoked"),
                ("reconnect_required", "removed", "revoked"),
                ("active", "removed", "disconnect_account"),
                ("reconnect_required", "removed", "disconnect_account"),
            ),
            set_off={},
            gone=None,
            refusal=None,
            refusals={},
            actions={},
            undocumented={},
            shown=None,
        ),
        "checkout": Machine(
            name="checkout",
            initial=("open",),
            states={
                "open": "Waiting for the user to pay.",
                "paid": "Paid; the plan has changed.",
                "failed": "The payment was refused or the user gave up.",
                "expired": "Nobody paid in time.",
            },
            unreachable=(),
            transitions=(
                ("new", "open", "create_checkout"),
                ("open", "paid", "payment_taken"),
                ("open", "failed", "payment_refused"),
                ("open", "expired", "timed_out"),
            ),
            set_off={},
            gone=None,
            refusal=None,
            refusals={},
            actions={},
            undocumented={},
            shown=None,
        ),
        "whatsapp_number": Machine(
            name="whatsapp_number",
            initial=("unverified",),
            states={
                "unverified": "Nobody has proved to hold the number.",
                "verified": "A code proved who holds the number; it is not in use.",
                "registered": "In use; it can send and receive messages.",
            },
            unreachable=(),
            transitions=(
                ("new", "unverified", "connected"),
                ("unverified", "verified", "verify_whatsapp_code"),
                ("verified", "registered", "register_whatsapp_number"),
                ("registered", "verified", "deregister_whatsapp_number"),
            ),
            set_off={},
            gone=None,
            refusal="resource.conflict",
            refusals={},
            actions={
                "register_whatsapp_number": {
                    "unverified": "refused",
                    "verified": "allowed",
                    "registered": "allowed",
                }
            },
            undocumented={"register_whatsapp_number": ("registered",)},
            shown=None,
        ),
        "whatsapp_template": Machine(
            name="whatsapp_template",
            initial=("PENDING", "REJECTED"),
            states={
                "PENDING": "Waiting for WhatsApp's review.",
                "APPROVED": "Passed the review, and can be sent.",
                "REJECTED": "Failed the review.",
                "PAUSED": "Stopped by WhatsApp, because its quality dropped.",
                "DISABLED": "Taken out of use by WhatsApp.",
            },
            unreachable=(),
            transitions=(
                ("new", "PENDING", "create_whatsapp_template"),
                ("new", "REJECTED", "create_whatsapp_template"),
                ("PENDING", "APPROVED", "approved"),
                ("PENDING", "REJECTED", "rejected"),
                ("APPROVED", "PENDING", "update_whatsapp_template"),
                ("APPROVED", "PAUSED", "quality_dropped"),
                ("APPROVED", "DISABLED", "disabled"),
                ("PAUSED", "DISABLED", "disabled"),
                ("PENDING", "removed", "delete_whatsapp_template"),
                ("APPROVED", "removed", "delete_whatsapp_template"),
                ("REJECTED", "removed", "delete_whatsapp_template"),
                ("PAUSED", "removed", "delete_whatsapp_template"),
                ("DISABLED", "removed", "delete_whatsapp_template"),
            ),
            set_off={},
            gone="whatsapp.template_not_found",
            refusal="validation.field_invalid",
            refusals={},
            actions={
                "update_whatsapp_template": {
                    "PENDING": "refused",
                    "APPROVED": "allowed",
                    "REJECTED": "refused",
                    "PAUSED": "refused",
                    "DISABLED": "refused",
                }
            },
            undocumented={},
            shown=Shown(says={}, operation="get_whatsapp_template", field="status"),
        ),
        "collaboration": Machine(
            name="collaboration",
            initial=("pending",),
            states={
                "pending": "The invited account has not answered yet.",
                "accepted": "The post shows the invited account as an author.",
                "declined": "The invited account did not want it.",
            },
            unreachable=(),
            transitions=(
                ("new", "pending", "invited"),
                ("pending", "accepted", "accept_instagram_collaboration"),
                ("pending", "declined", "decline_instagram_collaboration"),
                ("pending", "removed", "lapsed"),
            ),
            set_off={},
            gone=None,
            refusal=None,
            refusals={},
            actions={},
            undocumented={},
            shown=None,
        ),
        "delivery": Machine(
            name="delivery",
            initial=("pending",),
            states={
                "pending": "Queued, or waiting for its next attempt.",
                "delivered": "Answered by the endpoint with a 2xx status.",
                "failed": "Given up after the last attempt, or after the only one of a test.",
            },
            unreachable=(),
            transitions=(
                ("new", "pending", "fired"),
                ("new", "pending", "test_webhook"),
                ("pending", "delivered", "accepted"),
                ("pending", "pending", "refused"),
                ("pending", "failed", "exhausted"),
                ("failed", "pending", "retry_webhook_delivery"),
            ),
            set_off={},
            gone=None,
            refusal="resource.conflict",
            refusals={},
            actions={
                "retry_webhook_delivery": {"pending": "refused", "delivered": "refused", "failed": "allowed"}
            },
            undocumented={"retry_webhook_delivery": ("pending", "delivered")},
            shown=Shown(says={}, operation="get_webhook_delivery", field="status"),
        ),
        "media": Machine(
            name="media",
            initial=("pending", "ready"),
            states={
                "pending": "Announced, but its bytes are not confirmed; posts cannot use it.",
                "ready": "Stored, and usable in posts.",
                "failed": "Verified without success, since the bytes were missing or went beyond the storage of the plan.",
            },
            unreachable=(),
            transitions=(
                ("new", "pending", "get_media_upload_url"),
                ("new", "ready", "upload_media"),
                ("pending", "ready", "verify_media"),
                ("pending", "failed", "missing"),
                ("pending", "failed", "oversized"),
                ("failed", "ready", "verify_media"),
                ("pending", "removed", "delete_media"),
                ("ready", "removed", "delete_media"),
                ("failed", "removed", "delete_media"),
            ),
            set_off={
                "missing": ("verify_media", "media.not_found"),
                "oversized": ("verify_media", "billing.storage_quota"),
            },
            gone="media.not_found",
            refusal=None,
            refusals={},
            actions={"verify_media": {"pending": "allowed", "ready": "allowed", "failed": "allowed"}},
            undocumented={"verify_media": ("failed",)},
            shown=Shown(says={"pending": None, "failed": None}, operation="list_media", field="status"),
        ),
        "export": Machine(
            name="export",
            initial=("pending",),
            states={
                "pending": "Waiting to be run.",
                "processing": "Reading the videos of the account.",
                "completed": "Finished; the videos and the reports can be read.",
                "failed": "Ended without a result; `error` says why.",
            },
            unreachable=(),
            transitions=(
                ("new", "pending", "create_export"),
                ("pending", "processing", "started"),
                ("processing", "completed", "finished"),
                ("processing", "failed", "aborted"),
            ),
            set_off={},
            gone=None,
            refusal="validation.field_invalid",
            refusals={},
            actions={
                "list_export_videos": {
                    "pending": "refused",
                    "processing": "refused",
                    "completed": "allowed",
                    "failed": "refused",
                }
            },
            undocumented={},
            shown=Shown(says={}, operation="get_export", field="status"),
        ),
        "invite": Machine(
            name="invite",
            initial=("active",),
            states={
                "active": "Waiting to be opened.",
                "used": "An account was connected through it.",
                "expired": "Not used in time.",
                "revoked": "Taken back.",
            },
            unreachable=(),
            transitions=(
                ("new", "active", "create_invite"),
                ("active", "used", "connected"),
                ("active", "expired", "ran_out"),
                ("active", "revoked", "revoke_invite"),
            ),
            set_off={},
            gone=None,
            refusal="invite.expired",
            refusals={"revoke_invite": "resource.not_found"},
            actions={
                "redeem_invite": {
                    "active": "allowed",
                    "used": "refused",
                    "expired": "refused",
                    "revoked": "refused",
                },
                "revoke_invite": {
                    "active": "allowed",
                    "used": "refused",
                    "expired": "allowed",
                    "revoked": "refused",
                },
            },
            undocumented={"revoke_invite": ("expired",)},
            shown=Shown(
                says={"active": True, "used": False, "expired": False, "revoked": False},
                operation="list_invites",
                field="is_active",
            ),
        ),
        "conversation": Machine(
            name="conversation",
            initial=("active",),
            states={
                "active": "In the list of conversations.",
                "archived": "Put away; listed only when archived conversations are asked for.",
            },
            unreachable=(),
            transitions=(
                ("new", "active", "received"),
                ("new", "active", "written"),
                ("active", "active", "received"),
                ("active", "archived", "update_conversation"),
                ("archived", "active", "update_conversation"),
                ("archived", "active", "received"),
            ),
            set_off={},
            gone=None,
            refusal=None,
            refusals={},
            actions={},
            undocumented={},
            shown=None,
        ),
        "message": Machine(
            name="message",
            initial=("sent",),
            states={
                "sent": "Taken by the platform.",
                "delivered": "On the participant's device.",
                "read": "Seen by the participant.",
                "failed": "Taken by the platform, but not delivered; only WhatsApp tells.",
            },
            unreachable=(),
            transitions=(
                ("new", "sent", "send_message"),
                ("new", "sent", "written"),
                ("sent", "delivered", "delivery_receipt"),
                ("sent", "read", "read_receipt"),
                ("sent", "failed", "failure_receipt"),
                ("delivered", "read", "read_receipt"),
            ),
            set_off={},
            gone=None,
            refusal=None,
            refusals={},
            actions={},
            undocumented={},
            shown=None,
        ),
    }
)
