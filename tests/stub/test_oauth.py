"""Logging in with OAuth 2.1, with Authlib's client on the other side."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from authlib.integrations.httpx_client import OAuth2Client
from stub.callers import NO_CERTIFICATES, caller, code, web

CALLBACK = "http://127.0.0.1:9/callback"
VERIFIER = "v" * 48
Json = dict[str, Any]


@pytest.fixture
def server(url: str) -> Json:
    found: Json = web.get(f"{url}/.well-known/oauth-authorization-server").json()
    return found


def registered(server: Json, **metadata: Any) -> Json:
    body = {"client_name": "Assistant", "redirect_uris": [CALLBACK], **metadata}
    answer = web.post(server["registration_endpoint"], json=body)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


@pytest.fixture
def client(server: Json) -> Iterator[OAuth2Client]:
    with opened(registered(server)) as found:
        yield found


def opened(known: Json) -> OAuth2Client:
    return OAuth2Client(
        known["client_id"],
        known.get("client_secret"),
        token_endpoint_auth_method=known["token_endpoint_auth_method"],
        redirect_uri=CALLBACK,
        code_challenge_method="S256",
        verify=NO_CERTIFICATES,
    )


def consented(client: OAuth2Client, server: Json, **decision: str) -> str:
    """Return the address that the user's browser is led to."""
    address, _ = client.create_authorization_url(server["authorization_endpoint"], code_verifier=VERIFIER)
    answer = web.post(address, data={"decision": "approve", "workspace": "other", **decision})
    assert answer.status_code == 302, answer.text
    return str(answer.headers["Location"])


def logged_in(client: OAuth2Client, server: Json) -> Json:
    found: Json = client.fetch_token(
        server["token_endpoint"], authorization_response=consented(client, server), code_verifier=VERIFIER
    )
    return found


def test_a_client_logs_in_and_calls_the_api(url: str, client: OAuth2Client, server: Json) -> None:
    token = logged_in(client, server)
    assert (token["token_type"], token["expires_in"], token["scope"]) == ("Bearer", 3600, "social:all")
    with caller(url, token["access_token"]) as api:
        assert api.get("/users/me").json()["email"] == "other@example.com"


def test_the_user_is_asked_in_a_page(client: OAuth2Client, server: Json) -> None:
    address, _ = client.create_authorization_url(server["authorization_endpoint"], code_verifier=VERIFIER)
    page = web.get(address).text
    assert "Let Assistant in?" in page
    assert "<option>other</option>" in page


def test_a_name_is_no_markup(server: Json) -> None:
    known = registered(server, client_name="<script>alert(1)</script>")
    query = {"client_id": known["client_id"], "redirect_uri": CALLBACK, "response_type": "code"}
    challenge = {"code_challenge": "c" * 43, "code_challenge_method": "S256"}
    page = web.get(server["authorization_endpoint"], params={**query, **challenge}).text
    assert "<script>" not in page


def test_a_user_can_say_no(client: OAuth2Client, server: Json) -> None:
    query = parse_qs(urlsplit(consented(client, server, decision="deny")).query)
    assert query["error"] == ["access_denied"]
    assert "code" not in query


def test_a_refresh_token_is_good_for_one_new_pair(url: str, client: OAuth2Client, server: Json) -> None:
    first = logged_in(client, server)
    second = client.refresh_token(server["token_endpoint"], refresh_token=first["refresh_token"])
    assert second["refresh_token"] != first["refresh_token"]
    with caller(url, second["access_token"]) as api:
        assert api.get("/users/me").status_code == 200


def refreshed(server: Json, client_id: str, token: str) -> httpx.Response:
    form = {"grant_type": "refresh_token", "refresh_token": token, "client_id": client_id}
    return web.post(server["token_endpoint"], data=form)


def test_a_refresh_token_that_is_used_twice_ends_its_successors(client: OAuth2Client, server: Json) -> None:
    first = logged_in(client, server)["refresh_token"]
    second = refreshed(server, client.client_id, first).json()["refresh_token"]
    assert refreshed(server, client.client_id, first).json()["error"] == "invalid_grant"
    assert refreshed(server, client.client_id, second).json()["error"] == "invalid_grant"


