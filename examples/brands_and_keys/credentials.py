"""The users that the suite acts as, and their tokens, right and wrong: what target.yaml asks for."""

import json
import shlex
import time
from collections.abc import Iterator, Mapping
from typing import Any

from jwts import ISSUERS, Keyring
from keys import new_key
from storage import new_id, now, run

HOUR = 3600
ELSEWHERE = "https://elsewhere.example.com"
WRONG_HEADERS = {
    "es256_header": {"alg": "ES256"},
    "rs256_header": {"alg": "RS256"},
    "unknown_crit": {"crit": ["urn:example:unknown"], "urn:example:unknown": True},
    "unencoded_payload": {"crit": ["b64"], "b64": False},
}


class Credentials:
    """Makes users and tokens in the database of the current request."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    def exports(self, address: str) -> str:
        """Return the lines for a shell that set every variable of target.yaml."""
        return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in self._variables(address))

    def new_user(self, subject: str, plan: str = "pro", *, past_due: bool = False) -> Any:
        """Make a user with one brand."""
        user_id, moment = new_id(), now()
        values = (user_id, f"{subject}-{user_id}", plan, moment if past_due else None)
        run("insert into users (id, subject, plan, past_due_since) values (?, ?, ?, ?)", *values)
        run("insert into brands values (?, ?, 'Default', ?, ?)", new_id(), user_id, moment, moment)
        return run("select * from users where id = ?", user_id).fetchone()

    def api_key(self, user: Any, scopes: tuple[str, ...] = (), brand_ids: tuple[str, ...] = ()) -> str:
        """Make a key and return its secret."""
        return str(new_key(user["id"], "For the suite", [*scopes], [*brand_ids])["raw_key"])

    def jwts(self, user: Any) -> dict[str, str]:
        """Return a token of each kind."""
        return {kind: self._keyring.sign(kind, _json(_claims(kind, user["subject"]))) for kind in ISSUERS}

    def _variables(self, address: str) -> Iterator[tuple[str, str]]:
        demo, other, free = (self.new_user(*each) for each in (("demo",), ("other",), ("free", "free")))
        past_due = self.new_user("past-due", past_due=True)
        yield "API_URL", address
        for name, user in {"DEMO": demo, "OTHER": other, "FREE": free, "PAST_DUE": past_due}.items():
            for kind, token in {"api_key": self.api_key(user), **self.jwts(user)}.items():
                yield f"{name}_{kind.upper()}", token
        for name, key in self._restricted_keys(demo):
            yield f"DEMO_{name}", key
        expired = {**_claims("dashboard_jwt", demo["subject"]), "exp": int(time.time()) - HOUR}
        yield "DEMO_EXPIRED_JWT", self._keyring.sign("dashboard_jwt", _json(expired))
        for kind in ISSUERS:
            for name, token in self._refused(kind, past_due["subject"]).items():
                yield f"REFUSED_TOKENS_{kind}_{name}".upper(), token

    def _restricted_keys(self, user: Any) -> Iterator[tuple[str, str]]:
        brand = run("select id from brands where user_id = ?", user["id"]).fetchone()
        yield "SCOPED_KEY", self.api_key(user, scopes=("posts:read",))
        yield "BRAND_KEY", self.api_key(user, brand_ids=(brand["id"],))
        revoked = new_key(user["id"], "Revoked", [], [])
        run("update keys set is_active = 0 where id = ?", revoked["id"])
        yield "REVOKED_KEY", str(revoked["raw_key"])

    def _refused(self, kind: str, subject: str) -> dict[str, str]:
        """Return tokens that the right key signed, each with one thing wrong."""
        right, payloads = _claims(kind, subject), _wrong_payloads(kind, subject)
        return {
            **{name: self._keyring.sign(kind, payload) for name, payload in payloads.items()},
            **{
                name: self._keyring.sign(kind, _json(right), header) for name, header in WRONG_HEADERS.items()
            },
        }


def _claims(kind: str, subject: str) -> dict[str, Any]:
    issuer, moment = ISSUERS[kind], int(time.time())
    about = {"iss": issuer.issuer, "aud": issuer.audience, "type": issuer.type, "sub": subject}
    return {**about, "iat": moment, "nbf": moment, "exp": moment + 24 * HOUR}


def _wrong_payloads(kind: str, subject: str) -> dict[str, bytes]:
    right, moment = _claims(kind, subject), int(time.time())
    confused = _claims(next(other for other in ISSUERS if other != kind), subject)
    wrong = {
        "expired": {**right, "exp": moment - HOUR},
        "missing_exp": _without(right, "exp"),
        "missing_type": _without(right, "type"),
        "not_yet_valid": {**right, "nbf": moment + HOUR},
        "wrong_audience": {**right, "aud": ELSEWHERE},
        "wrong_audiences": {**right, "aud": [ELSEWHERE, f"{right['aud']}.example.com"]},
        "wrong_issuer": {**right, "iss": ELSEWHERE},
        "wrong_type": {**right, "type": confused["type"]},
        "other_kind": confused,
        "unprovisioned": {**right, "sub": "nobody"},
    }
    repeated = {
        "repeated_exp": {"exp": moment - HOUR},
        "repeated_audience": {"aud": ELSEWHERE},
        "repeated_subject": {"sub": "nobody"},
    }
    return {
        **{name: _json(claims) for name, claims in wrong.items()},
        **{name: _json(right)[:-1] + b", " + _json(again)[1:] for name, again in repeated.items()},
    }


def _without(claims: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {each: value for each, value in claims.items() if each != name}


def _json(claims: Mapping[str, Any]) -> bytes:
    return json.dumps(claims).encode()
