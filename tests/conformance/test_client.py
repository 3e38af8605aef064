"""How the suite speaks HTTP: to one origin, without following anybody anywhere."""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import httpx
import pytest
from conformance.liars import always_ok, closed_port, drips, floods, hangs_at, lying, sends_more
from socialapi_conformance.client import Client, File
from socialapi_conformance.verdicts import Broken, Gone, Violation


def redirects(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(307)
    handler.send_header("Location", "/v1/elsewhere")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def sets_cookies(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Set-Cookie", "session=1; Path=/")
    handler.send_header("Content-Length", "2")
    handler.end_headers()
    handler.wfile.write(b"{}")


def test_a_redirect_is_an_answer_like_any_other() -> None:
    with lying(redirects) as url:
        assert Client(url).send("GET", "/brands").status == 307


def test_no_cookie_is_kept() -> None:
    with lying(sets_cookies) as url:
        client = Client(url)
        client.send("GET", "/brands")
        client.send("GET", "/brands")
        assert "cookie" not in client.exchanges[-1].headers


def test_nothing_is_sent_to_another_origin() -> None:
    with lying(always_ok) as url, pytest.raises(Broken, match="refused to send"):
        Client(url).exchange(httpx.Request("GET", f"{closed_port()}/v1/brands"))


def hands_out(address: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answers(handler: BaseHTTPRequestHandler) -> None:
        body = json.dumps({"data": [{"url": address}]}).encode()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answers


def test_an_address_that_an_answer_hands_out_is_visited_without_a_token() -> None:
    with lying(always_ok) as elsewhere, lying(hands_out(f"{elsewhere}/file?a=1&b=2")) as url:
        client = Client(url)
        answer = client.send("GET", "/media", headers={"Authorization": "Bearer secret"})
        visited = client.visit(answer, f"{elsewhere}/file?a=1&b=2", "PUT", File("a", b"bytes", "text/plain"))
    sent = visited.exchange
    assert (sent.method, sent.body, sent.headers["content-type"]) == ("PUT", b"bytes", "text/plain")
    assert "authorization" not in sent.headers


def test_no_other_address_is_visited() -> None:
    with lying(hands_out("https://example.com/file")) as url:
        client = Client(url)
        answer = client.send("GET", "/media")
        with pytest.raises(ValueError, match="hand out"):
            client.visit(answer, "https://example.com/")


def test_what_is_handed_out_has_to_be_a_url() -> None:
    with lying(hands_out("file:///etc/passwd")) as url:
        client = Client(url)
        with pytest.raises(Violation):
            client.visit(client.send("GET", "/media"), "file:///etc/passwd")


def test_a_server_that_is_gone_is_not_asked_for_ever() -> None:
    client = Client(closed_port(), timeout=1)
    for _ in range(3):
        with pytest.raises(Broken, match="connection failed"):
            client.send("GET", "/brands")
    with pytest.raises(Gone, match="3 requests in a row"):
        client.send("GET", "/brands")


def test_a_server_that_fails_at_one_thing_is_not_gone() -> None:
    with lying(hangs_at("/brands")) as url:
        client = Client(url, timeout=1)
        for _ in range(5):
            with pytest.raises(Broken, match="connection failed"):
                client.send("GET", "/brands")
        assert (client.gone, client.send("GET", "/posts").status) == ("", 200)


def test_an_answer_has_to_be_there_in_time_as_a_whole() -> None:
    with lying(drips) as url, pytest.raises(Broken, match="no answer in time"):
        Client(url, timeout=0.3).send("GET", "/brands")


def test_an_answer_is_not_read_for_ever() -> None:
    with lying(floods) as url, pytest.raises(Broken, match="more than"):
        Client(url).send("GET", "/brands")


def test_what_comes_after_an_answer_is_not_taken_for_the_next() -> None:
    with lying(sends_more) as url:
        client = Client(url)
        assert client.send("GET", "/brands").content == b"{}"
        with pytest.raises(Broken, match="and another thing"):
            client.send("GET", "/brands")


def test_booleans_and_lists_are_written_as_clients_write_them() -> None:
    with lying(always_ok) as url:
        client = Client(url)
        client.send("GET", "/posts", query={"hidden": True, "account_ids": ["a", "b"], "limit": 5})
        assert client.exchanges[-1].url.partition("?")[2] == "hidden=true&account_ids=a%2Cb&limit=5"
