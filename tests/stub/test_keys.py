"""API keys: the life of one."""

import re
from typing import Any

import pytest
from stub.callers import Client, brand, caller, code, field


@pytest.fixture
def key(demo: Client) -> dict[str, Any]:
    made: dict[str, Any] = demo.post("/keys", json={"name": "Robot"}).json()
    return made


def listed(client: Client, key_id: str) -> dict[str, Any]:
    return next(one for one in client.get("/keys").json()["data"] if one["id"] == key_id)


def works(url: str, secret: str) -> bool:
    with caller(url, secret) as client:
        return client.get("/brands").status_code == 200


def test_a_new_key_works_at_once(url: str, key: dict[str, Any]) -> None:
    assert re.fullmatch("sapi_key_[0-9a-f]{62}", key["raw_key"])
    assert works(url, key["raw_key"])


def test_the_secret_is_shown_once(demo: Client, key: dict[str, Any]) -> None:
    assert key["raw_key"] not in demo.get("/keys").text
    assert listed(demo, key["id"])["preview"] == key["raw_key"][:14] + "..."


def test_a_key_notes_when_it_was_used(url: str, demo: Client, key: dict[str, Any]) -> None:
    before = listed(demo, key["id"])["last_used_at"]
    works(url, key["raw_key"])
    assert (before, listed(demo, key["id"])["last_used_at"] is None) == (None, False)


def test_a_revoked_key_stops_at_once_and_stays_listed(url: str, demo: Client, key: dict[str, Any]) -> None:
    assert demo.delete(f"/keys/{key['id']}").json() == {"ok": True}
    assert (works(url, key["raw_key"]), listed(demo, key["id"])["is_active"]) == (False, False)


def test_a_revoked_key_cannot_be_changed(demo: Client, key: dict[str, Any]) -> None:
    path = f"/keys/{key['id']}"
    demo.delete(path)
    answers = [demo.delete(path), demo.patch(path, json={"name": "X"}), demo.post(f"{path}/rotate")]
    assert {(answer.status_code, code(answer)) for answer in answers} == {(404, "resource.not_found")}


def test_a_rotated_key_has_a_new_secret_and_nothing_else_new(
    url: str, demo: Client, key: dict[str, Any]
) -> None:
    rotated = demo.post(f"/keys/{key['id']}/rotate").json()
    assert rotated == {**key, "raw_key": rotated["raw_key"]}
    assert (works(url, key["raw_key"]), works(url, rotated["raw_key"])) == (False, True)


def test_what_a_change_leaves_out_stays(demo: Client, key: dict[str, Any]) -> None:
    demo.patch(f"/keys/{key['id']}", json={"scopes": ["posts:read"]})
    changed = demo.patch(f"/keys/{key['id']}", json={"name": "Renamed"}).json()
    assert changed == {"id": key["id"], "name": "Renamed", "scopes": ["posts:read"], "brand_ids": []}


def test_an_empty_list_lifts_a_restriction(demo: Client, key: dict[str, Any]) -> None:
    for scopes in (["posts:read"], []):
        changed = demo.patch(f"/keys/{key['id']}", json={"scopes": scopes}).json()
    assert changed["scopes"] == []


def test_a_restriction_works_at_once(url: str, demo: Client, key: dict[str, Any]) -> None:
    demo.patch(f"/keys/{key['id']}", json={"scopes": ["posts:read"]})
    assert not works(url, key["raw_key"])


@pytest.mark.parametrize(
    ("body", "expected", "name"),
    [
        ({}, "validation.field_required", "name"),
        ({"name": ""}, "validation.field_invalid", "name"),
        ({"name": "K", "scopes": ["posts:fly"]}, "validation.scope_invalid", "scopes"),
        ({"name": "K", "brand_ids": ["nothing"]}, "validation.brand_invalid", "brand_ids"),
        ({"name": "K", "scopes": "posts:read"}, "validation.field_invalid", "scopes"),
    ],
)
def test_a_bad_key_says_what_is_bad(demo: Client, body: dict[str, Any], expected: str, name: str) -> None:
    answer = demo.post("/keys", json=body)
    assert (code(answer), field(answer)) == (expected, name)


def test_an_unknown_scope_is_named(demo: Client) -> None:
    answer = demo.post("/keys", json={"name": "K", "scopes": ["posts:fly"]})
    assert "posts:fly" in answer.json()["error"]["message"]


@pytest.mark.usefixtures("reset")
def test_a_deleted_brand_stays_in_a_key_and_matches_nothing(url: str, demo: Client) -> None:
    gone = brand(demo, "Harbour Books")
    key = demo.post("/keys", json={"name": "K", "brand_ids": [gone]}).json()
    demo.delete(f"/brands/{gone}")
    with caller(url, key["raw_key"]) as client:
        assert client.get("/brands").json()["data"] == client.get("/accounts").json()["data"] == []
    assert listed(demo, key["id"])["brand_ids"] == [gone]


def test_twelve_scopes_are_listed(demo: Client) -> None:
    assert demo.get("/keys/scopes").json()["count"] == 12
