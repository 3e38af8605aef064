"""The project under lint, read once and never changed, and what the rules ask about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from socialapi_tools.catalogues import Catalogues
from socialapi_tools.lint.extensions import Extension
from socialapi_tools.lint.node import Node
from socialapi_tools.lint.openapi import METHODS, Element, walk
from socialapi_tools.source import Source, SourceError


@dataclass(frozen=True)
class Project:
    """A specification: its documents, the files beside them, and those that could not be read.

    `root` is the published document, `roots` are all of them. `kinds` tells which OpenAPI object each file
    holds. `catalogues` holds only those that keep their schema, so that a rule may trust them. `extensions`
    are the rows of `extensions.md`.
    """

    root: Path
    roots: tuple[Path, ...]
    kinds: dict[Path, str]
    sources: dict[Path, Source]
    broken: tuple[SourceError, ...]
    catalogue_sources: dict[str, Source]
    catalogue_schemas: dict[str, Source]
    catalogues: Catalogues
    extensions: tuple[Extension, ...]
    waivers: Source | None

    @property
    def folder(self) -> Path:
        """The folder of the specification."""
        return self.root.parent

    @property
    def paths(self) -> list[Path]:
        """Every file that was read or tried."""
        catalogues = [*self.catalogue_sources.values(), *self.catalogue_schemas.values()]
        waivers = [self.waivers] if self.waivers else []
        read = [source.path for source in (*catalogues, *waivers)]
        return [*self.sources, *read, *(error.path for error in self.broken)]

    @property
    def has_every_catalogue(self) -> bool:
        """Whether no catalogue is left out because it cannot be read or breaks its schema."""
        unread = (error.path for error in self.broken)
        is_complete = self.catalogues.sources.keys() == self.catalogue_sources.keys()
        return is_complete and not any("catalogues" in path.parts for path in unread)

    @cached_property
    def documents(self) -> tuple[Node, ...]:
        """The documents that could be read, the published one first."""
        return tuple(Node.top(self.sources[root]) for root in self.roots if root in self.sources)

    def declared_tags(self) -> Iterator[Node]:
        """Yield the tags that the documents declare."""
        return (tag for document in self.documents for tag in document.entries("tags"))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every OpenAPI object and every reference of every file."""
        files = ((Node.top(source), self.kinds[path]) for path, source in self.sources.items())
        return tuple(element for node, kind in files for element in walk(node, kind))

    def all(self, *kinds: str) -> Iterator[Element]:
        """Yield the elements of some kinds; `Reference` is a kind too."""
        return (element for element in self.elements if element.kind in kinds)

    @cached_property
    def operations(self) -> tuple["Operation", ...]:
        """Every operation, those of files that the root does not list included; no callbacks."""
        return tuple(
            Operation(
                self, self.api_paths.get(item.node.source.path) or _own_path(item.node), method, item.node
            )
            for item in self.all("PathItem")
            if not item.is_outbound
            for method in METHODS
            if item.node.get(method) is not None
        )

    @cached_property
    def api_paths(self) -> dict[Path, str]:
        """The API path of each path file that the root lists."""
        listed = (entry for document in self.documents for entry in document.items("paths"))
        return {target: path for path, item in listed if (target := self.target(item)) is not None}

    def target(self, reference: Node) -> Path | None:
        """Return the file that a reference names, whether it exists or not; None for `#/…`."""
        text = reference.text("$ref")
        if not text or text.startswith("#"):
            return None
        return normal(reference.source.path.parent / text)

    def resolve(self, node: Node | None) -> Node | None:
        """Follow references until a value is reached; None when one leads nowhere."""
        for _ in range(50):
            if node is None or (text := node.text("$ref")) is None:
                return node
            node = _inside(node.source, text) if text.startswith("#") else self._file(node)
        return None

    def _file(self, reference: Node) -> Node | None:
        source = self.sources.get(self.target(reference) or self.root)
        return Node.top(source) if source else None


@dataclass(frozen=True)
class Operation:
    """One operation; `path` is empty in a file that the root does not list."""

    project: Project
    path: str
    method: str
    item: Node

    @property
    def node(self) -> Node:
        """The Operation object."""
        return self.item.get(self.method) or self.item

    @property
    def name(self) -> str:
        """What messages call it: the operationId, or method and path."""
        return self.node.text("operationId") or f"{self.method.upper()} {self.path}".strip()

    @property
    def needs_token(self) -> bool:
        """Whether it accepts tokens; `x-tokens: []` says that it needs none."""
        tokens = self.node.get("x-tokens")
        return tokens is None or tokens.value != []

    @property
    def parameters(self) -> Iterator[Node]:
        """Its parameters and those of its path, references followed."""
        written = (*self.item.entries("parameters"), *self.node.entries("parameters"))
        return (found for entry in written if (found := self.project.resolve(entry)))

    @property
    def successes(self) -> Iterator[Node]:
        """The schemas of its 2xx JSON answers, references followed."""
        for status, response in self.node.items("responses"):
            schema = self.project.resolve(response.get("content", "application/json", "schema"))
            if status.startswith("2") and schema:
                yield schema


def normal(path: Path) -> Path:
    """Return the path without `..`, as it was written otherwise: messages show what the user typed."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] not in ("..", path.anchor):
            parts.pop()
        else:
            parts.append(part)
    return Path(*parts)


def _own_path(item: Node) -> str:
    return str(item.pointer[1]) if item.pointer[:1] == ("paths",) else ""


def _inside(source: Source, fragment: str) -> Node | None:
    keys: Iterable[str] = (key.replace("~1", "/").replace("~0", "~") for key in fragment.split("/")[1:])
    return Node.top(source).get(*keys)
