"""What a connection may not do: come too many at a time, be too long, too slow, or no HTTP at all."""

import json
import logging
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from socialapi_stub.connections import SURPLUS
from socialapi_stub.request_log import MOST_VIOLATIONS
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import Client, caller, code, web
from stub.test_media import announce, kept, soon

HEAD = b"GET /v1/brands HTTP/1.1\r\nHost: x\r\n"
JSON_TYPE = b"Content-Type: application/json"
BAD_CHUNK = b"\r\n1\r\n{\r\nzz\r\n"
PATIENCE = 20
ROOM = 5
PIPELINED = 30


@dataclass(frozen=True)
class Raw:
    """Speaks bytes to a server, and reads until it hangs up."""

    root: str
    key: str

    def connect(self, room: int | None = None) -> socket.socket:
        """Connect; the kernel takes about `room` bytes that nobody reads, or as many as it likes."""
        parts = urlsplit(self.root)
        connection = socket.socket()
        connection.settimeout(PATIENCE)
        if room:  # the other side is told when it connects
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        connection.connect((parts.hostname or "", parts.port or 0))
        return connection

    def head(self, *headers: str, method: str = "POST", target: str = "/v1/brands") -> bytes:
        lines = [
            f"{method} {target} HTTP/1.1",
            "Host: x",
            f"Authorization: Bearer {self.key}",
            "Content-Type: application/json",
            *headers,
        ]
        return "\r\n".join([*lines, ""]).encode()

    def say(self, *sent: bytes) -> bytes:
        with closing(self.connect()) as connection, suppress(ConnectionError):
            for one in sent:
                connection.sendall(one)
            return heard(connection)
        return b""


def heard(connection: socket.socket) -> bytes:
    """Return all that a server says until it hangs up."""
    return b"".join(iter(lambda: connection.recv(65536), b""))


def refused(answer: bytes) -> tuple[int, str]:
    """Return status and code of the last answer, which has to be a whole envelope with its name."""
    head, _, body = answer[answer.rindex(b"HTTP/1.1 ") :].partition(b"\r\n\r\n")
    found = json.loads(body)
    assert f"x-request-id: {found['request_id']}\r\n".encode() in head
    assert b"connection: close" in head
    return int(head.split()[1]), found["error"]["code"]


@contextmanager
def crowd(raw: Raw, number: int) -> Iterator[None]:
    """Keep so many connections open that say nothing; in the end there is room again."""
    with ExitStack() as stack:
        for _ in range(number):
            stack.enter_context(closing(raw.connect()))
        yield
    assert soon(lambda: has_room(raw))


def has_room(raw: Raw) -> bool:
    return raw.say(HEAD + b"Connection: close\r\n\r\n").startswith(b"HTTP/1.1 401 ")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def small(folder: Path) -> Iterator[str]:
    """A server with little room."""
    limits = Settings(
        seed="empty",
        media_dir=str(folder),
        max_body_bytes=1000,
        max_header_bytes=2000,
        max_query_parameters=10,
        max_connections=ROOM,
    )
    with running(limits) as url:
        yield url


@pytest.fixture(scope="module")
def strict() -> Iterator[str]:
    """A server without patience."""
    times = {"header_seconds": 0.2, "body_seconds": 0.2, "answer_seconds": 0.2, "keep_alive_seconds": 0.2}
    with running(Settings(seed="empty", **times)) as url:
        yield url


@pytest.fixture
def raw(small: str, credentials: dict[str, Any]) -> Raw:
    return Raw(small, credentials["demo"]["tokens"]["api_key"])


@pytest.fixture
def hasty(strict: str, credentials: dict[str, Any]) -> Raw:
    return Raw(strict, credentials["demo"]["tokens"]["api_key"])


@pytest.fixture
def own(raw: Raw) -> Iterator[Client]:
    with caller(raw.root, raw.key) as client:
        yield client


