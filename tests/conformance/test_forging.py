"""Forgeries: each is wrong in the one way it is meant to be."""

import urllib.request
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from socialapi_conformance.base64url import decode
from socialapi_conformance.forging import claims, lengthened, malleable, padded, respelled, shared
from socialapi_conformance.verdicts import NotVerified
from socialapi_stub import workspaces
from socialapi_stub.tokens import Keyring

SEED = b"s" * 32
KEYRING = Keyring({"dashboard_jwt": SEED, "oauth_token": SEED})
TOKEN = KEYRING.sign("dashboard_jwt", workspaces.claims("dashboard_jwt", "demo"))
UNDECODED = [malleable, lengthened, padded, respelled]


@pytest.mark.parametrize("forgery", UNDECODED)
def test_a_changed_signature_leaves_what_was_signed(forgery: Callable[[str], str]) -> None:
    forged = forgery(TOKEN)
    assert forged != TOKEN
    assert forged.rpartition(".")[0] == TOKEN.rpartition(".")[0]


@pytest.mark.parametrize("forgery", [padded, respelled])
def test_another_spelling_is_of_the_same_signature(forgery: Callable[[str], str]) -> None:
    assert decode(forgery(TOKEN).rpartition(".")[2].rstrip("=")) == decode(TOKEN.rpartition(".")[2])


def test_a_malleable_signature_is_no_longer_valid() -> None:
    signed, _, signature = malleable(TOKEN).rpartition(".")
    public = Ed25519PrivateKey.from_private_bytes(SEED).public_key()
    with pytest.raises(InvalidSignature):
        public.verify(decode(signature), signed.encode())


def test_what_is_no_jwt_cannot_be_forged() -> None:
    with pytest.raises(NotVerified):
        malleable("e30.e30.e30")


@pytest.mark.parametrize("document", ["jwks.json", "x5u.pem"])
def test_the_forger_publishes_its_key(document: str) -> None:
    with urllib.request.urlopen(f"{shared(None, 1).own_url}/{document}") as answer:
        assert answer.status == 200


def test_the_forger_keeps_the_claims() -> None:
    forged = shared(None, 1).other_algorithm(TOKEN, "ES256")
    assert claims(forged) == claims(TOKEN)
