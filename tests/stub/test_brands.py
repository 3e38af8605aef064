"""Brands: made, renamed, deleted with their accounts, limited by the plan."""

import pytest
from stub.callers import Client, account, brand, code, field

pytestmark = pytest.mark.usefixtures("reset_once")


def test_a_new_brand_is_listed_last(demo: Client) -> None:
    made = demo.post("/brands", json={"name": "Fresh"}).json()
    assert demo.get("/brands").json()["data"][-1] == made


def test_a_rename_moves_updated_at_alone(demo: Client) -> None:
    made = demo.post("/brands", json={"name": "Old"}).json()
    renamed = demo.patch(f"/brands/{made['id']}", json={"name": "New"}).json()
    assert renamed == {**made, "name": "New", "updated_at": renamed["updated_at"]}
    assert renamed["updated_at"] > made["updated_at"]


def test_names_need_not_be_unique(demo: Client) -> None:
    ids = {demo.post("/brands", json={"name": "Twin"}).json()["id"] for _ in range(2)}
    assert len(ids) == 2


def test_an_empty_name_is_refused(demo: Client) -> None:
    answer = demo.post("/brands", json={"name": " "})
    assert (answer.status_code, field(answer)) == (400, "name")


@pytest.mark.usefixtures("reset_after")
def test_a_deleted_brand_takes_its_accounts_along(demo: Client) -> None:
    gone = brand(demo, "Acme Coffee")
    inside = account(demo, "youtube", gone)
    assert demo.delete(f"/brands/{gone}").status_code == 204
    assert code(demo.get(f"/accounts/{inside}/limits")) == "account.not_found"


def test_a_deleted_brand_is_gone(demo: Client) -> None:
    gone = demo.post("/brands", json={"name": "Gone"}).json()["id"]
    answers = [
        demo.delete(f"/brands/{gone}"),
        demo.delete(f"/brands/{gone}"),
        demo.patch(f"/brands/{gone}", json={"name": "X"}),
    ]
    assert [answer.status_code for answer in answers] == [204, 404, 404]


def test_the_count_of_accounts_follows_them(demo: Client) -> None:
    counts = {one["name"]: one["accounts_count"] for one in demo.get("/brands").json()["data"]}
    assert (counts["Default"], counts["Acme Coffee"], counts["Harbour Books"]) == (4, 8, 4)


def test_a_brand_beyond_the_plan_is_refused(free: Client) -> None:
    answers = [free.post("/brands", json={"name": "One more"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 403]
    assert answers[1].json()["error"]["code"] == "billing.profile_units_limit"
    assert answers[1].json()["error"]["meta"] == {"plan": "free", "max": 2}
