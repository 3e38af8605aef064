"""What the server remembers: one class per table, one module per resource.

This module holds what several resources share. Modules beside it are found when the package is imported.
"""

import importlib
import pkgutil
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from socialapi_stub.tables.base import Instant, Table, reference
from socialapi_stub.tables.media import Media

__all__ = [
    "Account",
    "ApiKey",
    "Brand",
    "Connection",
    "CreditUse",
    "Instant",
    "Media",
    "Page",
    "Post",
    "ServerFact",
    "Table",
    "Target",
    "Workspace",
    "reference",
]


class ServerFact(Table):
    """A value the server keeps about itself: its seed, its secrets, its clock."""

    __tablename__ = "server_facts"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Workspace(Table):
    """A customer: the user behind the tokens, the plan, the switches.

    `subject` is the `sub` of its tokens, `name` what the control plane calls it.
    """

    __tablename__ = "workspaces"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str]
    plan: Mapped[str]
    created_at: Mapped[datetime]
    avatar_url: Mapped[str | None]
    use_case: Mapped[str | None]
    referral: Mapped[str | None]
    onboarding: Mapped[bool] = mapped_column(default=True)
    beta_tester: Mapped[bool] = mapped_column(default=False)
    lock_accounts_to_brand: Mapped[bool] = mapped_column(default=False)
    allowed_platforms: Mapped[list[str]] = mapped_column(default=list)
    billing_blocked_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class ApiKey(Table):
    """An API key. Only the digest of the secret is kept; a revoked key stays listed."""

    __tablename__ = "api_keys"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    name: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    preview: Mapped[str]
    scopes: Mapped[list[str]] = mapped_column(default=list)
    brand_ids: Mapped[list[str]] = mapped_column(default=list)
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    __table_args__ = (Index("api_keys_listed", "workspace_id", "created_at", "id"),)


class Brand(Table):
    """A brand of a workspace."""

    __tablename__ = "brands"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    name: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    __table_args__ = (Index("brands_listed", "workspace_id", "created_at", "id"),)


class Account(Table):
    """A connected social account.

    Disconnecting removes the row; a social account is connected once at most.
    """

    __tablename__ = "accounts"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    brand_id: Mapped[str] = mapped_column(reference("brands.id"), index=True)
    platform: Mapped[str]
    platform_account_id: Mapped[str]
    name: Mapped[str]
    username: Mapped[str]
    status: Mapped[str] = mapped_column(default="active")
    reconnect_reason: Mapped[str | None]
    profile_picture_url: Mapped[str | None]
    bio: Mapped[str | None]
    login_id: Mapped[str | None] = mapped_column(index=True)
    details: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    pages: Mapped[list["Page"]] = relationship(
        back_populates="account", order_by="Page.position", cascade="all, delete-orphan", lazy="selectin"
    )
    __table_args__ = (
        UniqueConstraint("platform", "platform_account_id"),
        Index("accounts_listed", "workspace_id", "created_at", "id"),
    )


class Page(Table):
    """A page of an account on a platform that has pages.

    One that `is_lost` belongs to the account still, but the login has no access to it any more.
    """

    __tablename__ = "pages"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True), index=True)
    position: Mapped[int]
    platform_page_id: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=True)
    is_default: Mapped[bool] = mapped_column(default=False)
    is_lost: Mapped[bool] = mapped_column(default=False)
    details: Mapped[dict[str, Any] | None]
    account: Mapped[Account] = relationship(back_populates="pages")


class Connection(Table):
    """A connect flow that waits for the user's consent; `state` is the token that names it.

    `key_id` is the API key it was started with, which alone may exchange a code for it.
    """

    __tablename__ = "connections"
    state: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    key_id: Mapped[str | None]
    platform: Mapped[str]
    brand_id: Mapped[str | None]
    redirect_uri: Mapped[str | None]
    customer_state: Mapped[str]
    expires_at: Mapped[datetime]


class Post(Table):
    """A post. `sort_at` is what the scheduled order sorts by: its schedule, or else its creation."""

    __tablename__ = "posts"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    status: Mapped[str]
    text: Mapped[str | None]
    title: Mapped[str | None]
    search: Mapped[str] = mapped_column(default="")
    visibility: Mapped[str | None]
    first_comment: Mapped[str | None]
    hidden: Mapped[bool] = mapped_column(default=False)
    retry_count: Mapped[int] = mapped_column(default=0)
    skip_validation: Mapped[bool] = mapped_column(default=False)
    media: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    segments: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    platform_data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    scheduled_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    sort_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    targets: Mapped[list["Target"]] = relationship(
        back_populates="post", order_by="Target.position", cascade="all, delete-orphan", lazy="selectin"
    )
    __table_args__ = (
        Index("posts_by_schedule", "workspace_id", "sort_at", "id"),
        Index("posts_by_creation", "workspace_id", "created_at", "id"),
        Index("posts_by_status", "workspace_id", "status", "sort_at", "id"),
    )


class Target(Table):
    """One destination of a post.

    `overrides` holds the fields the caller set for this target alone; `due_at` is when the publisher has to
    move it next, and is empty when there is nothing to do. `account_id` may outlive the account.
    """

    __tablename__ = "targets"
    id: Mapped[str] = mapped_column(primary_key=True)
    post_id: Mapped[str] = mapped_column(reference("posts.id", cascade=True), index=True)
    position: Mapped[int]
    account_id: Mapped[str]
    platform: Mapped[str] = mapped_column(index=True)
    page_id: Mapped[str | None] = mapped_column(index=True)
    board_id: Mapped[str | None]
    overrides: Mapped[dict[str, Any]] = mapped_column(default=dict)
    status: Mapped[str] = mapped_column(default="pending")
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    platform_post_id: Mapped[str | None] = mapped_column(index=True)
    permalink: Mapped[str | None]
    published_at: Mapped[datetime | None]
    media_type: Mapped[str | None]
    metrics: Mapped[dict[str, Any] | None]
    metrics_synced_at: Mapped[datetime | None]
    details: Mapped[dict[str, Any] | None]
    error: Mapped[dict[str, Any] | None]
    post: Mapped[Post] = relationship(back_populates="targets")
    __table_args__ = (Index("targets_of_account", "account_id", "published_at", "status", "id"),)


class CreditUse(Table):
    """How many credits of a kind a workspace has used in a period."""

    __tablename__ = "credit_uses"
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    period_start: Mapped[datetime] = mapped_column(primary_key=True)
    used: Mapped[int] = mapped_column(default=0)


for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
