"""What happens to a request before and around its handler."""

import re
from collections.abc import Callable

import pytest
from socialapi_stub.resources import brands
from socialapi_stub.serve import running
from stub.callers import Client, code, field, web


@pytest.mark.parametrize("path", ["/v1/brands", "/v1/nowhere", "/_mock/credentials", "/docs", "/nowhere"])
def test_every_response_names_its_request(url: str, path: str) -> None:
    assert re.fullmatch("[0-9a-f]{8}", web.get(url + path).headers["X-Request-ID"])


def test_a_well_formed_request_id_is_echoed(demo: Client) -> None:
    answer = demo.get("/brands", headers={"X-Request-ID": "my_request-1"})
    assert answer.headers["X-Request-ID"] == "my_request-1"


@pytest.mark.parametrize("wish", ["a" * 65, "no spaces", "ümlaut", "semi;colon", ""])
def test_an_ill_formed_request_id_is_replaced(demo: Client, wish: str) -> None:
    answer = demo.get("/brands", headers={"X-Request-ID": wish.encode()})
    assert answer.headers["X-Request-ID"] != wish


def test_an_error_names_the_request_of_the_header(demo: Client) -> None:
    answer = demo.get("/posts/nothing")
    assert answer.json()["request_id"] == answer.headers["X-Request-ID"]


@pytest.mark.parametrize(
    "path", ["/v1/nowhere", "/v1", "/v1/", "/v1//brands", "/v1/posts//publish", "/V1/brands"]
)
def test_an_unknown_route_is_404_in_the_envelope(url: str, path: str) -> None:
    answer = web.get(url + path)
    assert (answer.status_code, code(answer)) == (404, "http.404")


def test_a_wrong_method_is_405_and_says_what_is_allowed(demo: Client) -> None:
    answer = demo.put("/posts")
    assert (answer.status_code, code(answer), answer.headers["Allow"]) == (405, "http.405", "GET, HEAD, POST")


def test_a_template_does_not_shadow_a_concrete_path(demo: Client) -> None:
    assert demo.patch("/posts/validate", json={}).headers["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("path", ["/brands/", "/posts/", "/users/me/", "/keys/scopes/"])
def test_a_trailing_slash_is_answered_directly(demo: Client, path: str) -> None:
    assert demo.get(path).status_code == 200


def test_an_encoded_slash_belongs_to_the_id(demo: Client) -> None:
    assert code(demo.get("/posts/accounts%2F1%2FlocalPosts%2F2")) == "post.not_found"


def test_head_answers_like_get_without_a_body(demo: Client) -> None:
    answer = demo.head("/brands")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded", "json"]
)
def test_a_wrong_media_type_is_refused(demo: Client, kind: str) -> None:
    answer = demo.post("/brands", content='{"name": "X"}', headers={"Content-Type": kind})
    assert (answer.status_code, code(answer)) == (400, "validation.body_invalid")


def test_a_media_type_may_have_parameters_and_any_case(demo: Client) -> None:
    kind = {"Content-Type": "Application/JSON; charset=utf-8"}
    assert demo.post("/posts", content='{"text": "X"}', headers=kind).status_code == 201


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"name": NaN}',
        b'{"name": Infinity}',
        b'{"name": 1e999}',
        b'{"name": "\\ud800"}',
        b'{"name": ' + b"[" * 100 + b"]" * 100 + b"}",
        b"[" * 100000,
        b'{"name": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_sane_json_is_refused(demo: Client, body: bytes) -> None:
    answer = demo.post("/brands", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, code(answer)) == (400, "validation.body_invalid")


@pytest.mark.parametrize("body", ["[]", '"text"', "null", "1", "true"])
def test_a_body_that_is_no_object_is_refused(demo: Client, body: str) -> None:
    answer = demo.post("/brands", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, field(answer)) == (400, "body")


def test_a_missing_field_is_named(demo: Client) -> None:
    answer = demo.post("/posts", json={"targets": [{"account_id": "x"}, {}]})
    assert (code(answer), field(answer)) == ("validation.field_required", "targets[1].account_id")


def test_a_field_of_the_wrong_type_is_named(demo: Client) -> None:
    answer = demo.post("/posts", json={"targets": [{"account_id": 5}]})
    assert (code(answer), field(answer)) == ("validation.field_invalid", "targets[0].account_id")


def test_unknown_fields_are_ignored(demo: Client) -> None:
    assert "colour" not in demo.post("/posts", json={"text": "X", "colour": "red"}).json()


@pytest.mark.parametrize(
    "query", ["hidden=yes", "hidden=True", "limit=1&limit=2", "status=lost", "from=today"]
)
def test_a_bad_query_parameter_is_named(demo: Client, query: str) -> None:
    answer = demo.get(f"/posts?{query}")
    assert (answer.status_code, field(answer)) == (400, query.partition("=")[0])


def test_a_body_over_four_mebibytes_is_413(demo: Client) -> None:
    answer = demo.post("/posts", json={"text": "x" * 4 * 1024 * 1024})
    assert (answer.status_code, code(answer)) == (413, "http.413")


def test_a_body_that_hides_its_length_is_413_all_the_same(demo: Client) -> None:
    chunks = (b" " * 65536 for _ in range(65))
    answer = demo.post("/posts", content=chunks, headers={"Content-Type": "application/json"})
    assert code(answer) == "http.413"


def test_the_route_is_checked_before_the_token(url: str) -> None:
    assert [web.get(f"{url}/v1/nowhere").status_code, web.put(f"{url}/v1/posts").status_code] == [
        404,
        405,
    ]


def test_the_token_is_checked_before_the_body(url: str) -> None:
    assert web.post(f"{url}/v1/brands", content=b"{").status_code == 401


def test_the_scope_is_checked_before_the_body(as_role: Callable[..., Client]) -> None:
    assert as_role("demo", "scoped_key").post("/brands", content=b"{").status_code == 403


@pytest.mark.defects
def test_an_unexpected_exception_is_500_and_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brands, "list_brands", lambda _call: 1 / 0)
    with running() as url:
        answer = web.get(f"{url}/v1/brands", headers=_authorized(url))
    assert (answer.status_code, code(answer), "division" in answer.text) == (500, "system.internal", False)


@pytest.mark.defects
def test_a_code_the_operation_does_not_list_is_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers_too_much(_call: object) -> None:
        raise brands.visibility.Problem("post.state_invalid")

    monkeypatch.setattr(brands, "list_brands", answers_too_much)
    with running() as url:
        assert code(web.get(f"{url}/v1/brands", headers=_authorized(url))) == "system.internal"


def _authorized(url: str) -> dict[str, str]:
    tokens = web.get(f"{url}/_mock/credentials").json()["workspaces"]["demo"]["tokens"]
    return {"Authorization": f"Bearer {tokens['api_key']}"}
