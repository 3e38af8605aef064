"""JWTs that anybody can forge must be refused, on every operation."""

import functools

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.api import Api
from socialapi_conformance.forgers_keys import ALGORITHMS
from socialapi_conformance.forging import (
    as_jwk,
    as_pem,
    as_raw,
    as_ssh,
    lengthened,
    malleable,
    padded,
    respelled,
)
from socialapi_conformance.intruding import refuses_forgeries
from socialapi_conformance.registry import MUST, SHOULD, check

EVERY = [operation for operation in OPERATIONS.values() if operation.tokens]
_AUTHENTICATION = "overview: Authentication"

on_every_operation = functools.partial(check, MUST, _AUTHENTICATION, over=EVERY)


@on_every_operation()
def refuses_unsigned_jwts(api: Api, operation: Operation) -> None:
    """A JWT with `alg: none`, in any spelling, is refused with 401 auth.invalid_token."""
    spellings = ("none", "None", "NONE", "nOnE")
    unsigned = [functools.partial(api.forge.unsigned, algorithm=spelling) for spelling in spellings]
    refuses_forgeries(api, operation, *unsigned)


@on_every_operation()
def refuses_public_key_as_secret(api: Api, operation: Operation) -> None:
    """A JWT signed by HS256 with the public key (PEM, raw, SSH or JWK) as the secret is refused with 401
    auth.invalid_token.
    """
    forms = (as_pem, as_raw, as_ssh, as_jwk)
    signed = [functools.partial(api.forge.hmac_with_public_key, form=form) for form in forms]
    refuses_forgeries(api, operation, *signed)


@on_every_operation()
def refuses_other_algorithms(api: Api, operation: Operation) -> None:
    """A JWT signed by ES256 or RS256 with the forger's key, under the id of the server's, is refused with 401
    auth.invalid_token.
    """
    signed = [functools.partial(api.forge.other_algorithm, algorithm=each) for each in ALGORITHMS]
    refuses_forgeries(api, operation, *signed)


@on_every_operation()
def refuses_foreign_signatures(api: Api, operation: Operation) -> None:
    """A JWT signed by somebody else's key under a known key id is refused with 401 auth.invalid_token."""
    refuses_forgeries(api, operation, api.forge.foreign_key)


@on_every_operation()
def refuses_unknown_key_ids(api: Api, operation: Operation) -> None:
    """A JWT whose key id the server does not publish is refused with 401 auth.invalid_token."""
    refuses_forgeries(api, operation, functools.partial(api.forge.foreign_key, kid=api.word("kid")))


@on_every_operation()
def refuses_embedded_keys(api: Api, operation: Operation) -> None:
    """A JWT that brings its own key (`jwk` in the header) is refused with 401 auth.invalid_token."""
    own = api.forge.own_jwk("forged")
    refuses_forgeries(api, operation, functools.partial(api.forge.foreign_key, jwk=own))


@on_every_operation()
def refuses_linked_keys(api: Api, operation: Operation) -> None:
    """A JWT that names where its key or certificate is found (`jku` or `x5u` in the header) is refused with
    401 auth.invalid_token.
    """
    key = functools.partial(api.forge.foreign_key, jku=f"{api.forge.own_url}/jwks.json", kid="forged")
    certificate = functools.partial(api.forge.foreign_key, x5u=f"{api.forge.own_url}/x5u.pem", kid="forged")
    refuses_forgeries(api, operation, key, certificate)


@on_every_operation()
def refuses_altered_claims(api: Api, operation: Operation) -> None:
    """A JWT whose claims were changed after signing is refused with 401 auth.invalid_token."""
    refuses_forgeries(api, operation, functools.partial(api.forge.altered, expires_in=10**6))


@on_every_operation()
def refuses_malleable_signatures(api: Api, operation: Operation) -> None:
    """A JWT whose signature was changed without the key, to S + L or by a byte after its end, is refused with
    401 auth.invalid_token.
    """
    refuses_forgeries(api, operation, malleable, lengthened)


@check(SHOULD, _AUTHENTICATION, over=EVERY)
def refuses_respelled_signatures(api: Api, operation: Operation) -> None:
    """A JWT whose signature is spelled otherwise, with padding or with spare bits in its last character, is
    refused with 401 auth.invalid_token: one token has one spelling.
    """
    refuses_forgeries(api, operation, padded, respelled)
