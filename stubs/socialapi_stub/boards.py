"""Boards: where Pins go, and the Pins on them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from socialapi_stub import clock, content
from socialapi_stub.call import Body
from socialapi_stub.tables import Account, Post, Target
from socialapi_stub.tables.base import unindexed
from socialapi_stub.tables.pinterest import Board


def of(session: Session, account: Account) -> Sequence[Board]:
    """Return the boards of an account, oldest first."""
    listed = select(Board).where(Board.account_id == account.id)
    return session.scalars(listed.order_by(Board.created_at, Board.id)).all()


def find(session: Session, account: Account, identifier: str | None) -> Board | None:
    """Return a board of an account by its id or Pinterest's."""
    known = or_(Board.id == identifier, Board.platform_board_id == identifier)
    return session.scalar(select(Board).where(Board.account_id == account.id, known))


def document(board: Board) -> Body:
    """Return a board as the API shows it; the description stays out."""
    return {
        "id": board.id,
        "board_id": board.platform_board_id,
        "name": board.name,
        "privacy": board.privacy,
    }


def pins(session: Session, account: Account, limit: int) -> list[Body]:
    """Return the latest Pins of an account: the copies that are out, on boards that are still there."""
    rows = session.execute(_pinned(account, Target, Post, Board.platform_board_id).limit(limit))
    return [_pin(session, target, post, board_id) for target, post, board_id in rows]


def count_pins(session: Session, account: Account) -> int:
    """Return how many Pins an account has."""
    counted = _pinned(account, func.count()).order_by(None)
    return session.scalar(counted) or 0


def _pinned(account: Account, *columns: Any) -> Select[Any]:
    joined = select(*columns).select_from(Target).join(Post, Target.post_id == Post.id).join(Board, _is_on())
    here = joined.where(Target.account_id == account.id, Target.status == "published")
    return here.where(unindexed(Board.account_id) == account.id).order_by(
        Target.published_at.desc(), Target.id
    )


def _is_on() -> ColumnElement[bool]:
    named = func.coalesce(Target.board_id, Target.page_id)
    return or_(named == Board.id, named == Board.platform_board_id)


def _pin(session: Session, target: Target, post: Post, board_id: str) -> Body:
    said = content.of(post, target, content.library_of(session, post))
    pictures = [item.source for item in said.items if item.source_type == "url"]
    return {
        "id": target.platform_post_id,
        "board_id": board_id,
        "title": said.settings.get("description") or said.text,
        **({"media_url": pictures[0]} if pictures else {}),
        "permalink": target.permalink,
        "created_at": clock.optional_text(target.published_at),
    }
