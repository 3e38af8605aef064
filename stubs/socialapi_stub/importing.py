"""Reading a CSV file of posts: one body per row, as if each had come to `POST /posts`."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from socialapi_stub import admission, bodies, clock, drafting, publishing
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.schemas import Checker
from socialapi_stub.served import document
from socialapi_stub.tables import Post

COLUMNS = (
    "text",
    "title",
    "account_ids",
    "scheduled_at",
    "visibility",
    "first_comment",
    "platform_data",
    "board_id",
)


@dataclass(frozen=True, slots=True)
class Batch:
    """What a file holds: how many rows, the posts of the good ones, what is wrong with the others."""

    rows: int
    posts: list[Post]
    errors: list[Body]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of data, counted from 1, by column; empty cells are left out."""

    number: int
    cells: Mapping[str, str]


class RowRefused(Exception):
    """A row that makes no post; the text is for the caller."""


def read(call: Call, file: bytes) -> Batch:
    """Return the posts of a file; none of them is stored yet.

    Raises `validation.field_invalid` for what is no CSV file of posts.
    """
    found = _rows(file)
    posts, errors = [], []
    for row in found:
        try:
            posts.append(_post(call, _body(row)))
        except RowRefused as refusal:
            errors.append({"row": row.number, "message": str(refusal)})
        except Problem as problem:
            errors.append({"row": row.number, "message": problem.message})
    return Batch(len(found), posts, errors)


def _post(call: Call, body: Body) -> Post:
    post = drafting.new_post(call, body)
    at = drafting.future(call, body, "scheduled_at", "scheduled_at")
    if at is not None:
        admission.admit(call, post)
        publishing.schedule(post, at)
    return post


def _rows(file: bytes) -> list[Row]:
    """Return the rows of data of a file. Raises `validation.field_invalid` for what is no such file."""
    try:
        lines = list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _not_a_file(f"file is not CSV in UTF-8: {error}") from error
    header = [name.strip() for name in lines[0]] if lines else []
    if "text" not in header:
        raise _not_a_file(f"file has to begin with a line of column names out of {', '.join(COLUMNS)}")
    return [
        Row(number, dict(_cells(header, line))) for number, line in enumerate(filter(any, lines[1:]), start=1)
    ]


def _body(row: Row) -> Body:
    """Return what the row asks for as the body of `create_post`. Raises `RowRefused`."""
    result: Body = {
        name: row.cells[name]
        for name in ("text", "title", "visibility", "first_comment")
        if name in row.cells
    }
    if "text" not in result:
        raise RowRefused("text is required")
    accounts = [account.strip() for account in row.cells.get("account_ids", "").split("|") if account.strip()]
    board = {"board_id": row.cells["board_id"]} if "board_id" in row.cells else {}
    result["targets"] = [{"account_id": account, **board} for account in accounts]
    if "scheduled_at" in row.cells:
        result["scheduled_at"] = _instant(row.cells["scheduled_at"])
    if "platform_data" in row.cells:
        result["platform_data"] = _settings(row.cells["platform_data"])
    _create_post_checker().check(result)
    return result


def _cells(header: list[str], line: list[str]) -> Iterator[tuple[str, str]]:
    for name, cell in zip(header, line, strict=False):
        if name in COLUMNS and cell.strip():
            yield name, cell if name == "text" else cell.strip()


def _instant(text: str) -> str:
    try:
        return clock.text(clock.parse(text))
    except ValueError as error:
        raise RowRefused("invalid date format for scheduled_at") from error


def _settings(text: str) -> Any:
    try:
        return bodies.parse_json(text.encode())
    except Problem as problem:
        raise RowRefused("platform_data is not valid JSON") from problem


def _not_a_file(message: str) -> Problem:
    return Problem("validation.field_invalid", message, field="file")


@cache
def _create_post_checker() -> Checker:
    return Checker(
        document()["paths"]["/posts"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    )
