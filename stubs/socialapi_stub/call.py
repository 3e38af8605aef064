"""What a handler is given: who calls, in which workspace, with what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from socialapi_contract.operations import Operation
from sqlalchemy.orm import Session
from starlette.requests import HTTPConnection
from starlette.types import Scope

from socialapi_stub.files import Files
from socialapi_stub.settings import Settings
from socialapi_stub.tables import Workspace
from socialapi_stub.tokens import TokenKind

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is behind the token, and the plan of its workspace.

    `scopes` and `brand_ids` restrict API keys; empty means unrestricted on that axis. `last_used_at` is when
    use of the key was last noted.
    """

    kind: TokenKind
    workspace_id: str
    plan: str
    past_due: bool = False
    key_id: str | None = None
    scopes: frozenset[str] = frozenset()
    brand_ids: frozenset[str] = frozenset()
    last_used_at: datetime | None = None

    @property
    def restricted(self) -> bool:
        """Tell whether the key may do less than its workspace can."""
        return bool(self.scopes or self.brand_ids)


@dataclass(frozen=True, slots=True)
class Request:
    """A request that passed every check: the ids of its path in order, query and body as Python values.

    `caller` is None for operations that take no token, `query` for those without query parameters, `body` for
    those without a body and where an optional one was left out. `scope` is what the server tells of it.
    """

    operation: Operation
    caller: Caller | None
    scope: Scope
    path: tuple[str, ...]
    query: Mapping[str, Any] | None
    body: Any

    def inputs(self) -> dict[str, Any]:
        """Return what the handler is given by name."""
        query = {} if self.query is None else {"query": self.query}
        return {**query, "body": self.body} if self.operation.body else query


@dataclass(slots=True, kw_only=True)
class OpenCall:
    """A request of an operation that takes no token, in the hands of its handler: nobody in particular calls.

    `session` is the transaction the answer stands for. What the handler puts into `headers` goes out with the
    answer. `lasts` tells that the handler has looked at nothing but the data and the request's own words, so
    that its answer holds until the data change.
    """

    request: Request
    session: Session
    settings: Settings
    instant: datetime
    headers: dict[str, str] = field(default_factory=dict)
    lasts: bool = True

    @property
    def operation(self) -> Operation:
        """Return the operation that is called."""
        return self.request.operation

    @property
    def now(self) -> datetime:
        """Return the one instant the whole call happens at."""
        self.lasts = False
        return self.instant

    @property
    def base_url(self) -> str:
        """Return the address of this server as the caller wrote it, without a slash at its end."""
        self.lasts = False
        return str(HTTPConnection(self.request.scope).base_url).rstrip("/")


@dataclass(slots=True, kw_only=True)
class Call(OpenCall):
    """A request with a token in the hands of its handler."""

    caller: Caller
    cursor_key: bytes
    library: Files
    _workspace: Workspace | None = field(default=None, init=False)

    @property
    def files(self) -> Files:
        """Return the files of the media library."""
        self.lasts = False
        return self.library

    @property
    def workspace_id(self) -> str:
        """Return the id of the workspace the token belongs to."""
        return self.caller.workspace_id

    @property
    def workspace(self) -> Workspace:
        """Return that workspace, read when it is first asked for: most operations need its id alone."""
        if self._workspace is None:
            self._workspace = self.session.get_one(Workspace, self.workspace_id)
        return self._workspace


@dataclass(frozen=True, slots=True)
class Answer:
    """What a handler returns when the operation has more than one success status."""

    status: int
    body: Body


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What a handler returns when it has to wait for somebody else.

    `work` is done after its transaction has ended; then `then` is called like a handler, in a new one, with
    what the work gave.
    """

    work: Callable[[], Any]
    then: Callable[[Call, Any], Any]
