"""Webhooks: registering an address, changing it, testing it, and what is kept of that."""

import hashlib
import hmac
import re
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from socialapi_conformance.receiver import Mailbox, receiver
from socialapi_stub import webhook_calls
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from socialapi_stub.webhook_calls import Outcome
from stub.callers import Client, caller, code, field, web

pytestmark = pytest.mark.usefixtures("reset_once")


def create(client: Client, url: str, *events: str) -> httpx.Response:
    return client.post("/webhooks", json={"url": url, "events": list(events or ("post.deleted",))})


def listening(client: Client, mailbox: Mailbox | None = None) -> dict[str, Any]:
    made = create(client, mailbox.url if mailbox else receiver().sink)
    assert made.status_code == 201, made.text
    return dict(made.json())


def send_test(client: Client, webhook: dict[str, Any], payload: Any = None) -> dict[str, Any]:
    body = {"event_type": "post.deleted", "payload": payload}
    return dict(client.post(f"/webhooks/{webhook['id']}/test", json=body).json())


def test_an_address_is_tried_before_it_is_kept(demo: Client) -> None:
    mailbox = receiver().mailbox()
    secret = listening(demo, mailbox)["secret"]
    (ping,) = mailbox.pings
    assert ping.body == b'{"event":"webhook.test","data":{"verification":true}}'
    digest = hmac.new(secret.encode(), ping.body, hashlib.sha256).hexdigest()
    assert ping.headers["X-SocialAPI-Signature"] == f"sha256={digest}"
    assert "X-SocialAPI-Delivery" not in ping.headers


@pytest.mark.parametrize("status", [404, 500, 301])
def test_an_address_that_does_not_answer_well_is_not_kept(demo: Client, status: int) -> None:
    before = demo.get("/webhooks").json()["count"]
    mailbox = receiver().mailbox(to_ping=status)
    refusal = create(demo, mailbox.url)
    assert (refusal.status_code, code(refusal)) == (400, "webhook_verification_failed")
    assert demo.get("/webhooks").json()["count"] == before


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/hooks",
        "https://10.0.0.1/hooks",
        "https://[::ffff:192.168.0.1]/hooks",
        "https://169.254.169.254/latest",
        "https://2130706433/",
        "https://router.local/hooks",
        "https://intranet/hooks",
        "https://",
    ],
)
def test_an_address_that_is_not_public_is_refused(demo: Client, address: str) -> None:
    refusal = create(demo, address)
    assert (refusal.status_code, code(refusal), field(refusal)) == (400, "validation.field_invalid", "url")


def test_a_reserved_name_is_not_even_looked_up(demo: Client) -> None:
    refusal = create(demo, "https://hooks.example.com/socialapi")
    assert (code(refusal), "reserved" in refusal.json()["error"]["message"]) == (
        "webhook_verification_failed",
        True,
    )


