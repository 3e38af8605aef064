"""JWTs: what is accepted, and every way to forge one."""

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from socialapi_stub import seeds
from socialapi_stub.storage import Storage, temporary_url
from stub import forging
from stub.callers import caller, code, web

KINDS = ("dashboard_jwt", "oauth_token")
FOREIGN = Ed25519PrivateKey.from_private_bytes(b"f" * 32)


@pytest.fixture(params=KINDS)
def token(request: pytest.FixtureRequest, credentials: dict[str, Any]) -> str:
    return str(credentials["demo"]["tokens"][request.param])


def refusal(url: str, token: str) -> str:
    with caller(url, token) as client:
        answer = client.get("/brands")
    assert answer.status_code == 401
    return code(answer)


def test_both_kinds_of_jwt_are_accepted(url: str, token: str) -> None:
    with caller(url, token) as client:
        assert client.get("/users/me").json()["email"] == "demo@example.com"


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", ""])
@pytest.mark.parametrize("keeps_signature", [True, False])
def test_no_algorithm_is_refused(url: str, token: str, algorithm: str, keeps_signature: bool) -> None:
    signature = token.rpartition(".")[2] if keeps_signature else ""
    head = {**forging.header(token), "alg": algorithm}
    assert refusal(url, forging.unsigned(head, forging.claims(token), signature)) == "auth.invalid_token"


@pytest.mark.parametrize("form", ["raw", "pem", "jwk", "x"])
def test_the_public_key_is_no_shared_secret(url: str, token: str, form: str) -> None:
    for key in web.get(f"{url}/_mock/jwks.json").json()["keys"]:
        forged = forging.hs256(token, forging.public_forms(key)[form])
        assert refusal(url, forged) == "auth.invalid_token"


def test_a_foreign_key_under_a_known_id_is_refused(url: str, token: str) -> None:
    forged = forging.signed(forging.header(token), forging.claims(token), FOREIGN)
    assert refusal(url, forged) == "auth.invalid_token"


@pytest.mark.parametrize("key_id", ["unknown", "", None, 7, ["a"]])
def test_an_unknown_key_id_is_refused(url: str, token: str, key_id: object) -> None:
    forged = forging.signed({**forging.header(token), "kid": key_id}, forging.claims(token), FOREIGN)
    assert refusal(url, forged) == "auth.invalid_token"


@pytest.mark.parametrize("name", ["jwk", "jku", "x5u", "x5c"])
def test_a_key_that_comes_with_the_token_is_refused(url: str, token: str, name: str) -> None:
    public = {"kty": "OKP", "crv": "Ed25519", "x": forging.encode(FOREIGN.public_key().public_bytes_raw())}
    head = {**forging.header(token), name: public if name == "jwk" else f"{url}/keys"}
    assert refusal(url, forging.signed(head, forging.claims(token), FOREIGN)) == "auth.invalid_token"


@pytest.mark.parametrize("name", ["jwk", "jku", "x5u", "x5c", "b64"])
def test_headers_that_point_to_keys_are_refused_even_when_the_right_key_signs(url: str, name: str) -> None:
    storage = Storage(temporary_url())
    keyring = seeds.prepare(storage, "empty").keyring
    claims = forging.claims(
        keyring_token := seeds.credentials(storage, keyring)["demo"]["tokens"]["dashboard_jwt"]
    )
    assert refusal(url, keyring.sign("dashboard_jwt", claims, {name: True})) == "auth.invalid_token"
    with caller(url, keyring_token) as client:
        assert client.get("/brands").status_code == 200


def test_the_key_of_the_other_kind_is_refused(url: str, credentials: dict[str, Any]) -> None:
    dashboard, oauth = (credentials["demo"]["tokens"][kind] for kind in KINDS)
    swapped = {**forging.header(dashboard), "kid": forging.header(oauth)["kid"]}
    signature = dashboard.rpartition(".")[2]
    assert (
        refusal(url, forging.unsigned(swapped, forging.claims(dashboard), signature)) == "auth.invalid_token"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_with_one_thing_wrong_is_refused(url: str, kind: str) -> None:
    refused = web.get(f"{url}/_mock/target").json()["refused_tokens"][kind]
    del refused["unprovisioned"]
    assert {name: refusal(url, token) for name, token in refused.items()} == dict.fromkeys(
        refused, "auth.invalid_token"
    )


def test_a_user_who_was_never_set_up_is_told_so(url: str) -> None:
    refused = web.get(f"{url}/_mock/target").json()["refused_tokens"]
    assert refusal(url, refused["dashboard_jwt"]["unprovisioned"]) == "auth.not_provisioned"


def test_a_claim_that_occurs_twice_is_refused_whatever_it_says(url: str) -> None:
    storage = Storage(temporary_url())
    keyring = seeds.prepare(storage, "empty").keyring
    claims = forging.claims(seeds.credentials(storage, keyring)["demo"]["tokens"]["dashboard_jwt"])
    twice = json.dumps(claims)[:-1] + ', "exp": ' + str(claims["exp"]) + "}"
    assert refusal(url, keyring.sign_payload("dashboard_jwt", twice.encode())) == "auth.invalid_token"


def test_an_expired_token_of_the_credentials_is_refused(url: str, credentials: dict[str, Any]) -> None:
    assert refusal(url, credentials["demo"]["tokens"]["expired_jwt"]) == "auth.invalid_token"


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_token_altered_anywhere_is_refused(url: str, token: str, part: int) -> None:
    parts = token.split(".")
    for position in (0, len(parts[part]) // 2, -1):
        characters = list(parts[part])
        characters[position] = "A" if characters[position] != "A" else "B"
        altered = [*parts[:part], "".join(characters), *parts[part + 1 :]]
        assert refusal(url, ".".join(altered)) == "auth.invalid_token"


@pytest.mark.parametrize(
    "text", ["x", "a.b", "a.b.c", "..", "a.b.c.d", "eyJ.eyJ.", "%%%.%%%.%%%", "e30.e30.e30"]
)
def test_what_is_no_jwt_is_refused(url: str, text: str) -> None:
    assert refusal(url, text) == "auth.invalid_token"


def test_padding_or_whitespace_inside_is_refused(url: str, token: str) -> None:
    assert {refusal(url, token + "=="), refusal(url, token.replace(".", " .", 1))} == {"auth.invalid_token"}


def test_jwts_are_the_same_on_every_server(url: str, credentials: dict[str, Any]) -> None:
    again = web.get(f"{url}/_mock/credentials").json()["workspaces"]
    assert {name: again[name] for name in credentials} == credentials