@pytest.fixture(autouse=True)
def no_traceback(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A client that misbehaves is no defect of the server."""
    yield
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    "sent",
    [
        b"hello\r\n\r\n",
        bytes.fromhex("16030100c8010000c4"),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /v1/brands HTTP/1.1\r\n\r\n",
        HEAD + b"Host: y\r\n\r\n",
        HEAD + b"no colon\r\n\r\n",
        HEAD + b"Content-Length: -1\r\n\r\n",
        HEAD + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET /v1/brändé HTTP/1.1\r\n".encode(),
        b"CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /v1/brands HTTP/1.1\r\nHost: x\r\n\r\nrubbish\r\n",
        b"GET /v1/brands?" + b"a&" * 10 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_what_is_no_request_is_400_in_the_envelope(raw: Raw, sent: bytes) -> None:
    assert refused(raw.say(sent)) == (400, "http.400")


@pytest.mark.parametrize("pieces", [1, 2])
def test_a_body_that_cannot_be_read_is_400_in_the_envelope(raw: Raw, pieces: int) -> None:
    sent = raw.head("Transfer-Encoding: chunked") + BAD_CHUNK
    middle = len(sent) - 4 if pieces == 2 else len(sent)
    assert refused(raw.say(sent[:middle], sent[middle:])) == (400, "http.400")


@pytest.mark.parametrize("end", [b"\r\n\r\n", b""])
@pytest.mark.parametrize("size", [2000, 1_000_000])
def test_a_head_that_is_too_long_is_431(raw: Raw, size: int, end: bytes) -> None:
    assert refused(raw.say(HEAD + b"X: " + b"x" * size + end)) == (431, "http.431")


@pytest.mark.parametrize("end", [b" HTTP/1.1\r\nHost: x\r\n\r\n", b""])
def test_an_address_that_is_too_long_is_414(raw: Raw, end: bytes) -> None:
    assert refused(raw.say(b"GET /v1/" + b"x" * 2000 + end)) == (414, "http.414")


def test_an_address_that_no_parser_reads_is_414_too(url: str) -> None:
    answer = Raw(url, "").say(b"GET /v1/" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    assert refused(answer) == (414, "http.414")


def test_a_refused_request_is_logged_under_the_name_it_was_answered_with(raw: Raw) -> None:
    raw.say(HEAD + b"X-Request-ID: long-one\r\nX: " + b"x" * 2000)
    assert soon(lambda: ("long-one", 431, "http.431") in logged(raw))


def logged(raw: Raw) -> list[tuple[str, int, str]]:
    found = web.get(f"{raw.root}/_mock/requests").json()["data"]
    return [(one["request_id"], one["status"], one["error"]) for one in found]


def test_the_log_keeps_some_of_what_a_request_got_wrong(raw: Raw, own: Client) -> None:
    own.post("/posts", json={f"x{number}": 1 for number in range(2 * MOST_VIOLATIONS)})
    found = web.get(f"{raw.root}/_mock/requests").json()["data"]
    assert len(found[0]["violations"]) == MOST_VIOLATIONS


@pytest.mark.parametrize("head", [b"", b"\r\n", HEAD])
def test_a_head_that_trickles_is_408_and_silence_no_answer(hasty: Raw, head: bytes) -> None:
    answer = hasty.say(head)
    assert (refused(answer) if head else answer) == ((408, "http.408") if head else b"")


def test_a_body_that_trickles_is_408(hasty: Raw) -> None:
    assert refused(hasty.say(hasty.head("Content-Length: 90"), b"\r\n{")) == (408, "http.408")


def test_a_body_that_comes_fast_enough_may_take_longer(hasty: Raw) -> None:
    with closing(hasty.connect()) as connection:
        connection.sendall(hasty.head("Content-Length: 900", "Connection: close") + b"\r\n" + b" " * 450)
        time.sleep(0.35)
        connection.sendall(b" " * 450)
        assert b"validation.body_invalid" in heard(connection)


def test_a_body_that_nobody_waits_for_holds_no_connection(hasty: Raw) -> None:
    answer = hasty.say(HEAD.replace(b"GET", b"POST") + b"Content-Length: 90\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 401 ")


def test_a_connection_without_a_request_is_closed(hasty: Raw) -> None:
    assert hasty.say(HEAD + b"\r\n").startswith(b"HTTP/1.1 401 ")


def test_an_answer_that_nobody_takes_is_given_up(hasty: Raw) -> None:
    request = hasty.head(method="GET", target="/docs/assets/swagger-ui-bundle.js") + b"\r\n"
    with closing(hasty.connect(room=4096)) as connection, suppress(ConnectionError):
        connection.sendall(request * PIPELINED)
        connection.recv(1, socket.MSG_PEEK)
        time.sleep(2)
        assert heard(connection).count(b"HTTP/1.1 200 ") < PIPELINED


def test_a_connection_too_many_is_503_and_told_when_to_come_again(raw: Raw) -> None:
    with crowd(raw, ROOM):
        answer = raw.say(HEAD + b"\r\n")
    assert (refused(answer), b"retry-after: 1\r\n" in answer) == ((503, "http.503"), True)


def test_far_too_many_connections_are_dropped(raw: Raw) -> None:
    with crowd(raw, ROOM + SURPLUS):
        assert raw.say(HEAD + b"\r\n") == b""


def test_connections_that_are_open_may_go_on_when_there_are_too_many(raw: Raw) -> None:
    with closing(raw.connect()) as first, crowd(raw, ROOM):
        assert not has_room(raw)
        first.sendall(HEAD + b"\r\n")
        assert first.recv(100).startswith(b"HTTP/1.1 401 ")


@pytest.mark.parametrize(
    ("length", "body"),
    [("Content-Length: 1001", b""), ("Transfer-Encoding: chunked", b"3e9\r\n" + b" " * 1001)],
)
def test_a_body_that_is_too_long_is_413_before_there_is_all_of_it(raw: Raw, length: str, body: bytes) -> None:
    with closing(raw.connect()) as connection:
        connection.sendall(raw.head(length) + b"\r\n" + body)
        assert b"http.413" in connection.recv(65536)


@pytest.mark.parametrize("field", ["name", 'name"; filename="a'])
def test_a_form_of_very_many_parts_is_refused(demo: Client, field: str) -> None:
    part = f'--x\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n1\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert code(demo.post("/media/upload", content=part * 5000, headers=headers)) == "validation.body_invalid"


@pytest.mark.parametrize("charset", ["utf-8", "nonsense", "ascii", "utf-16"])
def test_a_form_of_bytes_that_are_no_text_is_answered(demo: Client, charset: str) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="\xff\xfe"\r\n\r\n1\r\n--x--\r\n'
    headers = {"Content-Type": f"multipart/form-data; boundary=x; charset={charset}"}
    assert demo.post("/media/upload", content=part, headers=headers).status_code in (201, 400)


@pytest.mark.parametrize("query", ["limit=%FF", "cursor=%FF%FE", "search=%C3%28", "search=%00", "%FF=1"])
def test_a_query_of_bytes_that_are_no_text_is_answered(demo: Client, query: str) -> None:
    assert demo.get(f"/posts?{query}").status_code in (200, 400)


def test_a_form_that_stops_half_way_leaves_nothing_behind(raw: Raw, own: Client, folder: Path) -> None:
    kind = "Content-Type: multipart/form-data; boundary=x"
    head = raw.head("Content-Length: 9000", "X-Request-ID: cut", target="/v1/media/upload").replace(
        JSON_TYPE, kind.encode()
    )
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nonly a part'
    with closing(raw.connect()) as connection:
        connection.sendall(head + b"\r\n" + part)
    assert soon(lambda: ("cut", 0, None) in logged(raw))
    assert (own.get("/media").json()["data"], kept(folder)) == ([], [])


@pytest.mark.parametrize("rest", [b"", b"zz\r\n"])
def test_an_upload_that_stops_half_way_leaves_nothing_behind(
    raw: Raw, own: Client, folder: Path, rest: bytes
) -> None:
    media_id, address = announce(own)
    target = address.removeprefix(raw.root)
    head = raw.head("Transfer-Encoding: chunked", method="PUT", target=target)
    with closing(raw.connect()) as connection:
        connection.sendall(head.replace(JSON_TYPE, b"Content-Type: text/plain") + b"\r\n3\r\nabc\r\n")
        assert soon(lambda: kept(folder) != [])
        connection.sendall(rest)
    assert soon(lambda: kept(folder) == [])
    assert code(own.post(f"/media/{media_id}/verify")) == "media.not_found"


def test_a_client_that_hangs_up_before_its_answer_does_no_harm(raw: Raw) -> None:
    with closing(raw.connect()) as connection:
        head = raw.head("Prefer: delay=200", "X-Request-ID: gone", method="GET")
        connection.sendall(head + b"\r\n")
    assert soon(lambda: any(name == "gone" for name, _, _ in logged(raw)))
