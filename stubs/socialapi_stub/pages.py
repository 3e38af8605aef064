"""Cutting lists into pages: by key, never by count, so that a walk is exact while items come and go."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from socialapi_contract.operations import Pagination
from sqlalchemy import ColumnElement, Select, literal, tuple_

from socialapi_stub import clock
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem

Row = TypeVar("Row")
Value = datetime | int
SEAL_BYTES = 16
FOLLOWING_PAGE = "https://graph.facebook.com/v22.0/message_templates"


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list: by an instant or a number, ties by id. `key` reads both from a row."""

    value: Any
    identifier: Any
    key: Callable[[Any], tuple[Value, str]]
    descending: bool = False

    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """Return what to sort by."""
        pair = (self.value, self.identifier)
        return tuple(column.desc() if self.descending else column.asc() for column in pair)

    def after(self, value: Value, identifier: str) -> ColumnElement[bool]:
        """Return the condition for rows that come later than a place in the list."""
        place = tuple_(literal(value, self.value.type), literal(identifier))
        here = tuple_(self.value, self.identifier)
        return here < place if self.descending else here > place


def page(
    call: Call,
    query: Mapping[str, Any],
    statement: Select[Row],
    order: Order,
    item: Callable[[Row], Body],
) -> Body:
    """Return one page in the envelope the contract gives the operation.

    `query` holds `limit`, `cursor` and the filters; a cursor is good only with the filters it was issued
    for. Raises `validation.field_invalid` for any other.
    """
    paging = call.operation.pagination
    if paging is None:
        raise LookupError(f"{call.operation.operation_id} is not paginated")
    limit = int(query.get("limit", paging.default_limit))
    scope = _scope(call, query)
    if "cursor" in query:
        statement = statement.where(order.after(*open_cursor(call.cursor_key, query["cursor"], scope)))
    rows = call.session.scalars(statement.order_by(*order.columns()).limit(limit + 1)).all()
    following = seal_cursor(call.cursor_key, order.key(rows[limit - 1]), scope) if len(rows) > limit else None
    return envelope(paging, [item(row) for row in rows[:limit]], limit, following)


def envelope(paging: Pagination, items: Sequence[Body], limit: int, following: str | None) -> Body:
    """Return items in the envelope of the list: nested, flat, or WhatsApp's own.

    The last page has no `next_cursor`, and no `paging.next`.
    """
    cursor = {} if following is None else {"next_cursor": following}
    if paging.envelope == "nested":
        pagination = {"has_more": following is not None, **cursor, "limit": limit}
        return {paging.items: list(items), "pagination": pagination}
    if paging.envelope == "paging":
        more = {"next": f"{FOLLOWING_PAGE}?after={following}"} if following else {}
        return {
            paging.items: list(items),
            "paging": {"cursors": {"after": following} if following else {}, **more},
        }
    return {paging.items: list(items), "count": len(items), **cursor}


def seal_cursor(key: bytes, place: tuple[Value, str], scope: str) -> str:
    """Return a cursor for a place in a list; `scope` is the list it belongs to."""
    value, identifier = place
    written = clock.text(value) if isinstance(value, datetime) else value
    payload = json.dumps([written, identifier]).encode()
    return urlsafe_b64encode(_seal(key, scope, payload) + payload).rstrip(b"=").decode()


def open_cursor(key: bytes, cursor: str, scope: str) -> tuple[Value, str]:
    """Return the place a cursor stands for.

    Raises `validation.field_invalid` unless it was issued for this list.
    """
    refusal = Problem("validation.field_invalid", "cursor was not issued for this list", field="cursor")
    try:
        raw = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except ValueError:
        raise refusal from None
    seal, payload = raw[:SEAL_BYTES], raw[SEAL_BYTES:]
    canonical = urlsafe_b64encode(raw).rstrip(b"=").decode() == cursor
    if not canonical or not hmac.compare_digest(seal, _seal(key, scope, payload)):
        raise refusal
    written, identifier = json.loads(payload)
    return clock.parse(written) if isinstance(written, str) else written, identifier


def _seal(key: bytes, scope: str, payload: bytes) -> bytes:
    return hmac.new(key, scope.encode() + b"\0" + payload, hashlib.sha256).digest()[:SEAL_BYTES]


def _scope(call: Call, query: Mapping[str, Any]) -> str:
    filters = {name: value for name, value in query.items() if name not in ("limit", "cursor")}
    who = [call.workspace_id, sorted(call.caller.brand_ids)]
    return json.dumps([call.operation.operation_id, who, filters], sort_keys=True)
