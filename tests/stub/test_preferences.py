"""Answers on order: `Prefer`, latency, failures by chance, browsers."""

import time

import pytest
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import Client, caller, code, web


def test_a_code_can_be_preferred(demo: Client) -> None:
    answer = demo.get("/posts/any", headers={"Prefer": "code=post.not_found"})
    assert (answer.status_code, code(answer)) == (404, "post.not_found")
    assert answer.headers["Preference-Applied"] == "code=post.not_found"


def test_a_status_can_be_preferred(demo: Client) -> None:
    answer = demo.post("/posts", json={}, headers={"Prefer": "code=403"})
    assert answer.status_code == 403
    assert answer.json()["request_id"] == answer.headers["X-Request-ID"]


def test_an_example_can_be_preferred(demo: Client) -> None:
    answer = demo.get("/accounts", headers={"Prefer": "example=two_accounts"})
    assert (answer.status_code, answer.json()["count"]) == (200, 2)


def test_a_preferred_answer_changes_nothing(demo: Client) -> None:
    before = demo.get("/brands").json()
    demo.post("/brands", json={"name": "Never made"}, headers={"Prefer": "code=201"})
    assert demo.get("/brands").json() == before


def test_a_preferred_answer_needs_no_token(url: str) -> None:
    assert web.get(f"{url}/v1/brands", headers={"Prefer": "code=200"}).status_code == 200


def test_a_delay_can_be_preferred(demo: Client) -> None:
    started = time.monotonic()
    assert demo.get("/brands", headers={"Prefer": "delay=150"}).status_code == 200
    assert time.monotonic() - started >= 0.15


def test_other_preferences_are_left_alone(demo: Client) -> None:
    assert demo.get("/brands", headers={"Prefer": "respond-async, wait=10"}).status_code == 200


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("code=418", "list_brands has no 418"),
        ("code=post.not_found", "list_brands never answers post.not_found"),
        ("example=nothing", "not nothing"),
        ("delay=soon", "milliseconds"),
        ("delay=60001", "60000"),
    ],
)
def test_a_preference_that_cannot_be_fulfilled_is_refused(demo: Client, wish: str, said: str) -> None:
    answer = demo.get("/brands", headers={"Prefer": wish})
    assert (answer.status_code, code(answer)) == (400, "http.400")
    assert said in answer.json()["error"]["message"]


def test_latency_and_failures_come_by_chance(demo: Client) -> None:
    token = demo.headers["Authorization"].split()[1]
    with running(Settings(latency_ms=(40, 10), error_rate=1)) as url, caller(url, token) as client:
        started = time.monotonic()
        assert code(client.get("/brands")) == "system.internal"
        assert time.monotonic() - started >= 0.03


def test_pages_of_this_machine_may_call(url: str) -> None:
    headers = {"Origin": "http://localhost:5173", "Access-Control-Request-Method": "PATCH"}
    answer = web.options(
        f"{url}/v1/posts", headers={**headers, "Access-Control-Request-Headers": "authorization"}
    )
    assert answer.headers["Access-Control-Allow-Origin"] == "http://localhost:5173"
    assert "authorization" in answer.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("origin", ["https://app.example.com", "http://localhost.example.com", "null"])
def test_pages_of_other_sites_may_not(demo: Client, origin: str) -> None:
    assert "Access-Control-Allow-Origin" not in demo.get("/brands", headers={"Origin": origin}).headers


def test_a_site_can_be_let_in() -> None:
    with running(Settings(cors_origins=("https://app.example.com",))) as url:
        answer = web.get(f"{url}/_mock/clock", headers={"Origin": "https://app.example.com"})
    assert answer.headers["Access-Control-Allow-Origin"] == "https://app.example.com"
