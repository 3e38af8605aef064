"""Files that users write for a run: read, parsed and validated, with messages that say where to mend them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import yaml

LARGEST = 1024 * 1024
"""Bytes a file may have."""


class InputError(Exception):
    """A file cannot be used; `hint` says how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def read(path: Path, kind: str) -> str:
    """Return the text of a file of a kind, such as `target`; raises `InputError`."""
    try:
        with path.open("rb") as stream:
            return decoded(stream.read(LARGEST + 1), str(path), kind)
    except OSError as error:
        raise InputError(f"cannot read the {kind} file {path}: {error.strerror}", "check the path") from None


def decoded(content: bytes, place: str, kind: str) -> str:
    """Return bytes that were read from `place` as text; raises `InputError`."""
    if len(content) > LARGEST:
        raise InputError(f"{place} is larger than {LARGEST} bytes", f"a {kind} is a few kilobytes")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{place} is not UTF-8 text", _form(kind)) from None


def parsed(text: str, place: str, kind: str) -> Any:
    """Return what YAML or JSON text stands for; raises `InputError`."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{place}:{mark.line + 1}:{mark.column + 1}" if mark else place
        raise InputError(f"{where}: {error.problem}", _form(kind)) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise InputError(f"{place} cannot be read as YAML: {first}", _form(kind)) from None


def validate(document: Any, place: str, kind: str, schema: Mapping[str, Any]) -> None:
    """Hold a document to its schema; raises `InputError`."""
    # The message is written here because jsonschema's own quotes the offending value, which may be a secret.
    error: Any = jsonschema.exceptions.best_match(
        jsonschema.Draft202012Validator(schema).iter_errors(document)
    )
    if error is not None:
        where = ".".join(map(str, error.absolute_path)) or "the document"
        where = f"entry {where}" if where[0].isdigit() else where
        said = _complaint(
            error.validator, error.validator_value, error.instance, error.schema.get("properties")
        )
        raise InputError(f"{place}: {where} {said}", f"conformance/README.md shows a {kind} file")


def _form(kind: str) -> str:
    return f"a {kind} is YAML or JSON"


class _Loader(yaml.SafeLoader):
    """YAML without aliases, so that a small file cannot grow into a large document."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call] # the stubs forgot it
            raise yaml.constructor.ConstructorError(None, None, "aliases are not allowed", mark)
        return super().compose_node(parent, index)


def _complaint(keyword: str, rule: Any, given: Any, properties: Any) -> str:
    match keyword:
        case "required":
            return f"lacks `{next(name for name in rule if name not in given)}`"
        case "additionalProperties":
            return (
                f"has `{min(set(given) - set(properties))}`, which is none of {', '.join(sorted(properties))}"
            )
        case "enum":
            return f"has `{given}`, which is none of {', '.join(rule)}"
        case _:
            return f"does not satisfy `{keyword}: {rule}`"
