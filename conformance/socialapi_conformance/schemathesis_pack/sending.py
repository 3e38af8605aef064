"""How requests are sent: with a token that the operation takes, often with an id, to the operation's address.

`SAPI_TOKEN` holds an API key with full access, `SAPI_DASHBOARD_TOKEN` a dashboard JWT of the same workspace,
for the operations that take nothing else.
"""

import os
from typing import Any

import schemathesis
from schemathesis import APIOperation, AuthContext, Case, HookContext
from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.schemathesis_pack.answers import operation_of

KEY, JWT = "SAPI_TOKEN", "SAPI_DASHBOARD_TOKEN"


@schemathesis.auth(refresh_interval=None)
class Bearer:
    """Presents the key, or the JWT where the operation takes no key."""

    def get(self, case: Case[Any], _context: AuthContext) -> str | None:
        """Return the token; raises `LookupError` when the environment has no key."""
        if KEY not in os.environ:
            raise LookupError(f"{KEY} is not set: export an API key with full access")
        operation = operation_of(case)
        if operation is None or "api_key" in operation.tokens:
            return os.environ[KEY]
        return os.environ.get(JWT, os.environ[KEY]) if operation.tokens else None

    def set(self, case: Case[Any], data: str, _context: AuthContext) -> None:
        """Write the token into the request."""
        case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.hook
def map_case(_context: HookContext, case: Case[Any]) -> Case[Any]:
    """Give every other request an id of the client's choice."""
    if case.id[-1] < "V":  # half of the letters and digits that it is made of
        case.headers.setdefault("X-Request-ID", f"pack-{case.id}")
    return case


@schemathesis.hook
def before_init_operation(_context: HookContext, operation: APIOperation[Any, Any, Any, Any]) -> None:
    """Send to the root of the host what is not under `/v1`."""
    known = OPERATIONS.get(operation.definition.raw.get("operationId", ""))
    if known and known.at_root and operation.base_url:
        operation.base_url = operation.base_url.removesuffix("/v1")
