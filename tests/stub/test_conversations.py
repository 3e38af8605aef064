"""Conversations: who can be written to, with what, and what becomes of it."""

import time
from typing import Any

import pytest
from stub.callers import Client, account, brand, caller, code, field, lost_account, web

pytestmark = pytest.mark.every_database
PICTURE = {"source_type": "url", "source": "https://cdn.example.com/menu.jpg"}
HELD = {"source_type": "platform_attachment_id", "source": "1234567890"}
REPLY = {"title": "Yes", "payload": "YES"}
INSIDE = {**PICTURE, "source": "http://10.0.0.1/menu.jpg"}
NO_PAYLOAD = {"type": "postback", "title": "Yes"}
POSTBACK = {"type": "postback", **REPLY}
CLOSED = (410, "platform.instagram.window_closed")


def conversations(client: Client, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/inbox/conversations", params={"limit": 100, **query}).json()[
        "data"
    ]
    return found


def with_person(client: Client, platform: str, name: str, **query: Any) -> dict[str, Any]:
    """Maria wrote minutes ago, Luca 3 days, Mei 12; Noah is archived; Noor does not want to hear anything."""
    found = conversations(client, platform=platform, **query)
    return next(one for one in found if one["participant_name"] == name)


def send(client: Client, owner: dict[str, Any], **body: Any) -> Any:
    return client.post(
        f"/inbox/conversations/{owner['id']}/messages", json={"account_id": owner["account_id"], **body}
    )