def test_others_can_write_while_an_address_is_tried(demo: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answer = threading.Event(), threading.Event()

    def send(*_: object) -> Outcome:
        asked.set()
        answer.wait(10)
        return Outcome(200, "", 0, "")

    monkeypatch.setattr(webhook_calls, "send", send)
    trying = threading.Thread(target=create, args=(demo, receiver().sink))
    trying.start()
    assert asked.wait(10)
    assert demo.post("/brands", json={"name": "Meanwhile"}).status_code == 201
    answer.set()
    trying.join()


def test_plain_http_elsewhere_is_for_those_who_ask_for_it() -> None:
    with running(Settings(allow_http_webhooks=True)) as url:
        token = web.get(f"{url}/_mock/credentials").json()["workspaces"]["demo"]["tokens"]["api_key"]
        with caller(url, token) as client:
            assert code(create(client, "http://hooks.invalid/")) == "webhook_verification_failed"


def test_a_stray_bracket_in_an_address_is_refused(demo: Client) -> None:
    assert [create(demo, url).status_code for url in ("https://[x", "https://a]b.example/")] == [400, 400]


def test_the_secret_is_shown_once(demo: Client) -> None:
    webhook = listening(demo)
    assert re.fullmatch("[0-9a-f]{64}", webhook["secret"])
    shown = demo.get(f"/webhooks/{webhook['id']}")
    assert (webhook["secret"] in shown.text, shown.json()["secret_hint"]) == (
        False,
        f"...{webhook['secret'][-4:]}",
    )


def test_events_named_twice_count_once(demo: Client) -> None:
    made = create(demo, receiver().sink, "dm.received", "post.deleted", "dm.received")
    assert made.json()["events"] == ["dm.received", "post.deleted"]


def test_a_change_replaces_what_it_names(demo: Client) -> None:
    webhook = listening(demo)
    changed = demo.patch(f"/webhooks/{webhook['id']}", json={"events": ["dm.sent"], "is_active": False})
    shown = {name: changed.json()[name] for name in ("url", "events", "is_active")}
    assert shown == {"url": webhook["url"], "events": ["dm.sent"], "is_active": False}


@pytest.mark.parametrize(
    "change", [{}, {"events": []}, {"events": ["post.exploded"]}, {"url": "http://example.org"}]
)
def test_a_change_that_says_nothing_good_is_refused(demo: Client, change: dict[str, Any]) -> None:
    webhook = listening(demo)
    assert code(demo.patch(f"/webhooks/{webhook['id']}", json=change)) == "validation.field_invalid"


def test_a_deleted_webhook_takes_its_deliveries_along(demo: Client) -> None:
    webhook = listening(demo)
    path = f"/webhooks/{webhook['id']}"
    delivery = f"{path}/deliveries/{send_test(demo, webhook)['delivery_id']}"
    assert demo.delete(path).json() == {"ok": True}
    assert [code(demo.get(each)) for each in (path, delivery)] == ["resource.not_found"] * 2


def test_a_webhook_of_another_workspace_does_not_exist(demo: Client, other: Client) -> None:
    webhook = listening(demo)
    path = f"/webhooks/{webhook['id']}"
    delivery = send_test(demo, webhook)["delivery_id"]
    own = other.get("/webhooks").json()["data"][0]["id"]
    answers = [other.get(path), other.delete(path), other.get(f"/webhooks/{own}/deliveries/{delivery}")]
    assert {(answer.status_code, code(answer)) for answer in answers} == {(404, "resource.not_found")}


@pytest.mark.parametrize("payload", [None, 0, "text", [1], {"a": {"b": "ü\u0000"}}])
def test_a_test_sends_any_json(demo: Client, payload: Any) -> None:
    mailbox = receiver().mailbox()
    webhook = listening(demo, mailbox)
    result = send_test(demo, webhook, payload)
    record = demo.get(f"/webhooks/{webhook['id']}/deliveries/{result['delivery_id']}").json()
    assert (httpx.Response(200, content=mailbox.events[0].body).json(), record["payload"]) == (
        payload,
        payload,
    )


def test_an_endpoint_that_is_gone_fails_the_test_and_not_the_call(demo: Client) -> None:
    webhook = listening(demo)
    demo.patch(f"/webhooks/{webhook['id']}", json={"url": "http://127.0.0.1:9/"})
    result = send_test(demo, webhook)
    assert (result["status"], result["response_status_code"], result["response_body"]) == ("failed", 0, "")


def test_a_failed_test_can_be_tried_again(demo: Client) -> None:
    mailbox = receiver().mailbox(503, 200)
    webhook = listening(demo, mailbox)
    path = f"/webhooks/{webhook['id']}/deliveries/{send_test(demo, webhook)['delivery_id']}"
    assert demo.post(f"{path}/retry").json()["status"] == "pending"
    assert len(mailbox.wait(2, 5)) == 2


def test_only_what_has_failed_can_be_tried_again(demo: Client) -> None:
    webhook = listening(demo)
    path = f"/webhooks/{webhook['id']}/deliveries/{send_test(demo, webhook)['delivery_id']}"
    refusal = demo.post(f"{path}/retry")
    assert (refusal.status_code, code(refusal)) == (409, "resource.conflict")


def test_the_demo_shows_every_state_of_a_delivery(demo: Client) -> None:
    webhook = demo.get("/webhooks").json()["data"][0]
    deliveries = demo.get(f"/webhooks/{webhook['id']}/deliveries").json()["data"]
    assert (webhook["is_active"], {each["status"] for each in deliveries}) == (
        False,
        {"delivered", "failed", "pending"},
    )


def test_the_webhook_of_a_delivery_is_looked_for_first(as_role: Callable[..., Client]) -> None:
    answer = as_role("demo").post("/webhooks/gone/deliveries/unknown/retry")
    assert (answer.status_code, answer.json()["error"]["meta"]["resource"]) == (404, "webhook")
