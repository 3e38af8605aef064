"""Lists in pages: complete, exact under writes, closed to made-up cursors."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stub.callers import Client, code, field

pytestmark = pytest.mark.every_database
SORTS = ["scheduled_asc", "scheduled_desc", "created_asc", "created_desc"]
LIMITED = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def walk(client: Client, **query: Any) -> Iterator[list[dict[str, Any]]]:
    for _ in range(500):
        page = client.get("/posts", params=query).json()
        yield page["data"]
        if not page["pagination"]["has_more"]:
            return
        query["cursor"] = page["pagination"]["next_cursor"]
    raise AssertionError("the walk does not end")


def ids(pages: Iterator[list[dict[str, Any]]]) -> list[str]:
    return [post["id"] for page in pages for post in page]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_a_walk_meets_every_post_once(demo: Client, sort: str, limit: int) -> None:
    everything = ids(walk(demo, sort=sort, limit=100))
    assert ids(walk(demo, sort=sort, limit=limit)) == everything == list(dict.fromkeys(everything))


def test_a_page_holds_25_posts_unless_asked_otherwise(demo: Client) -> None:
    page = demo.get("/posts").json()
    assert (len(page["data"]), page["pagination"]["limit"]) == (25, 25)


def test_the_last_page_has_no_cursor(demo: Client) -> None:
    assert demo.get("/posts", params={"search": "no such text"}).json()["pagination"] == {
        "has_more": False,
        "limit": 25,
    }


@pytest.mark.parametrize("limit", ["0", "101", "-1", "1.5", "ten", "", "99999999999999999999"])
def test_a_limit_out_of_bounds_is_refused(demo: Client, limit: str) -> None:
    answer = demo.get("/posts", params={"limit": limit})
    assert (code(answer), field(answer)) == ("validation.field_invalid", "limit")


def cursor(client: Client, **query: Any) -> str:
    return str(client.get("/posts", params={"limit": 2, **query}).json()["pagination"]["next_cursor"])


@pytest.mark.parametrize(
    "made_up", ["", "x", "AAAA", "!!!", "null", "é", urlsafe_b64encode(b"x" * 60).decode()]
)
def test_a_made_up_cursor_is_refused(demo: Client, made_up: str) -> None:
    answer = demo.get("/posts", params={"cursor": made_up})
    assert (answer.status_code, field(answer)) == (400, "cursor")


@given(position=st.integers(0, 200), letter=st.sampled_from("ABCabc019-_="))
@LIMITED
def test_a_cursor_altered_in_one_place_is_refused(demo: Client, position: int, letter: str) -> None:
    good = list(cursor(demo))
    position %= len(good)
    good[position] = letter if good[position] != letter else "Z"
    assert demo.get("/posts", params={"cursor": "".join(good)}).status_code == 400


def test_a_cursor_has_one_spelling(demo: Client) -> None:
    good = cursor(demo)
    spellings = [good[:-1] + letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter != good[-1]]
    assert {demo.get("/posts", params={"cursor": one}).status_code for one in [*spellings, good + "="]} == {
        400
    }


@pytest.mark.parametrize("change", [{"sort": "created_desc"}, {"status": "published"}, {"search": "beans"}])
def test_a_cursor_is_good_for_its_filters_alone(demo: Client, change: dict[str, str]) -> None:
    answer = demo.get("/posts", params={"cursor": cursor(demo), **change})
    assert (answer.status_code, field(answer)) == (400, "cursor")


def test_a_cursor_is_good_for_its_workspace_alone(demo: Client, other: Client) -> None:
    assert other.get("/posts", params={"cursor": cursor(demo)}).status_code == 400


def test_the_limit_may_change_between_pages(demo: Client) -> None:
    assert len(demo.get("/posts", params={"cursor": cursor(demo), "limit": 9}).json()["data"]) == 9


def test_filters_hold_across_pages(demo: Client) -> None:
    posts = [post for page in walk(demo, status="published", platform="threads", limit=2) for post in page]
    assert len(posts) > 2
    assert {post["status"] for post in posts} == {"published"}


def test_ties_are_walked_completely(quiet: Client) -> None:
    same = [_make(quiet, "2099-01-01T00:00:00Z") for _ in range(6)]
    assert sorted(set(ids(walk(quiet, limit=2))) & set(same)) == sorted(same)


@given(
    limit=st.integers(1, 4),
    sort=st.sampled_from(SORTS),
    steps=st.lists(st.tuples(st.sampled_from(["add", "remove"]), st.integers(0, 50)), max_size=6),
)
@LIMITED
def test_what_stays_is_met_once_while_posts_come_and_go(
    quiet: Client, limit: int, sort: str, steps: list[tuple[str, int]]
) -> None:
    posts = [_make(quiet, None) for _ in range(8)]
    removed, met = set(), []
    for number, page in enumerate(walk(quiet, sort=sort, limit=limit)):
        met += [post["id"] for post in page]
        if number < len(steps):
            removed |= _disturb(quiet, posts, *steps[number])
    for post in ids(walk(quiet, limit=100)):
        quiet.delete(f"/posts/{post}")
    assert len(met) == len(set(met))
    assert set(posts) - removed <= set(met)


def _disturb(client: Client, posts: list[str], step: str, number: int) -> set[str]:
    if step == "add":
        _make(client, None)
        return set()
    chosen = posts[number % len(posts)]
    client.delete(f"/posts/{chosen}")
    return {chosen}


def _make(client: Client, scheduled_at: str | None) -> str:
    """Make a draft; the empty seed has no account that a post could be scheduled for."""
    return str(client.post("/posts", json={"text": f"A post {scheduled_at or ''}"}).json()["id"])
