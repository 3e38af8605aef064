"""Redirect URIs: the list, and connect flows that are held to it."""

from collections.abc import Callable
from typing import Any

import pytest
from stub.callers import Client, brand, code, field

HOME = "https://example.com/connected"
PATH = "/oauth/redirect-uris"


@pytest.fixture
def dashboard(fresh: Callable[..., Client]) -> Client:
    return fresh()


def register(client: Client, uri: str = HOME, **body: str) -> dict[str, Any]:
    made: dict[str, Any] = client.post(PATH, json={"uri": uri, **body}).json()
    return made


def connect(client: Client, uri: str) -> int:
    body = {"platform": "threads", "brand_id": brand(client, "Default"), "redirect_uri": uri}
    return client.post("/accounts/connect", json=body).status_code


def test_a_registered_address_is_listed_as_it_was_written(dashboard: Client) -> None:
    made = [register(dashboard, label="Production"), register(dashboard, "http://localhost:3000/x")]
    assert dashboard.get(PATH).json() == {"data": made, "count": 2}
    assert ("label" in made[1], made[0]["id"][:10]) == (False, "sapi_ruri_")


def test_the_first_address_closes_the_door_and_the_last_opens_it(dashboard: Client) -> None:
    made = register(dashboard)
    assert [connect(dashboard, uri) for uri in (HOME, HOME + "/")] == [202, 400]
    dashboard.delete(f"{PATH}/{made['id']}")
    assert connect(dashboard, HOME + "/") == 202


def test_a_connect_that_is_not_on_the_list_says_so(dashboard: Client) -> None:
    register(dashboard)
    answer = dashboard.post("/accounts/connect", json={"platform": "threads", "redirect_uri": HOME + "/x"})
    assert (code(answer), field(answer)) == ("validation.field_invalid", "redirect_uri")


def test_a_connect_without_an_address_is_free(dashboard: Client) -> None:
    register(dashboard)
    body = {"platform": "threads", "brand_id": brand(dashboard, "Default")}
    assert dashboard.post("/accounts/connect", json=body).status_code == 202


def test_another_workspace_has_a_list_of_its_own(fresh: Callable[..., Client], dashboard: Client) -> None:
    elsewhere = fresh()
    made = [register(one)["id"] for one in (dashboard, elsewhere)]
    assert elsewhere.delete(f"{PATH}/{made[0]}").status_code == 404
    assert elsewhere.get(PATH).json()["count"] == 1


@pytest.mark.parametrize(
    "uri",
    ["http://example.com", "https://[broken", "https://example.com/a b", "http://localhost.example.com"],
)
def test_what_is_no_address_is_refused(dashboard: Client, uri: str) -> None:
    answer = dashboard.post(PATH, json={"uri": uri})
    assert (code(answer), field(answer)) == ("validation.field_invalid", "uri")


def test_the_same_address_is_registered_once(dashboard: Client) -> None:
    register(dashboard)
    answer = dashboard.post(PATH, json={"uri": HOME})
    assert (answer.status_code, code(answer)) == (400, "validation.redirect_uri_duplicate")


def test_there_are_twenty_at_most(dashboard: Client) -> None:
    statuses = [dashboard.post(PATH, json={"uri": f"{HOME}/{number}"}).status_code for number in range(21)]
    assert statuses == [201] * 20 + [400]


@pytest.mark.parametrize("role", ["api_key", "scoped_key", "oauth_token"])
def test_it_is_for_the_dashboard_alone(as_role: Callable[..., Client], role: str) -> None:
    answer = as_role("demo", role).get(PATH)
    assert (answer.status_code, code(answer)) == (403, "auth.dashboard_only")
