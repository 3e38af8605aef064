"""Another workspace's things do not exist."""

import pytest
from stub.callers import Client, account, brand, code, post_in


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/posts/{post}", None),
        ("PATCH", "/posts/{post}", {"text": "mine"}),
        ("DELETE", "/posts/{post}", None),
        ("POST", "/posts/{post}/publish", None),
        ("POST", "/posts/{post}/retry", None),
        ("POST", "/posts/{post}/unpublish", {}),
        ("GET", "/posts/{post}/metrics", None),
        ("GET", "/posts/{platform_post}", None),
        ("GET", "/accounts/{account}/pages", None),
        ("GET", "/accounts/{account}/limits", None),
        ("GET", "/accounts/{account}/creator-info", None),
        ("PATCH", "/accounts/{account}/pages/{page}", {"is_default": True}),
        ("DELETE", "/accounts/{account}", None),
        ("PATCH", "/brands/{brand}", {"name": "mine"}),
        ("DELETE", "/brands/{brand}", None),
        ("PATCH", "/keys/{key}", {"name": "mine"}),
        ("POST", "/keys/{key}/rotate", None),
        ("DELETE", "/keys/{key}", None),
        ("POST", "/posts", {"text": "X", "targets": [{"account_id": "{account}"}]}),
        ("POST", "/posts/validate", {"account_ids": ["{account}"]}),
        ("POST", "/accounts/connect", {"platform": "threads", "brand_id": "{brand}"}),
    ],
)
def test_foreign_things_are_404(demo: Client, other: Client, method: str, path: str, body: object) -> None:
    published = demo.get(f"/posts/{post_in(demo, 'published')}").json()
    page_of = account(demo, "facebook")
    ids = {
        "{post}": published["id"],
        "{platform_post}": published["targets"][0]["platform_post_id"],
        "{account}": page_of,
        "{page}": demo.get(f"/accounts/{page_of}/pages").json()["data"][0]["id"],
        "{brand}": brand(demo, "Acme Coffee"),
        "{key}": demo.get("/keys").json()["data"][0]["id"],
    }
    answer = other.request(method, _filled(path, ids), json=_filled(body, ids))
    assert (answer.status_code, code(answer).rpartition(".")[2]) == (404, "not_found")


@pytest.mark.parametrize("path", ["/brands", "/accounts", "/keys", "/posts?limit=100"])
def test_lists_hold_nothing_of_another_workspace(demo: Client, other: Client, path: str) -> None:
    mine, theirs = ({one["id"] for one in client.get(path).json()["data"]} for client in (demo, other))
    assert mine
    assert theirs
    assert not mine & theirs


def test_a_foreign_brand_filters_to_nothing(demo: Client, other: Client) -> None:
    foreign = {"brand_id": brand(demo, "Default")}
    assert [other.get(path, params=foreign).json()["data"] for path in ("/accounts", "/posts")] == [[], []]


def test_a_key_is_not_restricted_to_a_foreign_brand(demo: Client, other: Client) -> None:
    answer = other.post("/keys", json={"name": "K", "brand_ids": [brand(demo, "Default")]})
    assert (answer.status_code, code(answer)) == (400, "validation.brand_invalid")


def _filled(value: object, ids: dict[str, str]) -> object:
    if isinstance(value, str):
        for name, found in ids.items():
            value = value.replace(name, found)
        return value
    if isinstance(value, dict):
        return {key: _filled(item, ids) for key, item in value.items()}
    return [_filled(item, ids) for item in value] if isinstance(value, list) else value