def messages(client: Client, owner: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/inbox/conversations/{owner['id']}/messages").json()["data"]
    return found


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, code(answer)


def test_archived_conversations_are_listed_alone(demo: Client) -> None:
    assert {one["status"] for one in conversations(demo)} == {"active"}
    assert {one["participant_name"] for one in conversations(demo, status="archived")} == {"Noah Berg"}


def test_a_brand_key_sees_the_conversations_of_its_brand(url: str, demo: Client) -> None:
    made = demo.post("/keys", json={"name": "K", "brand_ids": [brand(demo, "Harbour Books")]}).json()
    hidden = with_person(demo, "instagram", "Maria Lopez")
    with caller(url, made["raw_key"]) as client:
        assert conversations(client) == conversations(demo, brand_id=brand(demo, "Harbour Books"))
        path = f"/inbox/conversations/{hidden['id']}"
        answers = [client.get(path), client.post(f"{path}/read"), send(client, hidden, text="Hello")]
        assert {refusal(one) for one in answers} == {(404, "conversation.not_found")}


@pytest.mark.parametrize(
    ("platform", "name", "body"),
    [
        (
            "instagram",
            "Maria Lopez",
            {"text": "T", "attachments": [PICTURE], "buttons": [POSTBACK]},
        ),
        ("facebook", "Mei Tanaka", {"text": "T", "message_tag": "ACCOUNT_UPDATE"}),
        ("instagram", "Luca Rossi", {"text": "T", "message_tag": "HUMAN_AGENT"}),
        ("telegram", "Mei Tanaka", {"text": "T", "message_tag": "ANY", "reply_to_message_id": "unknown"}),
        ("telegram", "Maria Lopez", {"attachment_url": "https://cdn.example.com/menu.pdf"}),
        ("twitter", "Mei Tanaka", {"text": "T"}),
        ("whatsapp", "Maria Lopez", {"text": "T"}),
    ],
)
def test_a_message_goes_out(demo: Client, platform: str, name: str, body: dict[str, Any]) -> None:
    assert send(demo, with_person(demo, platform, name), **body).status_code == 200


@pytest.mark.parametrize(
    ("platform", "name", "body", "expected"),
    [
        ("instagram", "Luca Rossi", {}, CLOSED),
        (
            "instagram",
            "Mei Tanaka",
            {"message_tag": "HUMAN_AGENT"},
            (410, "platform.instagram.window_closed"),
        ),
        ("facebook", "Luca Rossi", {}, (410, "platform.facebook.window_closed")),
        ("whatsapp", "Luca Rossi", {"message_tag": "HUMAN_AGENT"}, (410, "whatsapp.window_closed")),
        ("whatsapp", "Noor Haddad", {}, (403, "whatsapp.user_opted_out")),
        ("telegram", "Noor Haddad", {}, (403, "telegram.cannot_message")),
        (
            "instagram",
            "Maria Lopez",
            {"message_tag": "ACCOUNT_UPDATE"},
            (400, "validation.invalid_message_tag"),
        ),
        (
            "instagram",
            "Maria Lopez",
            {"reply_to_message_id": "unknown"},
            (502, "platform.instagram.api_error"),
        ),
    ],
)
def test_a_message_does_not_go_out(
    demo: Client, platform: str, name: str, body: dict[str, Any], expected: tuple[int, str]
) -> None:
    assert refusal(send(demo, with_person(demo, platform, name), text="T", **body)) == expected


@pytest.mark.parametrize(
    ("platform", "body", "name"),
    [
        ("instagram", {"buttons": [{"type": "url", "title": "Menu"}], "text": "T"}, "buttons[0].url"),
        (
            "instagram",
            {"cards": [{"title": "C", "buttons": [{"type": "postback", "title": "B"}]}]},
            "cards[0].buttons[0].payload",
        ),
        (
            "instagram",
            {"attachments": [HELD]},
            "attachments[0].type",
        ),
        (
            "instagram",
            {"attachments": [PICTURE, INSIDE]},
            "attachments[1].source",
        ),
        ("instagram", {"attachment_url": "http://localhost/a.jpg"}, "attachment_url"),
        (
            "instagram",
            {"cards": [{"title": "C", "image_url": INSIDE["source"]}]},
            "cards[0].image_url",
        ),
        ("instagram", {"text": "T", "quick_replies": [REPLY], "cards": [{"title": "C"}]}, "cards"),
        ("instagram", {"text": " "}, "text"),
        ("telegram", {"attachments": [PICTURE, PICTURE]}, "attachments"),
        ("telegram", {"attachments": [PICTURE], "text": "T"}, "attachments"),
        (
            "telegram",
            {"attachments": [{**HELD, "type": "image"}]},
            "attachments[0].source",
        ),
        ("whatsapp", {"attachments": [PICTURE], "text": "T"}, "attachments"),
        ("twitter", {"text": "T", "quick_replies": [REPLY]}, "quick_replies"),
    ],
)
def test_a_message_that_cannot_be_names_what_is_wrong(
    demo: Client, platform: str, body: dict[str, Any], name: str
) -> None:
    answer = send(demo, with_person(demo, platform, "Maria Lopez"), **body)
    assert (answer.status_code, field(answer)) == (400, name)


def test_every_part_is_a_message_of_its_own(demo: Client) -> None:
    owner = with_person(demo, "facebook", "Maria Lopez")
    files = [PICTURE, {**PICTURE, "source": "https://cdn.example.com/menu"}]
    sent = send(demo, owner, text="T", attachments=files, cards=[{"title": "C"}]).json()["message_ids"]
    latest = messages(demo, owner)[:4][::-1]
    assert [one["platform_id"] for one in latest] == sent
    assert [one.get("attachment_type") for one in latest] == [None, "image", "file", None]


def test_a_file_of_the_library_is_sent_once_it_is_ready(demo: Client) -> None:
    owner = with_person(demo, "instagram", "Maria Lopez")
    assert refusal(send(demo, owner, attachments=[{"source_type": "media_id", "source": "no"}])) == (
        404,
        "media.not_found",
    )


def test_only_the_account_of_the_conversation_can_write(demo: Client) -> None:
    owner = with_person(demo, "instagram", "Maria Lopez")
    others = [account(demo, "threads"), account(demo, "facebook"), "acc_nobody", lost_account(demo)]
    assert [refusal(send(demo, {**owner, "account_id": one}, text="T")) for one in others] == [
        (501, "resource.not_supported"),
        (404, "conversation.not_found"),
        (404, "account.not_found"),
        (501, "resource.not_supported"),
    ]


@pytest.mark.parametrize(
    ("platform", "last"), [("instagram", "read"), ("whatsapp", "read"), ("telegram", "sent")]
)
def test_the_state_of_a_message_goes_as_far_as_its_platform_tells(
    demo: Client, platform: str, last: str
) -> None:
    owner = with_person(demo, platform, "Maria Lopez")
    sent = send(demo, owner, text="T").json()["message_id"]
    seen = []
    for _ in range(100):
        seen.append(next(one["status"] for one in messages(demo, owner) if one["platform_id"] == sent))
        if seen[-1] == last:
            break
        time.sleep(0.02)
    assert (seen[0], seen[-1]) == ("sent", last)


def test_writing_moves_a_conversation_to_the_top_and_leaves_it_unread(demo: Client) -> None:
    owner = with_person(demo, "twitter", "Mei Tanaka")
    send(demo, owner, text="Here again")
    first = conversations(demo)[0]
    assert (first["id"], first["last_message"]) == (owner["id"], "Here again")
    assert first["unread_count"] == owner["unread_count"] == 1


def test_writing_does_not_bring_an_archived_conversation_back(demo: Client) -> None:
    owner = with_person(demo, "telegram", "Noah Berg", status="archived")
    send(demo, owner, text="T")
    assert demo.get(f"/inbox/conversations/{owner['id']}").json()["data"]["status"] == "archived"


@pytest.mark.usefixtures("reset_after")
def test_conversations_go_with_their_account(demo: Client) -> None:
    owner = with_person(demo, "telegram", "Maria Lopez")
    demo.delete(f"/accounts/{owner['account_id']}")
    assert refusal(demo.get(f"/inbox/conversations/{owner['id']}")) == (404, "conversation.not_found")


def test_a_call_costs_one_credit_and_a_refused_one_none(free: Client) -> None:
    owner = with_person(free, "instagram", "Maria Lopez")
    answers = [send(free, owner, text="T", attachments=[PICTURE]), send(free, owner)]
    assert [one.status_code for one in answers] == [200, 400]
    assert answers[0].headers["X-Interactions-Remaining"] == "49"
    assert free.get("/usage").json()["interactions_used"] == 1


@pytest.mark.usefixtures("reset_after")
def test_a_message_opens_the_window_until_the_clock_has_moved_a_day(url: str, demo: Client) -> None:
    owner = with_person(demo, "instagram", "Luca Rossi")
    wishes = {"conversation_id": owner["id"]}
    order = {"event": "dm.received", "account_id": owner["account_id"], "overrides": wishes}
    web.post(f"{url}/_mock/trigger", json=order).raise_for_status()
    assert send(demo, owner, text="T").status_code == 200
    web.post(f"{url}/_mock/clock", json={"advance": 24 * 3600 + 60}).raise_for_status()
    assert refusal(send(demo, owner, text="T")) == CLOSED


@pytest.mark.usefixtures("reset_after")
def test_a_platform_that_fails_costs_nothing(url: str, free: Client) -> None:
    owner = with_person(free, "instagram", "Maria Lopez")
    order = {"outcome": "api_error", "operation": "send_message", "workspace": "free"}
    web.post(f"{url}/_mock/outcomes", json=order).raise_for_status()
    answers = [send(free, owner, text="T") for _ in range(2)]
    assert [one.status_code for one in answers] == [502, 200]
    assert free.get("/usage").json()["interactions_used"] == 1


@pytest.mark.usefixtures("reset_after")
def test_an_account_that_lost_its_grant_cannot_write(url: str, demo: Client) -> None:
    owner = with_person(demo, "instagram", "Maria Lopez")
    order = {"event": "account.disconnected", "account_id": owner["account_id"]}
    web.post(f"{url}/_mock/trigger", json=order).raise_for_status()
    assert refusal(send(demo, owner, text="T")) == (403, "account.reconnection_required")
