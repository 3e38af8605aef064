"""The receiver of webhooks: what it answers, what it keeps, and for whom it is there."""

import gc
import socket
from urllib.parse import urlsplit

import httpx
import pytest
from socialapi_conformance.api import Api
from socialapi_conformance.client import Client
from socialapi_conformance.receiver import NO_ANSWER, Receiver, is_near
from socialapi_conformance.target import Target
from socialapi_conformance.verdicts import NotVerified


@pytest.fixture(scope="module")
def receiver() -> Receiver:
    return Receiver()


def post(url: str, event: str = "post.deleted", body: bytes = b"{}") -> int:
    return httpx.post(url, content=body, headers={"X-SocialAPI-Event": event}).status_code


def test_a_mailbox_answers_as_it_is_told_and_goes_on_with_the_last(receiver: Receiver) -> None:
    mailbox = receiver.mailbox(500, 204)
    assert [post(mailbox.url) for _ in range(3)] == [500, 204, 204]


def test_a_mailbox_can_be_told_something_else_later(receiver: Receiver) -> None:
    mailbox = receiver.mailbox(500)
    mailbox.answer_with(204)
    assert post(mailbox.url) == 204


def test_a_mailbox_hangs_up_when_it_is_to_give_no_answer(receiver: Receiver) -> None:
    mailbox = receiver.mailbox(NO_ANSWER)
    with pytest.raises(httpx.RemoteProtocolError):
        post(mailbox.url)
    assert len(mailbox.events) == 1


def test_the_request_that_tries_an_address_is_answered_apart(receiver: Receiver) -> None:
    mailbox = receiver.mailbox(500, to_ping=202)
    assert [post(mailbox.url, event) for event in ("webhook.test", "post.deleted")] == [202, 500]
    assert (len(mailbox.pings), len(mailbox.events)) == (1, 1)


def test_what_comes_is_kept_byte_by_byte(receiver: Receiver) -> None:
    mailbox = receiver.mailbox()
    post(mailbox.url, body="ü\0".encode())
    assert mailbox.wait(1, 1)[0].body == "ü\0".encode()


def test_a_mailbox_that_nobody_holds_is_gone(receiver: Receiver) -> None:
    url = receiver.mailbox().url
    gc.collect()
    assert post(url) == 404


def test_a_body_may_come_in_pieces(receiver: Receiver) -> None:
    mailbox = receiver.mailbox()
    httpx.post(mailbox.url, content=iter([b"one, ", b"two, " * 1000, b"three"]))
    assert mailbox.wait(1, 1)[0].body == b"one, " + b"two, " * 1000 + b"three"
    assert httpx.post(receiver.sink, content=iter([b"x" * 2**20, b"x"])).status_code == 413


def test_a_request_that_breaks_off_has_not_come(receiver: Receiver) -> None:
    mailbox = receiver.mailbox()
    place = urlsplit(mailbox.url)
    with socket.create_connection((place.hostname or "", place.port or 0)) as connection:
        connection.sendall(f"POST {place.path} HTTP/1.1\r\nContent-Length: 9\r\n\r\n{{".encode())
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1)
    assert mailbox.events == []


def test_a_body_without_end_is_not_read(receiver: Receiver) -> None:
    assert post(receiver.sink, body=b"x" * 2**21) == 413


@pytest.mark.parametrize(
    ("origin", "near"),
    [
        ("http://127.0.0.1:4010", True),
        ("http://localhost", True),
        ("http://[::1]:80", True),
        ("https://api.social-api.ai", False),
        ("http://10.0.0.1", False),
    ],
)
def test_a_server_elsewhere_cannot_reach_it(origin: str, near: bool) -> None:
    assert is_near(origin) is near


def test_checks_of_a_server_elsewhere_are_not_verified() -> None:
    with pytest.raises(NotVerified, match="another machine"):
        _ = Api(Target({}), Client("https://api.social-api.ai"), 1).receiver
