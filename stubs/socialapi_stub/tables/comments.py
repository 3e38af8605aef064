"""Comments, and the posts they stand under."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, column, func, select, table
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from socialapi_stub.tables.base import Table, reference

PUBLIC = "published"
"""The verdict of moderation on a comment that everybody may see."""

_answers = table("comments", column("id"), column("parent_id")).alias("answers")


class Comment(Table):
    """A comment on a post, or an answer to the comment `parent_id`; it goes with what it stands under.

    `id` is the public one, `interactions.identifier("comment", platform, platform_id)`. `author` has the keys
    `id`, `name`, `username`, `picture`, `headline` and `profile_url`, as far as the platform tells;
    `is_owner` means the connected account.

    `moderation_status` is one of `PLATFORMS[platform].comments.moderation`, empty where there is none. Where
    the platform has a status `hidden_as`, a comment `is_hidden` exactly while it has that one. `liked` tells
    of the account's own like, which `like_count` includes, `privately_answered_at` of its private reply.
    """

    __tablename__ = "comments"
    id: Mapped[str] = mapped_column(primary_key=True)
    post_id: Mapped[str] = mapped_column(reference("commented_posts.id", cascade=True))
    parent_id: Mapped[str | None] = mapped_column(reference("comments.id", cascade=True))
    platform_id: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    author: Mapped[dict[str, Any]]
    is_owner: Mapped[bool] = mapped_column(default=False)
    is_hidden: Mapped[bool] = mapped_column(default=False)
    moderation_status: Mapped[str] = mapped_column(default="")
    like_count: Mapped[int] = mapped_column(default=0)
    liked: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    privately_answered_at: Mapped[datetime | None]
    reply_count: Mapped[int] = column_property(
        select(func.count())
        .select_from(_answers)
        .where(_answers.c.parent_id == id)  # noqa: A003 - the column is meant
        .scalar_subquery()
    )
    post: Mapped["CommentedPost"] = relationship()
    __table_args__ = (
        Index("comments_of_post", "post_id", "parent_id", "created_at", "id"),
        Index("comments_of_comment", "parent_id", "created_at", "id"),
    )


class CommentedPost(Table):
    """A post in the inbox, as the platform has it, wherever it was made; it goes with its account.

    `platform_id` is the platform's own id, `commented_at` the time of the latest comment or answer. Comments
    on the post itself are counted, except for those that moderation keeps from the public.
    """

    __tablename__ = "commented_posts"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True))
    page_id: Mapped[str | None]
    platform: Mapped[str]
    platform_id: Mapped[str]
    content: Mapped[str | None]
    permalink: Mapped[str | None]
    thumbnail: Mapped[str | None]
    like_count: Mapped[int] = mapped_column(default=0)
    published_at: Mapped[datetime | None]
    commented_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    comment_count: Mapped[int] = column_property(
        select(func.count(Comment.id))
        .where(
            Comment.post_id == id,  # noqa: A003 - the column is meant
            Comment.parent_id.is_(None),
            Comment.moderation_status.in_(("", PUBLIC)),
        )
        .correlate_except(Comment)
        .scalar_subquery()
    )
    __table_args__ = (
        Index("commented_posts_listed", "workspace_id", "commented_at", "id"),
        Index("commented_posts_of_account", "account_id", "platform_id", unique=True),
    )
