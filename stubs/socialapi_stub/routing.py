"""From method and path to the operation."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any
from urllib.parse import unquote

from socialapi_contract.operations import OPERATIONS
from starlette.types import ASGIApp, Receive, Scope, Send

from socialapi_stub.problems import Problem

PREFIX = "/v1"


@dataclass(frozen=True, slots=True)
class Path:
    """One path of the contract with its operations by method."""

    segments: tuple[str, ...]
    operations: Mapping[str, str]
    at_root: bool = False

    @property
    def wildcards(self) -> tuple[bool, ...]:
        """Tell which segments are parameters; sorting by it puts concrete paths first."""
        return tuple(segment.startswith("{") for segment in self.segments)

    def match(self, segments: tuple[str, ...]) -> dict[str, str] | None:
        """Return the path parameters if the segments fit this path."""
        if len(segments) != len(self.segments):
            return None
        pairs = list(zip(self.segments, segments, strict=True))
        if any(not (own == given or (own.startswith("{") and given)) for own, given in pairs):
            return None
        return {own.strip("{}"): given for own, given in pairs if own.startswith("{")}


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
        path, parameters = find(self.paths, segments_of(scope))
        operation_id = path.operations.get(scope["method"])
        if operation_id is None:
            raise Problem("http.405", headers={"Allow": ", ".join(sorted(path.operations))})
        scope["extensions"]["connexion_routing"] = {"api_base_path": PREFIX, "operation_id": operation_id}
        await self.app({**scope, "path_params": parameters}, receive, send)


def find(paths: Iterable[Path], segments: tuple[str, ...]) -> tuple[Path, dict[str, str]]:
    """Return the path that fits, and its parameters. Raises `http.404`."""
    for path in paths:
        parameters = path.match(segments)
        if parameters is not None:
            return path, parameters
    raise Problem("http.404")


@cache
def contract_paths() -> tuple[Path, ...]:
    """Return the paths of the contract, concrete ones before the templates that would swallow them."""
    by_path: dict[tuple[str, bool], dict[str, str]] = {}
    for operation in OPERATIONS.values():
        methods = ("GET", "HEAD") if operation.method == "GET" else (operation.method,)
        place = operation.path, operation.at_root
        by_path.setdefault(place, {}).update(dict.fromkeys(methods, operation.operation_id))
    paths = [
        Path(tuple(path.strip("/").split("/")), operations, at_root)
        for (path, at_root), operations in by_path.items()
    ]
    return tuple(sorted(paths, key=attrgetter("wildcards")))


def is_in_contract(scope: Mapping[str, Any]) -> bool:
    """Tell whether a request is for the API: below `/v1`, or a path at the root of the host."""
    if scope["path"].startswith(f"{PREFIX}/"):
        return True
    segments = segments_of(scope)
    return any(path.match(segments) is not None for path in contract_paths() if path.at_root)


def segments_of(scope: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the decoded segments, those behind `/v1` where it is there.

    One trailing slash is forgiven, an encoded slash is no separator.
    """
    raw = scope.get("raw_path") or scope["path"].encode()
    inside = re.fullmatch(rf"(?:{PREFIX})?/(.+?)/?", raw.decode("latin-1").partition("?")[0])
    return tuple(unquote(segment) for segment in inside[1].split("/")) if inside else ()
