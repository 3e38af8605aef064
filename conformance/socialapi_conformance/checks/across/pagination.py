"""Pages: their size, the way from one to the next, and what a cursor is good for."""

import functools
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation, Pagination

from socialapi_conformance import schemas
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller, Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import Page, equal, fail, page, problem, refused, says_whether_more, that
from socialapi_conformance.registry import MUST, SHOULD, check
from socialapi_conformance.relations import adder_of
from socialapi_conformance.samples import Samples
from socialapi_conformance.verdicts import NotVerified

PAGED = [operation for operation in OPERATIONS.values() if operation.pagination]
FILTERED = [operation for operation in PAGED if schemas.filters(operation.operation_id)]
_PAGING = "overview: Request format"
_MOST_PAGES = 400
_NO_CHANCE = random.Random(0)  # noqa: S311 - a list has no body to make up

on_every_list = functools.partial(check, MUST, _PAGING, over=PAGED)
on_a_quiet_list = functools.partial(on_every_list, needs=("other",), alone_in="other")


@on_every_list()
def accepts_limits_in_bounds(api: Api, operation: Operation) -> None:
    """`limit` from 1 to the list's maximum is accepted, and no page is longer."""
    for limit in (1, 2, _rules(operation).max_limit):
        items = page(_list(api.demo, operation, limit=limit)).items
        answer = _list(api.demo, operation, limit=limit)
        that(answer, len(items) <= limit, f"at most {limit} items", len(items))


@on_every_list()
def bounds_limits(api: Api, operation: Operation) -> None:
    """`limit` below 1 or above the maximum is refused with 400 validation.field_invalid, or drawn into
    bounds.
    """
    for limit in (0, -1, _rules(operation).max_limit + 1, 10**30):
        answer = _list(api.demo, operation, limit=limit)
        if answer.status != 200:
            problem(answer, 400, "validation.field_invalid")
            continue
        longest = _rules(operation).max_limit
        that(answer, len(page(answer).items) <= longest, f"at most {longest} items", len(page(answer).items))


@on_every_list()
def refuses_limits_that_are_no_number(api: Api, operation: Operation) -> None:
    """A `limit` that is no whole number is refused with 400 validation.field_invalid."""
    for limit in ("ten", "1.5", "", "1x"):
        problem(_list(api.demo, operation, limit=limit), 400, "validation.field_invalid")


@on_every_list()
def has_a_default_limit(api: Api, operation: Operation) -> None:
    """Without `limit`, a page holds at most the list's default; where the envelope names the limit, it
    names that.
    """
    answer, default = _list(api.demo, operation), _rules(operation).default_limit
    that(answer, len(page(answer).items) <= default, f"at most {default} items", len(page(answer).items))
    named = answer.json().get("pagination", {}).get("limit", default)
    equal(answer, "pagination.limit", named, default)


@check(SHOULD, _PAGING, over=PAGED, needs=("other",), alone_in="other")
def fills_its_pages(api: Api, operation: Operation) -> None:
    """Every page but the last holds as many items as `limit` asks for."""
    _stock(api, api.other, operation, 3)
    first = _list(api.other, operation, limit=2)
    that(first, page(first).next_cursor is not None, "a next_cursor, for there are more items", "none")
    equal(first, "the number of items", len(page(first).items), 2)


@on_a_quiet_list()
def walks_every_item_once(api: Api, operation: Operation) -> None:
    """Following `next_cursor` to the end shows every item exactly once and in one order, whatever `limit`
    is.
    """
    _stock(api, api.other, operation, 7)
    for query in _orders(operation):
        whole = _walk(api.other, operation, query, limit=_rules(operation).max_limit)
        for limit in (3, 7):
            walked = _walk(api.other, operation, query, limit=limit)
            _same_items(api, walked, whole, f"{len(whole)} items in pages of {limit}")
            _same_order(api, walked, whole, f"the order of a walk in pages of {limit}")


