"""Deliveries to webhooks: rows that are claimed, attempted and tried again when their time comes."""

import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Event

import pytest
from postgres import NewDatabase
from socialapi_conformance.receiver import Mailbox, receiver
from socialapi_stub import clock, events, ids, seeds, webhook_calls
from socialapi_stub.events import Occurrence
from socialapi_stub.jobs import webhooks as job
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.events import LoggedEvent
from socialapi_stub.tables.webhooks import Webhook, WebhookDelivery
from sqlalchemy import select

SETTINGS = Settings()
DEMO = ids.stable_uuid("demo", "workspace")
NOW = clock.now()
DATA = {"post_id": "p1", "was_status": "draft"}


pytestmark = pytest.mark.every_database


@pytest.fixture
def storage(new_database: NewDatabase) -> Iterator[Storage]:
    opened = Storage(new_database())
    seeds.prepare(opened, "empty")
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every attempt is over when a round is, also on a machine that has other things to do."""
    monkeypatch.setattr(job, "PATIENCE_SECONDS", 20)


def listen(storage: Storage, mailbox: Mailbox | None = None, name: str = "wh_1") -> None:
    url = mailbox.url if mailbox else receiver().sink
    with storage.write() as session:
        row = {"id": name, "workspace_id": DEMO, "url": url, "secret": "s" * 64, "created_at": NOW}
        session.add(Webhook(events=["post.deleted"], **row))


def happen(storage: Storage) -> None:
    with storage.write() as session:
        events.emit(session, Occurrence(DEMO, "post.deleted", DATA, NOW))


def delivery(storage: Storage) -> WebhookDelivery:
    with storage.read() as session:
        return session.scalars(select(WebhookDelivery)).one()


def run(storage: Storage, now: datetime) -> int:
    return job.run_due(storage, SETTINGS, now)


def test_a_failing_delivery_has_five_attempts_further_and_further_apart(storage: Storage) -> None:
    mailbox, waits = receiver().mailbox(500), [0, 30, 300, 1800, 10800]
    listen(storage, mailbox)
    happen(storage)
    at = NOW
    for wait in waits:
        due = delivery(storage).due_at
        assert due is not None
        assert timedelta(seconds=wait) <= due - at < timedelta(seconds=wait + 5)
        assert (run(storage, due - timedelta(milliseconds=1)), run(storage, due)) == (0, 1)
        at = due
    assert (delivery(storage).status, run(storage, NOW + timedelta(days=9))) == ("failed", 0)
    assert {each.headers["X-SocialAPI-Delivery"] for each in mailbox.events} == {delivery(storage).id}


def test_a_delivery_that_is_taken_is_over(storage: Storage) -> None:
    mailbox = receiver().mailbox(500, 204)
    listen(storage, mailbox)
    happen(storage)
    run(storage, NOW)
    run(storage, NOW + timedelta(minutes=1))
    ended = delivery(storage)
    assert (ended.status, ended.due_at, [each.status_code for each in ended.attempts]) == (
        "delivered",
        None,
        [500, 204],
    )


def test_what_was_claimed_and_never_recorded_is_sent_again_under_its_id(storage: Storage) -> None:
    mailbox = receiver().mailbox()
    listen(storage, mailbox)
    happen(storage)
    with storage.write() as session:
        job._claim(session, NOW)  # noqa: SLF001 - what a process does before it dies
    assert (run(storage, NOW + job.CLAIM / 2), run(storage, NOW + job.CLAIM)) == (0, 1)
    assert mailbox.events[0].headers["X-SocialAPI-Delivery"] == delivery(storage).id


def test_an_endpoint_that_hangs_holds_nobody_up(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging, quick = receiver().mailbox(), receiver().mailbox()
    listen(storage, hanging, "wh_1")
    listen(storage, quick, "wh_2")
    original, over = webhook_calls.send, Event()

    def send(parcel: webhook_calls.Parcel, settings: Settings) -> webhook_calls.Outcome:
        if parcel.url == hanging.url:
            over.wait(20)
        return original(parcel, settings)

    monkeypatch.setattr(webhook_calls, "send", send)
    monkeypatch.setattr(job, "PATIENCE_SECONDS", 0.5)
    happen(storage)
    run(storage, NOW)
    assert (len(quick.wait(1, 20)), len(hanging.events)) == (1, 0)
    over.set()
    assert len(hanging.wait(1, 20)) == 1


def test_an_endpoint_that_is_too_slow_has_not_answered(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_calls, "TIMEOUT_SECONDS", 0)
    listen(storage)
    happen(storage)
    run(storage, NOW)
    (attempt,) = delivery(storage).attempts
    assert (attempt.status_code, attempt.error_message) == (None, "the endpoint did not answer in time")


def test_a_name_that_leads_home_is_not_followed(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    listen(storage)
    with storage.write() as session:
        session.get_one(Webhook, "wh_1").url = "https://hooks.acme-coffee.com/"
    happen(storage)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", 443))])
    run(storage, NOW)
    assert delivery(storage).attempts[0].error_message == "the endpoint lies inside a private network"


@pytest.mark.parametrize("state", ["inactive", "past due"])
def test_events_that_nobody_may_hear_are_dropped_but_logged(storage: Storage, state: str) -> None:
    listen(storage)
    with storage.write() as session:
        session.get_one(Webhook, "wh_1").is_active = state != "inactive"
        session.get_one(Workspace, DEMO).billing_blocked_at = NOW if state == "past due" else None
    happen(storage)
    with storage.read() as session:
        assert session.scalars(select(WebhookDelivery)).all() == []
        assert session.scalars(select(LoggedEvent.action)).all() == ["post.deleted"]


def test_a_delivery_waits_while_its_webhook_is_switched_off(storage: Storage) -> None:
    listen(storage)
    happen(storage)
    ran = []
    for is_active in (False, True):
        with storage.write() as session:
            session.get_one(Webhook, "wh_1").is_active = is_active
        ran.append(run(storage, NOW))
    assert ran == [0, 1]


def test_the_log_tells_how_a_delivery_ended(storage: Storage) -> None:
    mailbox = receiver().mailbox(500)
    listen(storage, mailbox)
    happen(storage)
    for days in range(5):
        run(storage, NOW + timedelta(days=days))
    with storage.read() as session:
        entry = session.scalars(select(LoggedEvent).where(LoggedEvent.category == "webhook")).one()
    assert (entry.action, entry.status, entry.status_code) == ("webhook.failed", "failed", 500)
    assert (entry.resource_id, entry.details["delivery_id"]) == ("wh_1", delivery(storage).id)
