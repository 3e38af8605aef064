"""The scopes of restricted keys. Written by `sapi generate` from spec/catalogues/scopes.yaml; do not edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Scope = Literal[
    "accounts:read",
    "accounts:manage",
    "posts:read",
    "posts:write",
    "media:read",
    "media:write",
    "inbox:read",
    "inbox:write",
    "dms:read",
    "dms:send",
    "webhooks:manage",
    "analytics:read",
]


@dataclass(frozen=True, slots=True)
class ScopeInfo:
    """One scope; `account_level` scopes are refused to keys that are restricted to brands."""

    name: Scope
    group: str
    description: str
    account_level: bool


SCOPES: Mapping[str, ScopeInfo] = MappingProxyType(
    {
        "accounts:read": ScopeInfo(
            name="accounts:read",
            account_level=False,
            group="Accounts",
            description="See brands and accounts, with their pages and limits.",
        ),
        "accounts:manage": ScopeInfo(
            name="accounts:manage",
            account_level=False,
            group="Accounts",
            description="Connect, configure and disconnect accounts.",
        ),
        "posts:read": ScopeInfo(
            name="posts:read",
            account_level=False,
            group="Posts",
            description="See posts, how they fared on each platform, and their metrics.",
        ),
        "posts:write": ScopeInfo(
            name="posts:write",
            account_level=False,
            group="Posts",
            description="Write, change, publish and delete posts.",
        ),
        "media:read": ScopeInfo(
            name="media:read", account_level=False, group="Media", description="Browse the media library."
        ),
        "media:write": ScopeInfo(
            name="media:write",
            account_level=False,
            group="Media",
            description="Add media to the library and remove it.",
        ),
        "inbox:read": ScopeInfo(
            name="inbox:read",
            account_level=False,
            group="Inbox",
            description="Read comments, reviews and mentions.",
        ),
        "inbox:write": ScopeInfo(
            name="inbox:write",
            account_level=False,
            group="Inbox",
            description="Answer and moderate comments, reviews and mentions.",
        ),
        "dms:read": ScopeInfo(
            name="dms:read",
            account_level=False,
            group="Messages",
            description="Read direct-message conversations.",
        ),
        "dms:send": ScopeInfo(
            name="dms:send",
            account_level=False,
            group="Messages",
            description="Send direct messages and tend conversations.",
        ),
        "webhooks:manage": ScopeInfo(
            name="webhooks:manage",
            account_level=True,
            group="Account-level",
            description="Manage webhook endpoints and inspect their deliveries.",
        ),
        "analytics:read": ScopeInfo(
            name="analytics:read",
            account_level=True,
            group="Account-level",
            description="Read the event log and its summaries, and run exports.",
        ),
    }
)
