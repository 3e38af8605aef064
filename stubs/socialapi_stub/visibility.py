"""What a caller can see. What it cannot see does not exist for it: the same 404, whatever the reason."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import InstrumentedAttribute

from socialapi_stub.call import Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Brand, Post, Target
from socialapi_stub.tables.base import unindexed

Row = TypeVar("Row", Account, Brand)


def brands(call: Call) -> Select[Brand]:
    """Select the brands of the workspace that the caller may see, oldest first."""
    return _of_workspace(call, select(Brand), Brand, Brand.id)


def accounts(call: Call) -> Select[Account]:
    """Select the accounts in those brands, oldest first."""
    return _of_workspace(call, select(Account), Account, Account.brand_id)


def posts(call: Call, among: Sequence[str] | None = None) -> Select[Post]:
    """Select the posts of the workspace, or those with one of a few ids.

    A brand-restricted key sees those with a target in one of its brands.
    """
    statement = select(Post)
    if among is None:
        statement = statement.where(Post.workspace_id == call.workspace_id)
    else:
        own = unindexed(Post.workspace_id) == call.workspace_id
        statement = statement.where(Post.id.in_(among), own)
    if call.caller.brand_ids:
        statement = statement.where(targeting(Account.brand_id.in_(call.caller.brand_ids)))
    return statement


def ids_of_posts(call: Call) -> Select[str]:
    """Select the ids of the posts with a target in the brands of a restricted key."""
    theirs = select(Account.id).where(Account.brand_id.in_(call.caller.brand_ids))
    return select(Target.post_id).where(Target.account_id.in_(theirs))


def targeting(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition for posts with a target that meets conditions, on an account that still exists."""
    on_account = and_(Target.post_id == Post.id, Target.account_id == Account.id)
    return some(select(Target.id).join(Account, onclause=on_account).where(*conditions))


def some(targets: Select[str]) -> ColumnElement[bool]:
    """Return the condition for posts that have some of the targets, looked up for one post at a time.

    For EXISTS a database may gather the targets of all posts first.
    """
    return targets.limit(1).correlate(Post).scalar_subquery().is_not(None)


def brand(call: Call, brand_id: str) -> Brand:
    """Return a brand. Raises `brand.not_found`."""
    found = call.session.scalar(brands(call).where(Brand.id == brand_id))
    if found is None:
        raise Problem("brand.not_found")
    return found


def account(call: Call, account_id: str) -> Account:
    """Return a connected account. Raises `account.not_found`."""
    found = call.session.scalar(accounts(call).where(Account.id == account_id))
    if found is None:
        raise Problem("account.not_found")
    return found


def post(call: Call, post_id: str) -> Post:
    """Return a post by its own id. Raises `post.not_found`."""
    found = call.session.scalar(posts(call).where(Post.id == post_id))
    if found is None:
        raise Problem("post.not_found")
    return found


def post_by_any_id(call: Call, identifier: str) -> Post:
    """Return a post by its own id or a platform's id of a copy.

    Raises `post.not_found` and `ambiguous_post_id`.
    """
    found = call.session.scalar(posts(call).where(Post.id == identifier))
    if found is not None:
        return found
    # Two steps, for a database may think it quicker to look through all posts for the copies.
    copies = call.session.scalars(select(Target.post_id).where(Target.platform_post_id == identifier)).all()
    matches = call.session.scalars(posts(call, among=copies).limit(2)).all() if copies else []
    if len(matches) > 1:
        raise Problem("ambiguous_post_id")
    if not matches:
        raise Problem("post.not_found")
    return matches[0]


def writable_post(call: Call, post_id: str) -> Post:
    """Return a post to change; every target has to be in the caller's brands. Raises two kinds of 404."""
    found = post(call, post_id)
    if call.caller.brand_ids:
        for target in found.targets:
            account(call, target.account_id)
    return found


def _of_workspace(
    call: Call, statement: Select[Row], table: type[Row], brand_id: InstrumentedAttribute[str]
) -> Select[Row]:
    statement = statement.where(table.workspace_id == call.workspace_id)
    if call.caller.brand_ids:
        statement = statement.where(brand_id.in_(call.caller.brand_ids))
    return statement.order_by(table.created_at, table.id)