def test_a_refresh_token_is_of_no_use_to_another_client(client: OAuth2Client, server: Json) -> None:
    token = logged_in(client, server)["refresh_token"]
    stranger = registered(server)["client_id"]
    assert refreshed(server, stranger, token).json()["error"] == "invalid_grant"


def test_a_code_works_once(client: OAuth2Client, server: Json) -> None:
    address = consented(client, server)
    client.fetch_token(server["token_endpoint"], authorization_response=address, code_verifier=VERIFIER)
    assert exchanged(client, server, address).json()["error"] == "invalid_grant"


def exchanged(client: OAuth2Client, server: Json, address: str, **changed: str) -> httpx.Response:
    (given,) = parse_qs(urlsplit(address).query)["code"]
    form = {
        "grant_type": "authorization_code",
        "code": given,
        "client_id": client.client_id,
        "client_secret": client.client_secret,
        "redirect_uri": CALLBACK,
        "code_verifier": VERIFIER,
        **changed,
    }
    return web.post(server["token_endpoint"], data=form)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"code_verifier": "w" * 48}, "invalid_grant"),
        ({"code_verifier": ""}, "invalid_request"),
        ({"redirect_uri": "http://127.0.0.1:9/other"}, "invalid_grant"),
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"code": "wrong"}, "invalid_grant"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_a_code_is_refused_to_whoever_cannot_prove_it(
    client: OAuth2Client, server: Json, changed: dict[str, str], error: str
) -> None:
    answer = exchanged(client, server, consented(client, server), **changed)
    assert (answer.status_code in (400, 401), answer.json()["error"]) == (True, error)


def test_a_public_client_needs_no_secret(server: Json) -> None:
    known = registered(server, token_endpoint_auth_method="none")  # noqa: S106 - the name of a method
    assert "client_secret" not in known
    with opened(known) as public:
        assert logged_in(public, server)["access_token"]


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge": ""},
        {"code_challenge_method": "plain"},
        {"client_id": "nobody"},
        {"redirect_uri": "https://elsewhere.example.com/"},
    ],
)
def test_a_wrong_request_leads_nowhere(client: OAuth2Client, server: Json, changed: dict[str, str]) -> None:
    address, _ = client.create_authorization_url(server["authorization_endpoint"], code_verifier=VERIFIER)
    query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    answer = web.get(server["authorization_endpoint"], params={**query, **changed})
    assert answer.status_code in (400, 401)


@pytest.mark.parametrize("kind", ["access_token", "refresh_token"])
def test_a_token_that_is_given_back_is_good_for_nothing(
    url: str, client: OAuth2Client, server: Json, kind: str
) -> None:
    token = logged_in(client, server)
    web.post(server["revocation_endpoint"], data={"token": token[kind], "client_id": client.client_id})
    with caller(url, token["access_token"]) as api:
        used = api.get("/users/me") if kind == "access_token" else None
    refusal = code(used) if used else refreshed(server, client.client_id, token[kind]).json()["error"]
    assert refusal in ("auth.invalid_token", "invalid_grant")


def test_giving_back_what_never_was_a_token_is_fine(server: Json) -> None:
    answer = web.post(server["revocation_endpoint"], data={"token": "nothing", "client_id": "nobody"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"client_name": ""},
        {"redirect_uris": []},
        {"redirect_uris": ["http://elsewhere.example.com/"]},
        {"redirect_uris": ["javascript:alert(1)"]},
        {"redirect_uris": ["https://app.example.com/#fragment"]},
        {"token_endpoint_auth_method": "private_key_jwt"},
    ],
)
def test_a_client_that_cannot_be_is_not_registered(server: Json, wrong: Any) -> None:
    body = {"client_name": "X", "redirect_uris": [CALLBACK], **wrong} if isinstance(wrong, dict) else wrong
    answer = web.post(server["registration_endpoint"], json=body)
    assert (answer.status_code, "error_description" in answer.json()) == (400, True)


def test_the_api_names_its_authorization_server(url: str) -> None:
    found = web.get(f"{url}/.well-known/oauth-protected-resource").json()
    assert (found["resource"], found["authorization_servers"]) == (f"{url}/v1", [url])
