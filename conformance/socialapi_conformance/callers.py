"""Who speaks: a workspace, and the credentials it speaks with."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import interrupts, schemas
from socialapi_conformance.client import Answer, Client, File
from socialapi_conformance.leftovers import Leftovers
from socialapi_conformance.target import Workspace
from socialapi_conformance.verdicts import NotVerified

ABSENT: Any = object()
"""Stands for a request body that is not sent."""


@dataclass(frozen=True)
class Request:
    """A call of `operation`: path parameters, query parameters and body, not yet anybody's."""

    operation: Operation
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = ABSENT

    @property
    def url(self) -> str:
        """The path under `/v1`, or under the host for an operation at its root, its parameters filled in."""
        return re.sub(r"\{(\w+)\}", lambda match: quote(self.path[match[1]], safe=""), self.operation.path)


@dataclass(frozen=True)
class Caller:
    """Calls operations as one workspace. `authorization` is the header's value, None for no header.

    `lacks` says why the server does not have an operation, empty if it should.
    """

    client: Client
    workspace: Workspace
    authorization: str | None
    leftovers: Leftovers = field(default_factory=Leftovers)
    lacks: Callable[[Operation], str] = lambda _operation: ""

    def using(self, role: str) -> Caller:
        """Return a caller of the same workspace that presents the token of `role`; `NotVerified` if there
        is none.
        """
        return self.bearing(self.token(role))

    def fit_for(self, operation: Operation) -> Caller:
        """Return a caller of the same workspace whose token `operation` takes: the API key where it can, else
        a kind that it names; `NotVerified` if the target has none.
        """
        if "api_key" in operation.tokens or not operation.tokens:
            return self
        return self.using(operation.tokens[0])

    def bearing(self, token: str) -> Caller:
        """Return a caller that presents `token`."""
        return replace(self, authorization=f"Bearer {token}")

    def authorized_by(self, header: str | None) -> Caller:
        """Return a caller whose Authorization header is exactly `header`."""
        return replace(self, authorization=header)

    def token(self, role: str) -> str:
        """Return the workspace's token of `role`; raises `NotVerified` when the target names none."""
        if role not in self.workspace.tokens:
            raise NotVerified(f"the target names no {role} for the workspace {self.workspace.name}")
        return self.workspace.tokens[role]

    def call(
        self,
        operation_id: str,
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = ABSENT,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Call an operation and return the answer."""
        return self.send(Request(OPERATIONS[operation_id], path or {}, query or {}, body), headers)

    def send(self, request: Request, headers: Mapping[str, str] | None = None) -> Answer:
        """Send a prepared request and return the answer; `headers` are added to it, beside its own.

        An operation that takes no token is sent none; `NotVerified` is raised for one that the target lacks.
        """
        operation = request.operation
        if reason := self.lacks(operation):
            raise NotVerified(reason)
        own = self._headers() if operation.tokens else {}
        with interrupts.held():
            answer = self.client.send(
                operation.method,
                self.address(request),
                headers=[*own.items(), *(headers or {}).items()],
                query=request.query,
                operation_id=operation.operation_id,
                **_encoded(request),
            )
            self.leftovers.note(self, request, answer)
        return answer

    def at_once(self, *requests: Request) -> list[Answer]:
        """Send requests at the same time and return their answers in the same order."""
        with ThreadPoolExecutor(len(requests)) as threads:
            return list(threads.map(self.send, requests))

    def raw(self, method: str, path: str, headers: Mapping[str, str] | None = None, **body: Any) -> Answer:
        """Send any request to `path` under `/v1`, or to a whole URL.

        `body` is one of httpx's `content`, `json`, `files`, or `query`.
        """
        return self.client.send(method, path, headers={**self._headers(), **(headers or {})}, **body)

    def address(self, request: Request) -> str:
        """Return the whole URL of a request, without its query."""
        return self.client.base(at_root=request.operation.at_root) + request.url

    def _headers(self) -> dict[str, str]:
        return {} if self.authorization is None else {"Authorization": self.authorization}


def _encoded(request: Request) -> dict[str, Any]:
    if request.body is ABSENT:
        return {}
    if request.operation.body == "multipart/form-data":
        files = {name: _file(request.operation, name, part) for name, part in request.body.items()}
        return {"files": {name: (each.name, each.content, each.media_type) for name, each in files.items()}}
    return {"json": request.body}


def _file(operation: Operation, name: str, part: File | str | bytes) -> File:
    """Return a part of a form as a file, of the type the contract gives the part if it is content alone."""
    if isinstance(part, File):
        return part
    encoding = (schemas.body_media(operation.operation_id) or {}).get("encoding", {})
    media_type = encoding.get(name, {}).get("contentType", File.media_type)
    content = part if isinstance(part, bytes) else part.encode()
    return File(f"{name}{mimetypes.guess_extension(media_type) or ''}", content, media_type)
