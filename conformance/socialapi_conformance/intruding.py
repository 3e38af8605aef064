"""Trying tokens that must be refused, so that it does no harm where a faulty server lets them in.

Where a check has several forgeries and the target two kinds of JWT, each forgery and each kind is tried at
least once on every operation; which are tried together changes from one operation to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from socialapi_contract.errors import ErrorCode
from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.base64url import decode
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import problem, refused
from socialapi_conformance.forging import claims
from socialapi_conformance.relations import deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

KINDS = ("dashboard_jwt", "oauth_token")
Forgery = Callable[[str], str]
Tried = TypeVar("Tried")


def victim(api: Api, operation: Operation) -> Caller:
    """Return a caller whose bad token does no harm where a faulty server accepts it."""
    # Accepted in the blocked workspace, a token earns a 402 instead of deleting the workspace.
    return api.past_due if deletes_its_caller(operation) else api.demo


def attempts(api: Api, operation: Operation, headers: Sequence[str | None]) -> Iterator[Answer]:
    """Send a request that names nothing with each Authorization header; None stands for no header."""
    caller = victim(api, operation)
    request = api.samples(caller).naming_nothing(operation)
    for header in headers:
        yield caller.authorized_by(header).send(request)


def refuses(api: Api, operation: Operation, headers: Sequence[str | None], *codes: ErrorCode) -> None:
    """Expect a 401 with one of `codes` to each header."""
    for answer in attempts(api, operation, headers):
        problem(answer, 401, *codes)


def refuses_forgeries(
    api: Api, operation: Operation, *forgeries: Forgery, code: ErrorCode = "auth.invalid_token"
) -> None:
    """Expect a 401 with `code` to the forgeries, made of the JWTs the target names."""
    tokens = victim(api, operation).workspace.tokens
    genuine = [tokens[kind] for kind in KINDS if kind in tokens]
    if not genuine:
        raise NotVerified("the target names no JWT that could be forged")
    pairs = _paired(api, forgeries, genuine)
    refuses(api, operation, [f"Bearer {forgery(token)}" for forgery, token in pairs], code)


def refuses_signed(
    api: Api, operation: Operation, *names: str, code: ErrorCode | None = "auth.invalid_token"
) -> None:
    """Expect a 401 with `code` (None: any) to the target's genuine but wrong tokens of these names.

    Raises `NotVerified` when the target does not have all of them.
    """
    for answer in attempts(api, operation, [f"Bearer {token}" for token in _signed(api, operation, names)]):
        if code is None:
            refused(answer, 401)
        else:
            problem(answer, 401, code)
    for name in names:
        if not any(name in tokens for tokens in api.target.refused_tokens.values()):
            raise NotVerified(f"the target names no refused token {name}")


def _signed(api: Api, operation: Operation, names: Sequence[str]) -> Iterator[str]:
    known = api.target.refused_tokens
    for name, kind in _paired(api, names, KINDS):
        tokens = [known[each][name] for each in (kind, *KINDS) if name in known.get(each, {})]
        if tokens:
            yield _harmless(api, operation, tokens[0])


def _harmless(api: Api, operation: Operation, token: str) -> str:
    """Return the token unless a server that accepts it would delete a workspace that is needed."""
    claimed = decode(token.split(".")[1]).decode(errors="replace") if deletes_its_caller(operation) else ""
    for workspace in api.target.workspaces.values():
        genuine = workspace.tokens.get(KINDS[0])
        if workspace.name != "past_due" and genuine and str(claims(genuine).get("sub")) in claimed:
            raise NotVerified("a faulty server would delete the workspace of the token")
    return token


def _paired(api: Api, forgeries: Sequence[Tried], kinds: Sequence[str]) -> list[tuple[Tried, str]]:
    """Return pairs in which each forgery and each kind occurs."""
    first = api.random.randrange(len(kinds))
    count = max(len(forgeries), len(kinds))
    return [(forgeries[each % len(forgeries)], kinds[(first + each) % len(kinds)]) for each in range(count)]
