"""X app credentials: kept, chosen, replaced, tried."""

from collections.abc import Callable
from typing import Any

import pytest
from stub.callers import Client, account, brand, code, web

PATH = "/platforms/twitter/credentials"
APP = {"client_id": "TestClientId", "client_secret": "a-good-secret"}
BAD = {**APP, "client_secret": "an invalid one"}


@pytest.fixture
def dashboard(fresh: Callable[..., Client]) -> Client:
    """The dashboard of a workspace without credentials."""
    return fresh()


def of_brand(client: Client, name: str = "Default") -> str:
    return f"{PATH}/brand/{brand(client, name)}"


def connect(client: Client, name: str = "Default") -> Any:
    return client.post("/accounts/connect", json={"platform": "twitter", "brand_id": brand(client, name)})


def on_x(client: Client, account_id: str) -> dict[str, Any]:
    return next(one for one in client.get("/accounts").json()["data"] if one["id"] == account_id)


def test_the_list_shows_a_hint_and_no_secret(dashboard: Client) -> None:
    assert dashboard.put(PATH, json=APP).status_code == 204
    answer = dashboard.get(PATH)
    assert (answer.json()["count"], answer.json()["data"][0]["client_id_hint"]) == (1, "TestCl")
    assert "brand_id" not in answer.json()["data"][0]
    assert "good" not in answer.text


def test_a_replaced_pair_keeps_its_beginning(dashboard: Client) -> None:
    listed = [dashboard.put(PATH, json=one) and dashboard.get(PATH).json()["data"] for one in (APP, BAD)]
    (first,), (second,) = listed
    assert (first["created_at"], first["updated_at"] < second["updated_at"]) == (second["created_at"], True)


def test_an_app_is_needed_to_connect(dashboard: Client) -> None:
    before = connect(dashboard)
    dashboard.put(PATH, json=APP)
    after = connect(dashboard)
    dashboard.delete(PATH)
    assert [code(before), after.status_code, code(connect(dashboard))] == [
        "byok.credentials_missing",
        202,
        "byok.credentials_missing",
    ]


def test_the_app_of_a_brand_goes_before_the_default(dashboard: Client) -> None:
    dashboard.put(PATH, json=APP)
    dashboard.put(of_brand(dashboard), json=BAD)
    refused = connect(dashboard)
    dashboard.delete(of_brand(dashboard))
    assert (refused.status_code, code(refused)) == (401, "byok.credentials_invalid")
    assert connect(dashboard).status_code == 202


@pytest.mark.parametrize(("path", "source"), [(lambda _: PATH, "user"), (of_brand, "brand")])
def test_an_account_tells_which_app_it_came_through(
    dashboard: Client, path: Callable[[Client], str], source: str
) -> None:
    dashboard.put(path(dashboard), json=APP)
    web.get(connect(dashboard).json()["auth_url"] + "&approve=1")
    assert on_x(dashboard, account(dashboard, "twitter"))["metadata"] == {"byok_source": source}


def test_accounts_of_a_replaced_app_have_to_be_connected_again(dashboard: Client) -> None:
    dashboard.put(PATH, json=APP)
    web.get(connect(dashboard).json()["auth_url"] + "&approve=1")
    connected = account(dashboard, "twitter")
    statuses = [
        dashboard.put(PATH, json=pair) and on_x(dashboard, connected)["status"]
        for pair in (APP, {**APP, "client_secret": "rotated"})
    ]
    assert statuses == ["active", "reconnect_required"]


def test_a_new_default_leaves_accounts_of_a_brands_own_app_alone(dashboard: Client) -> None:
    for path in (of_brand(dashboard), PATH):
        dashboard.put(path, json=APP)
    web.get(connect(dashboard).json()["auth_url"] + "&approve=1")
    dashboard.put(PATH, json=BAD)
    assert on_x(dashboard, account(dashboard, "twitter"))["status"] == "active"


def test_the_x_accounts_of_the_demo_data_came_through_apps_of_their_brands(demo: Client) -> None:
    accounts = [one for one in demo.get("/accounts").json()["data"] if one["platform"] == "twitter"]
    assert {one["metadata"]["byok_source"] for one in accounts} == {"brand"}


def test_the_app_goes_with_its_brand(dashboard: Client) -> None:
    made = dashboard.post("/brands", json={"name": "Fleeting"}).json()["id"]
    dashboard.put(f"{PATH}/brand/{made}", json=APP)
    dashboard.delete(f"/brands/{made}")
    assert dashboard.get(PATH).json()["count"] == 0


def test_a_foreign_brand_is_told_from_an_unknown_one(dashboard: Client, demo: Client) -> None:
    answers = [dashboard.put(path, json=APP) for path in (of_brand(demo), f"{PATH}/brand/nothing")]
    assert [(answer.status_code, code(answer)) for answer in answers] == [
        (403, "byok.credentials_forbidden"),
        (404, "brand.not_found"),
    ]


def test_deleting_what_is_not_there_changes_nothing(dashboard: Client) -> None:
    paths = (PATH, of_brand(dashboard))
    assert [dashboard.delete(path).status_code for path in paths] == [204, 204]


@pytest.mark.parametrize(
    ("pair", "verdict"),
    [
        (APP, {"valid": True}),
        (BAD, {"valid": False, "reason": "X rejected the client secret."}),
        ({**APP, "client_id": "invalid"}, {"valid": False, "reason": "X does not know the client id."}),
    ],
)
def test_a_pair_is_tried_without_being_stored(
    dashboard: Client, pair: dict[str, str], verdict: dict[str, Any]
) -> None:
    assert dashboard.post(f"{PATH}/test", json=pair).json() == verdict
    assert dashboard.get(PATH).json()["count"] == 0


def test_five_tests_a_minute_are_enough(fresh: Callable[..., Client], dashboard: Client) -> None:
    answers = [dashboard.post(f"{PATH}/test", json=APP) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert code(answers[-1]) == "byok.test_rate_limited"
    assert fresh().post(f"{PATH}/test", json=APP).status_code == 200
