"""Importing posts from CSV."""

from typing import Any

import httpx
import pytest
from stub.callers import Client, account, code, field

pytestmark = pytest.mark.usefixtures("reset_once")


def send(client: Client, text: str | bytes, dry_run: bool = False) -> httpx.Response:
    query = {"dry_run": "true"} if dry_run else {}
    return client.post("/posts/import", params=query, files={"file": ("posts.csv", text, "text/csv")})


def result(client: Client, text: str, dry_run: bool = False) -> dict[str, Any]:
    answer = send(client, text, dry_run)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_row_without_a_time_is_a_draft(demo: Client) -> None:
    done = result(demo, "text,title\nFresh beans,Beans\n")
    assert (done["total_rows"], done["created"], done["failed"], done["errors"]) == (1, 1, 0, [])
    assert (done["posts"][0]["status"], done["posts"][0]["title"]) == ("draft", "Beans")


def test_a_row_with_a_time_is_scheduled(demo: Client) -> None:
    ids = f"{account(demo, 'linkedin')}|{account(demo, 'twitter')}"
    done = result(demo, f"text,account_ids,scheduled_at\nLater,{ids},2099-01-01T00:00:00Z\n")
    assert [target["platform"] for target in done["posts"][0]["targets"]] == ["linkedin", "twitter"]
    assert done["posts"][0]["status"] == "scheduled"


def test_bad_rows_do_not_stop_good_ones(demo: Client) -> None:
    done = result(demo, "text,scheduled_at\nGood,\nBad,tomorrow\n,\nGood too,\n")
    assert (done["total_rows"], done["created"]) == (3, 2)
    assert done["errors"] == [{"row": 2, "message": "invalid date format for scheduled_at"}]


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("text,title", ",No text"),
        ("text,visibility", "X,everybody"),
        ("text,account_ids", "X,acc_nothing"),
        ("text,platform_data", "X,{broken"),
        ("text,platform_data", "X,[]"),
        ("text,scheduled_at", "X,2020-01-01T00:00:00Z"),
        ("text,scheduled_at", "X,2099-01-01T00:00:00Z"),
    ],
)
def test_a_bad_row_is_told_with_its_number(demo: Client, columns: str, cells: str) -> None:
    done = result(demo, f"{columns}\n{cells}\n")
    assert (done["failed"], done["errors"][0]["row"], bool(done["errors"][0]["message"])) == (1, 1, True)


def test_a_dry_run_makes_nothing(demo: Client) -> None:
    done = result(demo, "text\nUnique words\n", dry_run=True)
    assert (done["created"], done["posts"]) == (0, [])
    assert demo.get("/posts", params={"search": "unique words"}).json()["data"] == []


@pytest.mark.parametrize(
    "text", ["", "title\nX\n", b"\xff\xfe", 'text\n"unfinished', "text\n" + "x" * 5 * 1024 * 1024]
)
def test_what_is_no_csv_of_posts_is_refused(demo: Client, text: str) -> None:
    answer = send(demo, text)
    assert (answer.status_code, field(answer)) == (400, "file")


def test_a_missing_file_is_named(demo: Client) -> None:
    answers = [
        demo.post("/posts/import", files={"other": b"x"}),
        demo.post("/posts/import", data={"file": "x"}, files={"o": b""}),
    ]
    assert {(code(answer), field(answer)) for answer in answers} == {("validation.field_required", "file")}


@pytest.mark.parametrize(
    "kind", ["application/json", "multipart/form-data", "multipart/form-data; boundary=x"]
)
def test_what_is_no_form_is_refused(demo: Client, kind: str) -> None:
    answer = demo.post("/posts/import", content=b"nothing like it", headers={"Content-Type": kind})
    assert answer.status_code == 400


def test_an_import_beyond_the_credits_makes_nothing(free: Client) -> None:
    row = f"Later,{account(free, 'threads')},2099-01-01T00:00:00Z\n"
    answer = send(free, "text,account_ids,scheduled_at\n" + row * 11)
    assert (answer.status_code, code(answer)) == (429, "billing.post_limit")
    assert free.get("/posts", params={"status": "scheduled"}).json()["data"] == []


def test_an_import_costs_a_credit_per_scheduled_row(free: Client) -> None:
    rows = f"Later,{account(free, 'threads')},2099-01-01T00:00:00Z\n" * 2 + "Draft,,\n"
    answer = send(free, "text,account_ids,scheduled_at\n" + rows)
    assert (answer.json()["created"], answer.headers["X-Posts-Remaining"]) == (3, "8")
