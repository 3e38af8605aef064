"""From method and path to the operation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import unquote

from socialapi_contract.operations import OPERATIONS
from starlette.types import ASGIApp, Receive, Scope, Send

from socialapi_stub.problems import Problem

PREFIX = "/v1"
INSIDE = re.compile(rf"(?:{PREFIX})?/(.+?)/?")


@dataclass(slots=True)
class Node:
    """A place in the tree of all paths: what may come next, and the operations by method if a path ends here.

    `names` are the parameters on the way to it, in order.
    """

    concrete: dict[str, "Node"] = field(default_factory=dict)
    template: "Node | None" = None
    operations: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    def add(
        self, segments: tuple[str, ...], operations: Mapping[str, str], names: tuple[str, ...] = ()
    ) -> None:
        """Grow the path of some operations below this place."""
        if not segments:
            self.operations.update(operations)
            self.names = names
            return
        first, *rest = segments
        if first.startswith("{"):
            self.template = self.template or Node()
            self.template.add(tuple(rest), operations, (*names, first.strip("{}")))
        else:
            self.concrete.setdefault(first, Node()).add(tuple(rest), operations, names)

    def find(
        self, segments: tuple[str, ...], given: tuple[str, ...] = ()
    ) -> tuple["Node", tuple[str, ...]] | None:
        """Return where a path ends, and its parameters. What is concrete comes before a template."""
        if not segments:
            return (self, given) if self.operations else None
        first, rest = segments[0], segments[1:]
        found = self.concrete[first].find(rest, given) if first in self.concrete else None
        if found is None and self.template is not None and first:
            found = self.template.find(rest, (*given, first))
        return found


class Routing:
    """Middleware: finds the operation of a request and leaves it where Connexion looks for it.

    It stands in for Connexion's own, which answers a trailing slash with a redirect, takes `%2F` for a
    separator and lets a template shadow a concrete path. Raises `http.404` and `http.405`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.paths = contract_paths()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its operation and path parameters."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        found = self.paths.find(segments_of(scope))
        if found is None:
            raise Problem("http.404")
        node, given = found
        operation_id = node.operations.get(scope["method"])
        if operation_id is None:
            raise Problem("http.405", headers={"Allow": ", ".join(sorted(node.operations))})
        scope["extensions"]["connexion_routing"] = {"api_base_path": PREFIX, "operation_id": operation_id}
        scope["path_params"] = dict(zip(node.names, given, strict=True))
        await self.app(scope, receive, send)


@cache
def contract_paths(*, at_root_only: bool = False) -> Node:
    """Return the tree of the paths of the contract."""
    tree = Node()
    for operation in OPERATIONS.values():
        if operation.at_root or not at_root_only:
            methods = ("GET", "HEAD") if operation.method == "GET" else (operation.method,)
            segments = tuple(operation.path.strip("/").split("/"))
            tree.add(segments, dict.fromkeys(methods, operation.operation_id))
    return tree


def is_in_contract(scope: Mapping[str, Any]) -> bool:
    """Tell whether a request is for the API: below `/v1`, or a path at the root of the host."""
    if scope["path"].startswith(f"{PREFIX}/"):
        return True
    return contract_paths(at_root_only=True).find(segments_of(scope)) is not None


def segments_of(scope: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the decoded segments, those behind `/v1` where it is there.

    One trailing slash is forgiven, an encoded slash is no separator.
    """
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    inside = INSIDE.fullmatch(raw.decode("latin-1").partition("?")[0])
    if not inside:
        return ()
    segments = tuple(inside[1].split("/"))
    return tuple(map(unquote, segments)) if b"%" in raw else segments
