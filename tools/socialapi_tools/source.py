"""YAML files with the place of every value, so that a message can point at the line that is wrong."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from socialapi_tools.failures import Failure

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 100


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc] # chosen at run time
    """Safe YAML as the JSON data model has it: no dates, and only `true` and `false` are booleans."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class Position(NamedTuple):
    """A place in a text file; both numbers count from 1."""

    line: int
    column: int


class SourceError(Failure):
    """A file that cannot be used as source: unreadable, not YAML, ambiguous, or too large."""

    def __init__(self, path: Path, position: Position, problem: str, *, hint: str = "") -> None:
        super().__init__(f"{path}:{position.line}:{position.column}: {problem}", hint=hint)
        self.path = path
        self.line = position.line
        self.column = position.column
        self.problem = problem


@dataclass(frozen=True)
class Source:
    """One parsed file: `data` as plain Python values, and the position of each of them by pointer."""

    path: Path
    text: str
    data: Any
    values: dict[tuple[str | int, ...], Position] = field(repr=False)
    keys: dict[tuple[str | int, ...], Position] = field(repr=False)

    def position(self, pointer: Sequence[str | int] = (), *, key: bool = False) -> Position:
        """Return where the value at `pointer` starts, or its key; its nearest ancestor's place if absent."""
        here = tuple(pointer)
        table = self.keys if key else self.values
        while here and here not in table:
            here, table = here[:-1], self.values
        return table.get(here, Position(1, 1))


def load(path: Path) -> Source:
    """Parse one YAML file. Raises `SourceError` with the place of what is wrong."""
    text = read(path)
    return parse(path, text)


def read(path: Path) -> str:
    """Return the file's text. Raises `SourceError` when it is missing, too large or not UTF-8."""
    start = Position(1, 1)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(path, start, f"is larger than {MAX_BYTES} bytes", hint="Split the file.")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        hint = "Check the path, or run the command in the project's folder."
        raise SourceError(path, start, f"cannot be read: {error.strerror}", hint=hint) from error
    except UnicodeDecodeError as error:
        raise SourceError(path, start, "is not UTF-8 text", hint="Save the file as UTF-8.") from error


def parse(path: Path, text: str) -> Source:
    """Turn YAML text into a `Source`. Raises `SourceError` with the place of what is wrong."""
    loader = _Loader(text)
    try:
        _refuse_deep_nesting(path, text)
        node = loader.get_single_node()
        builder = _Builder(path, loader)
        data = builder.build(node, ()) if node is not None else None
    except yaml.YAMLError as error:
        raise _syntax_error(path, error) from error
    finally:
        loader.dispose()
    return Source(path, text, data, builder.values, builder.keys)


def _refuse_deep_nesting(path: Path, text: str) -> None:
    """Raise `SourceError` before libyaml, which recurses for every level, runs out of stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise SourceError(
                path, _position(event.start_mark), f"is nested more than {MAX_DEPTH} levels deep"
            )


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def _syntax_error(path: Path, error: yaml.YAMLError) -> SourceError:
    position = _position(getattr(error, "problem_mark", None) or getattr(error, "context_mark", None))
    problem = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None)
    return SourceError(path, position, f"{problem} {context}" if context else problem)


class _Builder:
    """Builds plain values from YAML nodes and notes where each one stood."""

    def __init__(self, path: Path, loader: Any) -> None:
        self.path = path
        self.loader = loader
        self.values: dict[tuple[str | int, ...], Position] = {}
        self.keys: dict[tuple[str | int, ...], Position] = {}
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, here: tuple[str | int, ...]) -> Any:
        position = _position(node.start_mark)
        if id(node) in self.seen:
            raise SourceError(
                self.path, position, "uses a YAML alias", hint="Write the value out, or use $ref."
            )
        self.seen.add(id(node))
        self.values[here] = position
        if isinstance(node, yaml.MappingNode):
            return {
                self._key(key, here): self.build(value, (*here, self._name(key))) for key, value in node.value
            }
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*here, index)) for index, item in enumerate(node.value)]
        return self.loader.construct_object(node)

    def _key(self, node: yaml.Node, here: tuple[str | int, ...]) -> str:
        name = self._name(node)
        position = _position(node.start_mark)
        if (*here, name) in self.keys:
            raise SourceError(self.path, position, f"repeats the key {name!r}", hint="Keep one of the two.")
        self.keys[(*here, name)] = position
        return name

    def _name(self, node: yaml.Node) -> str:
        value = self.loader.construct_object(node)
        if not isinstance(value, Hashable) or isinstance(value, float | bool) or value is None:
            position = _position(node.start_mark)
            raise SourceError(
                self.path, position, "has a key that is not text", hint="Put the key in quotes."
            )
        return str(value)
