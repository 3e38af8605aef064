"""The target: whom the suite may act as on the server under test, from a file or from `URL/_mock/target`."""

from __future__ import annotations

import functools
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import inputs
from socialapi_conformance.client import fetch
from socialapi_conformance.inputs import InputError
from socialapi_conformance.verdicts import Broken

KIND = "target"
MOCK_PATH = "/_mock/target"
SCHEMA = "target.schema.json"

_VARIABLE = re.compile(r"\$\{(\w+)\}")


@dataclass(frozen=True)
class Workspace:
    """One workspace of the server and the tokens that act in it, by role (`api_key`, `dashboard_jwt`,
    ...).
    """

    name: str
    tokens: Mapping[str, str]
    plan: str | None = None


@dataclass(frozen=True)
class Target:
    """Workspaces by name, the URLs of public keys and of provider states, tokens the server must refuse.

    `refused_tokens` has them by kind of JWT and then by what is wrong with them. `documents` are those the
    server implements, `without` the resources it does not have (yet).
    """

    workspaces: Mapping[str, Workspace]
    jwks_url: str | None = None
    state_url: str | None = None
    refused_tokens: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    documents: tuple[str, ...] = ("api",)
    without: tuple[str, ...] = ()

    def lacks(self, operation: Operation) -> str:
        """Say why the server does not have the operation, empty if it should."""
        if operation.document not in self.documents:
            return f"the target does not name the document {operation.document}"
        if operation.resource in self.without:
            return f"the target is without {operation.resource}"
        return ""


def load(source: str | None, url: str, timeout: float) -> Target:
    """Return the target `source` (a file or a URL) describes, by default `url` + `/_mock/target`.

    `${NAME}` in a file stands for an environment variable, so that secrets can stay out of it; a description
    that came over the network is never expanded. Raises `InputError`.
    """
    place = source or url.rstrip("/") + MOCK_PATH
    if re.match(r"(?i)https?://", place):
        return parse(_fetch(place, timeout, asked_for=source is not None), place)
    return parse(inputs.read(Path(place), KIND), place, os.environ)


def parse(text: str, place: str, variables: Mapping[str, str] | None = None) -> Target:
    """Return the target that `text`, YAML or JSON read from `place`, describes; raises `InputError`.

    `variables` are what `${NAME}` stands for; without them it stands for itself.
    """
    document = inputs.parsed(text, place, KIND)
    if variables is not None:
        document = _expanded(document, variables, place)
    inputs.validate(document, place, KIND, schema())
    _refuse_unknown(place, "documents", document, {row.document for row in OPERATIONS.values()})
    _refuse_unknown(place, "without", document, {row.resource for row in OPERATIONS.values()})
    workspaces = {
        name: Workspace(name, facts["tokens"], facts.get("plan"))
        for name, facts in document["workspaces"].items()
    }
    return Target(
        workspaces,
        document.get("jwks_url"),
        document.get("state_url"),
        document.get("refused_tokens") or {},
        tuple(document.get("documents", ("api",))),
        tuple(document.get("without", ())),
    )


@functools.cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of a target file."""
    loaded: dict[str, Any] = json.loads(
        files("socialapi_conformance").joinpath(SCHEMA).read_text(encoding="utf-8")
    )
    return loaded


def _fetch(place: str, timeout: float, *, asked_for: bool) -> str:
    try:
        answer = fetch(place, timeout)
    except Broken as error:
        raise InputError(f"no target description: {error}", _START) from None
    if answer.status != 200 or "json" not in answer.headers.get("content-type", ""):
        hint = "give the address of a JSON document" if asked_for else _NO_MOCK
        raise InputError(f"{place} answers {answer.summary()}, not a target description", hint)
    return inputs.decoded(answer.content, place, KIND)


_START = "is the server running, and is this its root? `sapi mock` starts one on http://127.0.0.1:4010"
_NO_MOCK = "a server that is no mock needs `--target FILE`; conformance/README.md shows one"


def _expanded(document: Any, variables: Mapping[str, str], place: str) -> Any:
    """Return the document with its variables replaced; raises `InputError` if one is not set."""
    used = [(name, where) for where, text in _texts(document, "") for name in _VARIABLE.findall(text)]
    missing = {name: where for name, where in reversed(used) if name not in variables}
    if missing:
        said = ", ".join(f"${{{name}}} (at {missing[name]})" for name in sorted(missing))
        export = " ".join(f"{name}=…" for name in sorted(missing))
        raise InputError(f"{place} uses variables that are not set: {said}", f"export {export}")
    return _replaced(document, variables)


def _texts(node: Any, where: str) -> Iterator[tuple[str, str]]:
    """Yield every text in a document and where it stands, such as `workspaces.demo.tokens.api_key`."""
    if isinstance(node, str):
        yield where, node
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, item in inside:
        yield from _texts(item, f"{where}.{key}".lstrip("."))


def _replaced(node: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(node, str):
        return _VARIABLE.sub(lambda match: variables[match[1]], node)
    if isinstance(node, list):
        return [_replaced(item, variables) for item in node]
    return {key: _replaced(item, variables) for key, item in node.items()} if isinstance(node, dict) else node


def _refuse_unknown(place: str, key: str, document: Mapping[str, Any], known: set[str]) -> None:
    """Raise `InputError` for a name the contract does not have, which would silently change the run."""
    for name in document.get(key, ()):
        if name not in known:
            hint = f"the contract has {', '.join(sorted(known))}"
            raise InputError(f"{place}: {key} names `{name}`, which the contract does not have", hint)