@on_a_quiet_list()
def walks_on_while_items_come_and_go(api: Api, operation: Operation) -> None:
    """Items that exist all along are shown exactly once, even while others are added and removed between
    pages.
    """
    orders = _orders(operation)
    for query in api.random.sample(orders, min(2, len(orders))):
        stock = _stock(api, api.other, operation, 8)
        before = {
            each["id"] for each in _walk(api.other, operation, query, limit=_rules(operation).max_limit)
        }
        removed: set[str] = set()
        seen = _walk(api.other, operation, query, 4, functools.partial(_stir, api, operation, stock, removed))
        _same_items(
            api,
            [each for each in seen if each["id"] in before - removed],
            before - removed,
            "all that stayed",
        )


@on_a_quiet_list()
def says_whether_more_follows(api: Api, operation: Operation) -> None:
    """`has_more` is true exactly when there is a next_cursor; where the envelope has none, next_cursor
    is never empty.
    """
    _stock(api, api.other, operation, 3)
    for answer in _answers(api.other, operation, {}, limit=_rules(operation).max_limit // 2):
        says_whether_more(answer)


@on_every_list()
def refuses_tampered_cursors(api: Api, operation: Operation) -> None:
    """A cursor the server did not issue is refused with 400."""
    cursor = _cursor(api.demo, operation)
    middle = len(cursor) // 2
    other = "A" if cursor[middle] != "A" else "B"
    for tampered in (
        "nonsense",
        cursor[:middle] + other + cursor[middle + 1 :],
        cursor + cursor,
        cursor[:middle],
    ):
        refused(_list(api.demo, operation, limit=1, cursor=tampered), 400)


@on_every_list(needs=("demo", "other"))
def refuses_cursors_of_other_workspaces(api: Api, operation: Operation) -> None:
    """A cursor issued to another workspace is refused with 400."""
    refused(_list(api.other, operation, limit=1, cursor=_cursor(api.demo, operation)), 400)


@on_every_list()
def bears_cursors_of_other_lists(api: Api, operation: Operation) -> None:
    """A cursor that another list issued is refused with 400 or leads to a page of this one, never to an
    internal error.
    """
    issued = (each for each in PAGED if each is not operation)
    cursors = (_next(api.demo, each) for each in issued)
    cursor = next((each for each in cursors if each is not None), None)
    if cursor is None:
        raise NotVerified("no other list of the workspace demo has a second page")
    answer = _list(api.demo, operation, limit=1, cursor=cursor)
    if answer.status != 400:
        page(answer)
    else:
        refused(answer, 400)


@check(MUST, _PAGING, over=FILTERED)
def keeps_filters_on_every_page(api: Api, operation: Operation) -> None:
    """A filter holds on every page of the walk."""
    for name, value in _filters(api.demo, operation):
        for answer in _answers(api.demo, operation, {name: value}, limit=2, most=4):
            for item in page(answer).items:
                equal(answer, name, item[name], value)


def _rules(operation: Operation) -> Pagination:
    if operation.pagination is None:
        raise ValueError(f"{operation.operation_id} is not paginated")
    return operation.pagination


def _list(caller: Caller, operation: Operation, **query: Any) -> Answer:
    """Ask for a page of the list, of the first object of the workspace that has such a list."""
    request = _place(caller, operation)
    return caller.send(replace(request, query={**request.query, **query}))


def _place(caller: Caller, operation: Operation) -> Request:
    """Return a request for the list, of an object that can have it where not every object can."""
    samples = Samples(caller, _NO_CHANCE)
    if "resource.not_supported" in operation.errors:
        for request in samples.every(operation):
            if caller.send(request).status in operation.successes:
                return request
    return samples.real(operation)


def _next(caller: Caller, operation: Operation) -> str | None:
    """Return the cursor of the second item of a list, None when there is none."""
    return page(_list(caller, operation, limit=1)).next_cursor


def _cursor(caller: Caller, operation: Operation) -> str:
    cursor = _next(caller, operation)
    if cursor is None:
        raise NotVerified(f"the workspace {caller.workspace.name} needs two items for a second page")
    return cursor


def _answers(
    caller: Caller, operation: Operation, query: dict[str, Any], limit: int, most: int = _MOST_PAGES
) -> list[Answer]:
    """Follow the cursors from page to page and return the answers, `most` at most."""
    answers = [_list(caller, operation, **query, limit=limit)]
    while (cursor := page(answers[-1]).next_cursor) is not None and len(answers) < most:
        answers.append(_list(caller, operation, **query, limit=limit, cursor=cursor))
    return answers


def _walk(
    caller: Caller,
    operation: Operation,
    query: dict[str, Any],
    limit: int,
    between: Callable[[list[Any]], None] = lambda _: None,
) -> list[Any]:
    """Return the items of all pages in the order they came; `between` is told them after each page."""
    items: list[Any] = []
    current, cursors = Page([], ""), {""}
    while current.next_cursor is not None:
        cursor = {"cursor": current.next_cursor} if current.next_cursor else {}
        answer = _list(caller, operation, **query, limit=limit, **cursor)
        current = page(answer)
        items += current.items
        if current.next_cursor in cursors or len(cursors) > _MOST_PAGES:
            fail("an end of the list", f"the same cursor again or more than {_MOST_PAGES} pages", answer)
        cursors.add(current.next_cursor or "")
        between(items)
    return items


def _same_items(api: Api, walked: list[Any], expected: Any, what: str) -> None:
    ids = [each["id"] for each in walked]
    wanted = {each if isinstance(each, str) else each["id"] for each in expected}
    lost, repeated = wanted - set(ids), sorted({each for each in ids if ids.count(each) > 1})
    last = Answer(api.client.exchanges[-1])
    that(last, not repeated, f"{what}, none twice", f"{len(repeated)} twice, such as {repeated[:1]}")
    that(last, not lost, f"{what}, none lost", f"{len(lost)} lost, such as {sorted(lost)[:1]}")


def _same_order(api: Api, walked: list[Any], whole: list[Any], what: str) -> None:
    last = Answer(api.client.exchanges[-1])
    equal(last, what, [each["id"] for each in walked], [each["id"] for each in whole])


def _stock(api: Api, caller: Caller, operation: Operation, count: int) -> list[str]:
    """Make `count` items to walk over where the contract can, else make sure that there are as many."""
    creator = adder_of(operation)
    if creator is not None:
        return [_make(api, caller, creator) for _ in range(count)]
    if len(page(_list(caller, operation, limit=count)).items) < count:
        raise NotVerified(f"the workspace {caller.workspace.name} needs {count} items")
    return []


def _make(api: Api, caller: Caller, creator: Operation) -> str:
    answer = caller.send(api.samples(caller).real(creator))
    if answer.status not in creator.successes:
        raise NotVerified(f"{creator.operation_id} makes no item to walk over: {answer.summary()}")
    return str(answer.json()["id"])


def _stir(api: Api, operation: Operation, stock: list[str], removed: set[str], seen: list[Any]) -> None:
    """Between two pages: add one item, remove one that was shown and one that was not."""
    creator = adder_of(operation)
    shown = [each["id"] for each in seen if each["id"] in stock and each["id"] not in removed]
    hidden = [each for each in stock if each not in removed and each not in shown]
    if creator is None or len(removed) >= len(stock) - 2:
        return
    stock.append(_make(api, api.other, creator))
    for gone in (*shown[:1], *hidden[-1:]):
        api.leftovers.remove_one(gone)
        removed.add(gone)


def _orders(operation: Operation) -> list[dict[str, Any]]:
    """Return one query per order the list knows."""
    sorts = [each for each in schemas.parameters(operation.operation_id) if each["name"] == "sort"]
    return [{}, *({"sort": value} for each in sorts for value in each["schema"].get("enum", []))]


def _filters(caller: Caller, operation: Operation) -> list[tuple[str, Any]]:
    """Return every closed-set parameter that is also a field of the items, with each value the items have."""
    items = page(_list(caller, operation, limit=_rules(operation).max_limit)).items
    names = schemas.filters(operation.operation_id)
    found = {(name, item[name]) for name in names for item in items if name in item}
    if not found:
        raise NotVerified("the list has no item to take a filter from")
    return sorted(found)
