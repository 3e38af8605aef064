"""Headers and keys that must be refused, and with which code, on every operation."""

import functools

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.api import Api
from socialapi_conformance.expect import refused, that
from socialapi_conformance.intruding import attempts, refuses, refuses_forgeries, victim
from socialapi_conformance.lasting_keys import lasting_keys
from socialapi_conformance.registry import MUST, SHOULD, check
from socialapi_conformance.relations import deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

EVERY = [operation for operation in OPERATIONS.values() if operation.tokens]
READ_BY_ALL = [each for each in EVERY if each.method == "GET" and each.scope == "ungated"]
_AUTHENTICATION = "overview: Authentication"

on_every_operation = functools.partial(check, MUST, _AUTHENTICATION, over=EVERY)


@on_every_operation()
def refuses_missing_header(api: Api, operation: Operation) -> None:
    """A request without an Authorization header is refused with 401 auth.missing_header."""
    refuses(api, operation, [None], "auth.missing_header")


@on_every_operation()
def refuses_empty_token(api: Api, operation: Operation) -> None:
    """`Bearer` with nothing after it is refused with 401 auth.empty_token."""
    refuses(api, operation, ["Bearer"], "auth.empty_token")


@on_every_operation()
def refuses_other_schemes(api: Api, operation: Operation) -> None:
    """A scheme other than Bearer, or none, is refused with 401, even when a valid key follows it."""
    key = victim(api, operation).token("api_key")
    for answer in attempts(api, operation, [f"Basic {key}", f"ApiKey {key}", key]):
        refused(answer, 401)


@check(SHOULD, _AUTHENTICATION, over=READ_BY_ALL)
def reads_the_scheme_as_http_writes_it(api: Api, operation: Operation) -> None:
    """The name of the scheme has no case, and more than one space may follow it (RFC 9110, 11)."""
    key = api.demo.token("api_key")
    for answer in attempts(api, operation, [f"bearer {key}", f"BEARER {key}", f"Bearer  {key}"]):
        that(answer, answer.status != 401, "the key to be accepted", answer.summary())


@on_every_operation()
def refuses_a_second_token(api: Api, operation: Operation) -> None:
    """A valid key after an invalid token is refused with 401 or 400: in a second Authorization header, and
    after a comma in the same one.
    """
    caller = victim(api, operation)
    request = api.samples(caller).naming_nothing(operation)
    second = f"Bearer {caller.token('api_key')}"
    doubled = caller.authorized_by("Bearer nonsense").send(request, {"Authorization": second})
    joined = caller.authorized_by(f"Bearer nonsense, {second}").send(request)
    for answer in (doubled, joined):
        refused(answer, 401, 400)


@check(SHOULD, _AUTHENTICATION, over=READ_BY_ALL)
def refuses_two_headers(api: Api, operation: Operation) -> None:
    """Two Authorization headers are refused with 401 or 400, whatever stands in them."""
    request = api.samples(api.demo).naming_nothing(operation)
    for second in ("Bearer nonsense", f"Bearer {api.demo.token('api_key')}"):
        refused(api.demo.send(request, {"Authorization": second}), 401, 400)


@on_every_operation()
def refuses_malformed_tokens(api: Api, operation: Operation) -> None:
    """A token that is neither a key nor a JWT is refused with 401 auth.invalid_token."""
    tokens = ("nonsense", "a.b", "a.b.c", "e30.e30.", "..", "%00", "x" * 2000)
    refuses(api, operation, [f"Bearer {token}" for token in tokens], "auth.invalid_token")


@on_every_operation()
def refuses_unknown_keys(api: Api, operation: Operation) -> None:
    """A key of the right form that was never issued, and a mutilated one, are refused with 401
    auth.invalid_key.
    """
    key = victim(api, operation).token("api_key")
    made_up = f"sapi_key_{api.random.getrandbits(248):062x}"
    tokens = (made_up, "sapi_key_", key[:-1], key + "0", key[:-1] + ("0" if key[-1] != "0" else "1"))
    refuses(api, operation, [f"Bearer {token}" for token in tokens], "auth.invalid_key")


@on_every_operation()
def refuses_revoked_keys(api: Api, operation: Operation) -> None:
    """A key that was revoked is refused with 401 auth.invalid_key."""
    refuses(api, operation, [f"Bearer {victim(api, operation).token('revoked_key')}"], "auth.invalid_key")


@on_every_operation()
def refuses_rotated_keys(api: Api, operation: Operation) -> None:
    """The secret that a key had before it was rotated is refused with 401 auth.invalid_key."""
    if deletes_its_caller(operation):
        raise NotVerified("a faulty server would delete the workspace of the key")
    refuses(api, operation, [f"Bearer {lasting_keys(api).rotated_away}"], "auth.invalid_key")


@on_every_operation()
def tells_keys_and_jwts_apart(api: Api, operation: Operation) -> None:
    """A JWT behind the prefix of keys is refused with 401 auth.invalid_key; a key without its prefix, and one
    that is the signature of a JWT, with 401 auth.invalid_token.
    """
    key = victim(api, operation).token("api_key")
    disguised = (key.removeprefix("sapi_key_"), f"e30.e30.{key}")
    refuses(api, operation, [f"Bearer {token}" for token in disguised], "auth.invalid_token")
    refuses_forgeries(api, operation, lambda token: f"sapi_key_{token}", code="auth.invalid_key")


@on_every_operation()
def refuses_unprovisioned_users(api: Api, operation: Operation) -> None:
    """A genuine dashboard JWT of a user that was never set up is refused with 401 auth.not_provisioned."""
    tokens = api.target.refused_tokens.get("dashboard_jwt", {})
    if "unprovisioned" not in tokens:
        raise NotVerified("the target names no refused token unprovisioned")
    refuses(api, operation, [f"Bearer {tokens['unprovisioned']}"], "auth.not_provisioned")
