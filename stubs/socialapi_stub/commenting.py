"""Comments: finding the one that is meant, and what is done to it."""

import re
from dataclasses import dataclass
from datetime import datetime

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from socialapi_stub import comment_rules, commented, ids, interactions, platform_calls, upstream, visibility
from socialapi_stub.call import Body, Call
from socialapi_stub.comment_rules import Action
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.comments import PUBLIC, Comment, CommentedPost


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody writes; `author` is in the form of `Comment.author`, `own` means the account itself."""

    text: str
    author: Body
    at: datetime
    own: bool = False


def account(call: Call, account_id: str, action: Action) -> Account:
    """Return an account on a platform that knows an action.

    Raises `account.not_found`, `resource.not_supported`, and what the platform refuses the call with.
    """
    found = visibility.account(call, account_id)
    if not comment_rules.knows(found.platform, action):
        raise Problem("resource.not_supported")
    platform_calls.require(call, found)
    return found


def post(call: Call, on: Account, identifier: str) -> CommentedPost:
    """Return a post of an account. Raises `resource.not_found`."""
    found = commented.find(call.session, on, identifier, call.now)
    if found is None:
        raise Problem("resource.not_found", resource="post", id=identifier)
    return found


def comment(call: Call, under: CommentedPost, identifier: str) -> Comment:
    """Return a comment on a post by its id or the platform's. Raises `resource.not_found`."""
    return _found(find(call.session, Comment.post_id == under.id, identifier), identifier)


def comment_for(call: Call, on: Account, identifier: str) -> Comment:
    """Return a comment on whatever post of an account by either id. Raises `resource.not_found`."""
    anywhere = Comment.post.has(CommentedPost.account_id == on.id)
    return _found(find(call.session, anywhere, identifier), identifier)


def acted_on(call: Call, account_id: str, path: tuple[str, str], action: Action) -> Comment:
    """Return the comment at a path of post and comment id, for an action that it allows.

    Raises what `account`, `post` and `comment` raise, and `resource.not_supported`.
    """
    through = account(call, account_id, action)
    found = comment(call, post(call, through, path[0]), path[1])
    if not comment_rules.allows(through.platform, action, own=found.is_owner):
        raise Problem("resource.not_supported")
    return found


def find(session: Session, place: ColumnElement[bool], identifier: str) -> Comment | None:
    """Return a comment in a place by its id, whatever kind its prefix says, or by the platform's."""
    public = re.sub(r"^sapi_(dm|rev|mnt)_", "sapi_cmt_", identifier)
    named = or_(Comment.id == public, Comment.platform_id == identifier)
    return session.scalar(select(Comment).where(place, named))


def add(
    session: Session, under: CommentedPost, said: Said, platform_id: str, parent: Comment | None = None
) -> Comment:
    """Add a comment, which brings its post into the inbox."""
    made = Comment(
        id=interactions.identifier("comment", under.platform, platform_id),
        post_id=under.id,
        parent_id=parent.id if parent else None,
        platform_id=platform_id,
        text=said.text,
        author=said.author,
        is_owner=said.own,
        is_hidden=False,
        like_count=0,
        liked=False,
        moderation_status=PUBLIC if PLATFORMS[under.platform].comments.moderation else "",
        created_at=said.at,
    )
    under.commented_at = max(under.commented_at, said.at)
    under.updated_at = max(under.updated_at, said.at)
    session.add_all([under, made])
    return made


def write(call: Call, on: Account, under: CommentedPost, text: str, parent: Comment | None = None) -> Comment:
    """Add a comment of the account itself."""
    platform_id = upstream.comment_id(on.platform, under.platform_id, ids.new_uuid())
    return add(call.session, under, Said(text, author_of(on), call.now, own=True), platform_id, parent)


def author_of(account: Account) -> Body:
    """Return an account as the author of a comment."""
    return {
        "id": account.platform_account_id,
        "name": account.name,
        "username": account.username,
        "picture": account.profile_picture_url,
    }


def remove(call: Call, gone: Comment) -> None:
    """Remove a comment with its answers; its post goes back to where the latest comment puts it."""
    under = gone.post
    call.session.delete(gone)
    call.session.flush()
    latest = select(func.max(Comment.created_at)).where(Comment.post_id == under.id)
    under.commented_at = call.session.scalar(latest) or under.commented_at
    under.updated_at = call.now


def set_hidden(changed: Comment, *, hidden: bool) -> None:
    """Hide a comment from the public, or show it again; one that is so already stays as it is."""
    hidden_as = PLATFORMS[changed.post.platform].comments.hidden_as
    if hidden_as is not None and changed.is_hidden != hidden:
        changed.moderation_status = hidden_as if hidden else PUBLIC
    changed.is_hidden = hidden


def judge(changed: Comment, verdict: str) -> None:
    """Give a comment the verdict of moderation."""
    changed.moderation_status = verdict
    changed.is_hidden = verdict == PLATFORMS[changed.post.platform].comments.hidden_as


def set_liked(changed: Comment, *, liked: bool) -> None:
    """Give or take the account's own like; it counts once."""
    changed.like_count += liked - changed.liked
    changed.liked = liked


def _found(comment: Comment | None, identifier: str) -> Comment:
    if comment is None:
        raise Problem("resource.not_found", resource="comment", id=identifier)
    return comment
