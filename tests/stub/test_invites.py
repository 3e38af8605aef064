"""Invites: made, opened, used once, taken back."""

import pytest
from stub.callers import Client, brand, code, web

pytestmark = [pytest.mark.usefixtures("reset"), pytest.mark.every_database]

BODY = {"platform": "pinterest", "expires_in_days": 7}


@pytest.fixture
def home(demo: Client) -> str:
    return brand(demo, "Harbour Books")


@pytest.fixture
def invite(demo: Client, home: str) -> dict[str, str]:
    made: dict[str, str] = demo.post("/invites", json={**BODY, "brand_id": home}).json()
    return made


def is_active(client: Client, home: str) -> list[bool]:
    listed = client.get("/invites", params={"brand_id": home}).json()["data"]
    return [one["is_active"] for one in listed]


def agree(invite: dict[str, str], query: str = "&approve=1") -> str:
    return web.get(web.get(invite["url"]).headers["Location"] + query).text


def test_an_invite_is_opened_at_the_root_of_the_host_by_anybody(url: str, invite: dict[str, str]) -> None:
    assert invite["url"] == f"{url}/invite/{invite['token']}"
    answers = [web.get(f"{url}{path}{invite['token']}") for path in ("/invite/", "/v1/invite/")]
    assert [answer.status_code for answer in answers] == [302, 302]


def test_a_token_in_the_header_is_not_looked_at(invite: dict[str, str]) -> None:
    assert web.get(invite["url"], headers={"Authorization": "Bearer nonsense"}).status_code == 302


def test_the_root_of_the_host_keeps_to_the_envelope(url: str, invite: dict[str, str]) -> None:
    answers = [web.get(f"{url}/invite/nothing"), web.post(invite["url"]), web.get(f"{url}/invite")]
    assert [code(answer) for answer in answers] == ["resource.not_found", "http.405", "http.404"]


def test_the_document_gives_the_invite_the_host_as_its_server(url: str) -> None:
    document = web.get(f"{url}/openapi.json").json()
    assert document["paths"]["/invite/{token}"]["servers"] == [{"url": url}]


def test_who_agrees_is_connected_to_the_brand_and_uses_the_invite_up(
    demo: Client, home: str, invite: dict[str, str]
) -> None:
    assert "Pinterest is connected" in agree(invite)
    assert "pinterest" in {
        one["platform"] for one in demo.get("/accounts", params={"brand_id": home}).json()["data"]
    }
    assert (code(web.get(invite["url"])), is_active(demo, home)) == ("invite.expired", [False])


def test_who_refuses_leaves_the_invite_open(demo: Client, home: str, invite: dict[str, str]) -> None:
    assert "was not connected" in agree(invite, "&deny=1")
    assert is_active(demo, home) == [True]


def test_a_revoked_invite_leads_nowhere(demo: Client, home: str, invite: dict[str, str]) -> None:
    location = web.get(invite["url"]).headers["Location"]
    assert [demo.delete(f"/invites/{invite['id']}").status_code for _ in range(2)] == [204, 404]
    assert (web.get(invite["url"]).status_code, web.get(location).status_code) == (410, 410)
    assert is_active(demo, home) == [False]


def test_the_demo_has_invites_in_every_state(demo: Client) -> None:
    assert is_active(demo, brand(demo, "Default")) == [True, False, False]


@pytest.mark.parametrize("platform", ["facebook", "google"])
def test_an_invited_person_makes_the_choice_on_the_page(demo: Client, platform: str) -> None:
    home = demo.post("/brands", json={"name": "New"}).json()["id"]
    invite = demo.post("/invites", json={**BODY, "platform": platform, "brand_id": home}).json()
    agree(invite, "&account=ada~3")
    (account,) = demo.get("/accounts", params={"brand_id": home}).json()["data"]
    assert (account["platform"], account["name"]) == (platform, "Ada")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"platform": "myspace"}, "400 account.unsupported_platform"),
        ({"platform": "telegram"}, "400 account.unsupported_platform"),
        ({"expires_in_days": 2}, "400 validation.field_invalid"),
        ({"brand_id": "nothing"}, "404 brand.not_found"),
        ({}, "409 resource.conflict"),
        ({"platform": "twitter"}, "409 resource.conflict"),
    ],
)
def test_a_bad_invite_says_what_is_bad(
    demo: Client, home: str, invite: dict[str, str], body: dict[str, object], expected: str
) -> None:
    answer = demo.post("/invites", json={**BODY, "brand_id": home, "platform": invite["platform"], **body})
    assert f"{answer.status_code} {code(answer)}" == expected


def test_invites_go_with_their_brand(demo: Client, home: str, invite: dict[str, str]) -> None:
    demo.delete(f"/brands/{home}")
    assert code(demo.get("/invites", params={"brand_id": home})) == "brand.not_found"
    assert code(web.get(invite["url"])) == "resource.not_found"


def test_a_token_is_kept_out_of_the_log(url: str, invite: dict[str, str]) -> None:
    web.get(invite["url"])
    logged = web.get(f"{url}/_mock/requests", params={"operation": "redeem_invite"})
    assert logged.json()["data"][0]["path"] == "/invite/{token}"
    assert invite["token"] not in logged.text
