"""WhatsApp: numbers on their way into use, profiles, templates and their review."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from socialapi_stub import phone_numbers
from stub.callers import Client, account, code, field, web

BODY = {"type": "BODY", "text": "Hello {{1}}.", "example": {"body_text": [["Maria"]]}}
LINK = {
    "type": "URL",
    "text": "Track",
    "url": "https://example.com/{{1}}",
    "example": ["https://example.com/1"],
}
PHONE = "platforms/whatsapp/phone-numbers"
pytestmark = pytest.mark.usefixtures("reset_once")


@pytest.fixture
def number(demo: Client) -> str:
    return account(demo, "whatsapp")


@pytest.fixture
def new_number(other: Client) -> str:
    return account(other, "whatsapp")


def state(client: Client, account_id: str) -> tuple[bool, bool]:
    status = client.get(f"/{PHONE}/{account_id}/status").json()
    return status["verified"], status["registered"]


def hand_in(client: Client, account_id: str, name: str, **body: Any) -> Any:
    given = {"name": name, "category": "UTILITY", "language": "en_US", "components": [BODY], **body}
    return client.post(f"/platforms/whatsapp/accounts/{account_id}/templates", json=given)


def reviewed(client: Client, template_id: str) -> str:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        status = str(client.get(f"/platforms/whatsapp/templates/{template_id}").json()["status"])
        if status != "PENDING":
            return status
        time.sleep(0.02)
    raise AssertionError(f"template {template_id} is still in review")


def send(client: Client, account_id: str, name: str, *components: Any, **body: Any) -> Any:
    given = {"to": "15550123456", "template_name": name, "language": "en_US", "components": [*components]}
    return client.post(f"/platforms/whatsapp/accounts/{account_id}/send-template", json={**given, **body})


def values(kind: str, *texts: str) -> dict[str, Any]:
    return {"type": kind, "parameters": [{"type": "text", "text": text} for text in texts]}


def test_a_new_number_is_verified_and_then_registered(url: str, other: Client, new_number: str) -> None:
    pin = {"pin": "482913"}
    assert code(other.post(f"/{PHONE}/{new_number}/register", json=pin)) == "resource.conflict"
    other.post(f"/{PHONE}/{new_number}/request-code", json={"method": "SMS", "language": "en_US"})
    sent = web.get(f"{url}/_mock/whatsapp/{new_number}/code").json()
    assert other.post(f"/{PHONE}/{new_number}/verify-code", json=sent).status_code == 204
    assert state(other, new_number) == (True, False)
    assert other.post(f"/{PHONE}/{new_number}/register", json=pin).status_code == 204
    assert state(other, new_number) == (True, True)


def test_a_code_is_good_for_one_attempt(url: str, other: Client, new_number: str) -> None:
    other.post(f"/{PHONE}/{new_number}/request-code", json={"method": "VOICE", "language": "pt_BR"})
    sent = web.get(f"{url}/_mock/whatsapp/{new_number}/code").json()
    other.post(f"/{PHONE}/{new_number}/verify-code", json={"code": "000000"})
    answer = other.post(f"/{PHONE}/{new_number}/verify-code", json=sent)
    assert (answer.status_code, code(answer)) == (502, "platform.whatsapp.api_error")
    assert web.get(f"{url}/_mock/whatsapp/{new_number}/code").status_code == 404


def test_codes_are_limited(demo: Client, number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phone_numbers, "CODES_PER_HOUR", 1)
    path = f"/{PHONE}/{number}/request-code"
    answers = [demo.post(path, json={"method": "SMS", "language": "en_US"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [204, 429]
    assert code(answers[-1]) == "platform.whatsapp.rate_limit"


def test_a_profile_is_found_by_whatsapps_id_and_changes_field_by_field(demo: Client, number: str) -> None:
    accounts = demo.get("/accounts").json()["data"]
    phone_id = next(one["metadata"]["phone_number_id"] for one in accounts if one["id"] == number)
    path = f"/{PHONE}/{phone_id}/business-profile"
    before = demo.get(path).json()
    demo.put(path, json={"about": "", "profile_picture_handle": "4::abc"})
    after = demo.get(path).json()
    assert after.pop("profile_picture_url").startswith("https://")
    assert after == {name: value for name, value in before.items() if name != "about"}


def test_a_profile_needs_something_to_change(demo: Client, number: str) -> None:
    accounts = demo.get("/accounts").json()["data"]
    phone_id = next(one["metadata"]["phone_number_id"] for one in accounts if one["id"] == number)
    answer = demo.put(f"/{PHONE}/{phone_id}/business-profile", json={"colour": "red"})
    assert (answer.status_code, code(answer)) == (400, "validation.field_required")


def test_a_workspace_without_whatsapp_says_so(as_role: Callable[..., Client]) -> None:
    free = as_role("free")
    answers = [free.get("/platforms/whatsapp/templates/1"), free.get(f"/{PHONE}/1/business-profile")]
    assert {(answer.status_code, code(answer)) for answer in answers} == {(404, "whatsapp.no_account")}


@pytest.mark.parametrize(
    ("name", "components", "status"),
    [
        ("fine", [BODY], "APPROVED"),
        ("please_reject_me", [BODY], "REJECTED"),
        ("without_samples", [{"type": "BODY", "text": "Hello {{1}}."}], "REJECTED"),
    ],
)
def test_the_review_ends_as_foreseen(
    demo: Client, number: str, name: str, components: list[Any], status: str
) -> None:
    made = hand_in(demo, number, name, components=components).json()
    assert made["status"] == "PENDING"
    assert reviewed(demo, made["id"]) == status


def test_a_template_is_changed_once_a_day_and_reviewed_again(demo: Client, number: str) -> None:
    template_id = hand_in(demo, number, "reworded").json()["id"]
    path, parts = f"/platforms/whatsapp/templates/{template_id}", [{"type": "BODY", "text": "Hello {{1}}."}]
    assert reviewed(demo, template_id) == "APPROVED"
    assert demo.put(path, json={"components": parts}).status_code == 204
    assert reviewed(demo, template_id) == "REJECTED"
    assert code(demo.put(path, json={"components": [BODY]})) == "validation.field_invalid"


def test_the_last_page_of_templates_leads_nowhere(demo: Client, number: str) -> None:
    path = f"/platforms/whatsapp/accounts/{number}/templates"
    first = demo.get(path, params={"limit": 1}).json()["paging"]
    rest = demo.get(path, params={"limit": 100, "cursor": first["cursors"]["after"]}).json()["paging"]
    assert first["next"].endswith(first["cursors"]["after"])
    assert rest == {"cursors": {}}


def test_templates_of_other_workspaces_are_unknown(demo: Client, other: Client, new_number: str) -> None:
    template_id = hand_in(other, new_number, "elsewhere").json()["id"]
    answer = demo.get(f"/platforms/whatsapp/templates/{template_id}")
    assert (answer.status_code, code(answer)) == (404, "whatsapp.template_not_found")


def test_a_template_joins_the_conversation_and_costs_a_credit(demo: Client, number: str) -> None:
    spent = demo.get("/usage").json()["interactions_used"]
    sent = send(demo, number, "order_ready", values("body", "Maria", "4711")).json()
    query = {"account_id": number, "limit": 1}
    latest = demo.get("/inbox/conversations", params=query).json()["data"][0]
    assert (latest["participant_id"], latest["last_message"]) == (
        "15550123456",
        "Hello Maria, your order 4711 is ready.",
    )
    messages = demo.get(f"/inbox/conversations/{latest['id']}/messages").json()["data"]
    assert messages[0]["platform_id"] == sent["messages"][0]["id"]
    assert demo.get("/usage").json()["interactions_used"] == spent + 1


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"language": "fr_FR"}, "whatsapp.template_not_found"),
        ({"template_name": "reading_night"}, "whatsapp.template_paused"),
        ({"template_name": "old_menu"}, "platform.whatsapp.api_error"),
        ({"to": "9995550123"}, "whatsapp.undeliverable"),
    ],
)
def test_what_cannot_be_sent_says_why(demo: Client, number: str, wish: dict[str, str], expected: str) -> None:
    assert code(send(demo, number, "order_ready", values("body", "Maria", "4711"), **wish)) == expected


def test_whoever_opted_out_is_left_alone(demo: Client, number: str) -> None:
    people = demo.get("/inbox/conversations", params={"account_id": number, "limit": 100}).json()["data"]
    refusing = next(one["participant_id"] for one in people if one["participant_name"] == "Noor Haddad")
    answer = send(demo, number, "order_ready", values("body", "Noor", "4711"), to=refusing)
    assert (answer.status_code, code(answer)) == (403, "whatsapp.user_opted_out")


@pytest.mark.parametrize(
    "given", [[], [values("button", "1")], [values("button", "1"), values("button", "2")]]
)
def test_buttons_take_values_of_their_own(demo: Client, number: str, given: list[Any]) -> None:
    name = f"with_button_{len(given)}"
    buttons = {"type": "BUTTONS", "buttons": [LINK]}
    reviewed(demo, hand_in(demo, number, name, components=[BODY, buttons]).json()["id"])
    answer = send(demo, number, name, values("body", "Maria"), *given)
    assert answer.status_code == (200 if len(given) == 1 else 502)


def test_nothing_is_sent_from_a_number_out_of_use(demo: Client, number: str) -> None:
    demo.post(f"/{PHONE}/{number}/deregister")
    answer = send(demo, number, "order_ready", values("body", "Maria", "4711"))
    demo.post(f"/{PHONE}/{number}/register", json={"pin": "482913"})
    assert (answer.status_code, code(answer)) == (502, "platform.whatsapp.api_error")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"components": []}, (None, "components")),
        ({"language": "English"}, (None, "language")),
        ({"components": [BODY, {"type": "CAROUSEL"}]}, (1, "components.type")),
        ({"components": [BODY, {"type": "BUTTONS", "buttons": [LINK] * 3}]}, (1, "components.buttons")),
        ({"components": [{"type": "BODY", "text": "Hello {{name}}."}]}, (0, "components.text")),
    ],
)
def test_a_draft_is_held_against_the_rules(demo: Client, change: Any, expected: Any) -> None:
    draft = {"name": "draft", "category": "UTILITY", "language": "en_US", "components": [BODY], **change}
    found = demo.post("/platforms/whatsapp/templates/validate", json=draft).json()["errors"]
    assert expected in [(issue["component_index"], issue["field"]) for issue in found]


def test_broken_rules_keep_a_template_from_being_handed_in(demo: Client, number: str) -> None:
    answer = hand_in(demo, number, "two_bodies", components=[BODY, BODY])
    assert (answer.status_code, field(answer)) == (400, "components")
