"""A value of a source file together with its place; rules walk over these instead of plain dictionaries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socialapi_tools.source import Position, Source


@dataclass(frozen=True)
class Place:
    """Where something stands; both numbers count from 1."""

    path: Path
    line: int
    column: int


@dataclass(frozen=True)
class Defect:
    """What a rule reports: a place, what is wrong there, and how to mend it. Both texts are one line."""

    place: Place
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Node:
    """One value. Nothing here fails on a value of an unexpected type: it then has no children."""

    source: Source
    pointer: tuple[str | int, ...]
    value: Any

    @classmethod
    def top(cls, source: Source) -> "Node":
        """Return the whole document of a file."""
        return cls(source, (), source.data)

    @property
    def place(self) -> Place:
        """Where the value starts."""
        return self._at(self.source.position(self.pointer))

    @property
    def key_place(self) -> Place:
        """Where the key of the value starts; the value's own place where it has no key."""
        has_key = bool(self.pointer) and isinstance(self.pointer[-1], str)
        return self._at(self.source.position(self.pointer, key=has_key))

    @property
    def file_place(self) -> Place:
        """The start of the file, for what concerns it as a whole."""
        return Place(self.source.path, 1, 1)

    def _at(self, position: Position) -> Place:
        return Place(self.source.path, position.line, position.column)

    def get(self, *keys: str) -> "Node | None":
        """Follow keys downwards; None where one is missing."""
        node = self
        for key in keys:
            if not isinstance(node.value, dict) or key not in node.value:
                return None
            node = Node(self.source, (*node.pointer, key), node.value[key])
        return node

    def text(self, *keys: str) -> str | None:
        """Return the text below some keys; None when it is missing or no text."""
        node = self.get(*keys)
        return node.value if node and isinstance(node.value, str) else None

    def items(self, *keys: str) -> Iterator[tuple[str, "Node"]]:
        """Yield the keys of a mapping with their values; nothing for other values."""
        node = self.get(*keys)
        if node and isinstance(node.value, dict):
            for key, value in node.value.items():
                yield key, Node(self.source, (*node.pointer, key), value)

    def entries(self, *keys: str) -> Iterator["Node"]:
        """Yield the entries of a list; nothing for other values."""
        node = self.get(*keys)
        if node and isinstance(node.value, list):
            for index, value in enumerate(node.value):
                yield Node(self.source, (*node.pointer, index), value)

    def texts(self, *keys: str) -> Iterator[tuple[str, "Node"]]:
        """Yield the entries of a list that are text, each with its node."""
        for entry in self.entries(*keys):
            if isinstance(entry.value, str):
                yield entry.value, entry
