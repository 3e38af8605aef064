"""JWTs that the real keys signed and the server must refuse, for the conformance suite."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from socialapi_stub import ids, workspaces
from socialapi_stub.tokens import JwtKind, Keyring

OWNER = "past_due"
"""The workspace they are made out to: a server that accepts one does nothing in it."""

ELSEWHERE = "https://elsewhere.example.com"
NOBODY = ids.stable_uuid("nobody", "subject")

HEADERS: Mapping[str, Mapping[str, Any]] = {
    "es256_header": {"alg": "ES256"},
    "rs256_header": {"alg": "RS256"},
    "unknown_crit": {"crit": ["urn:example:unknown"], "urn:example:unknown": True},
    "unencoded_payload": {"crit": ["b64"], "b64": False},
}


def refused(keyring: Keyring, now: datetime) -> dict[JwtKind, dict[str, str]]:
    """Return the tokens by kind and by what is wrong with them, which is exactly one thing."""
    return {
        "dashboard_jwt": _tokens("dashboard_jwt", "oauth_token", keyring, now),
        "oauth_token": _tokens("oauth_token", "dashboard_jwt", keyring, now),
    }


def _tokens(kind: JwtKind, other: JwtKind, keyring: Keyring, now: datetime) -> dict[str, str]:
    good, confused = workspaces.claims(kind, OWNER), workspaces.claims(other, OWNER)
    claims = {
        **_wrong_claims(good, now),
        "wrong_type": {**good, "type": confused["type"]},
        "other_kind": confused,
    }
    return {
        **{name: keyring.sign(kind, wrong) for name, wrong in claims.items()},
        **{name: keyring.sign(kind, good, wrong) for name, wrong in HEADERS.items()},
        **{name: keyring.sign_payload(kind, wrong) for name, wrong in _repetitions(good, now).items()},
    }


def _wrong_claims(good: dict[str, Any], now: datetime) -> dict[str, dict[str, Any]]:
    return {
        "expired": {**good, "exp": _seconds(now - workspaces.HOUR)},
        "missing_exp": _without(good, "exp"),
        "not_yet_valid": {**good, "nbf": _seconds(now + workspaces.HOUR)},
        "wrong_audience": {**good, "aud": ELSEWHERE},
        "wrong_audiences": {**good, "aud": [ELSEWHERE, f"{good['aud']}.example.com"]},
        "wrong_issuer": {**good, "iss": ELSEWHERE},
        "missing_type": _without(good, "type"),
        "unprovisioned": {**good, "sub": NOBODY},
    }


def _repetitions(good: dict[str, Any], now: datetime) -> dict[str, bytes]:
    """Return claims of which one stands there twice, the wrong one last."""
    return {
        "repeated_exp": _followed_by(good, exp=_seconds(now - workspaces.HOUR)),
        "repeated_audience": _followed_by(good, aud=ELSEWHERE),
        "repeated_subject": _followed_by(good, sub=NOBODY),
    }


def _followed_by(claims: dict[str, Any], **again: Any) -> bytes:
    return f"{json.dumps(claims)[:-1]}, {json.dumps(again)[1:]}".encode()


def _without(claims: dict[str, Any], name: str) -> dict[str, Any]:
    return {each: value for each, value in claims.items() if each != name}


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
