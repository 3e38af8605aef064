"""Announcements: what is visible, and what was read."""

from collections.abc import Callable

import pytest
from stub.callers import Client, code

pytestmark = [pytest.mark.usefixtures("reset_once"), pytest.mark.every_database]


def seen(client: Client) -> list[bool]:
    return [one["seen"] for one in client.get("/announcements").json()["data"]]


def test_the_newest_is_first_and_what_is_over_is_gone(demo: Client) -> None:
    listed = demo.get("/announcements").json()
    assert [one["kind"] for one in listed["data"]] == ["maintenance", "product_update"]
    assert listed["count"] == 2


def test_what_an_announcement_does_not_have_is_absent(demo: Client) -> None:
    downtime, change = demo.get("/announcements").json()["data"]
    assert downtime.keys() - change.keys() == {"link_label", "link_url", "window_start", "window_end"}


def test_a_mark_holds_for_every_token_of_the_user_and_for_nobody_else(
    as_role: Callable[..., Client], demo: Client, other: Client
) -> None:
    path = f"/announcements/{demo.get('/announcements').json()['data'][0]['id']}/seen"
    assert [demo.post(path).json() for _ in range(2)] == [{"ok": True}] * 2
    assert seen(demo) == seen(as_role("demo", "oauth_token")) == [True, False]
    assert seen(other) == [False, False]


def test_an_announcement_that_is_not_visible_cannot_be_marked(demo: Client) -> None:
    answer = demo.post("/announcements/nothing/seen")
    assert (answer.status_code, code(answer)) == (404, "resource.not_found")
    assert answer.json()["error"]["meta"] == {"resource": "announcement", "id": "nothing"}


def test_a_restricted_key_is_refused(as_role: Callable[..., Client]) -> None:
    answer = as_role("demo", "scoped_key").get("/announcements")
    assert (answer.status_code, code(answer)) == (403, "auth.insufficient_scope")
