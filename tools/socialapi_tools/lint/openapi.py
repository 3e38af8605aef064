"""The walk through a source file along the objects of OpenAPI 3.0, as `openapi-3.0.yaml` lists them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from socialapi_tools.lint.node import Node
from socialapi_tools.source import load

MUST_HAVE = "must have"

_ROWS: dict[str, dict[str, str]] = load(Path(__file__).with_name("openapi-3.0.yaml")).data

KEYWORDS: dict[str, dict[str, str]] = {
    name: {word: kind for words, kind in rows.items() if words != MUST_HAVE for word in words.split()}
    for name, rows in _ROWS.items()
}
"""What each keyword of an object holds."""

REQUIRED: dict[str, tuple[str, ...]] = {
    name: tuple(rows.get(MUST_HAVE, "").split()) for name, rows in _ROWS.items()
}
"""The keywords without which an object is not valid."""

METHODS = tuple(word for word, kind in KEYWORDS["PathItem"].items() if kind == "Operation")


class Element(NamedTuple):
    """An OpenAPI object in a source file.

    `wanted` is the object that may stand here; `kind` is the same, or `Reference` where one stands instead.
    """

    kind: str
    node: Node
    wanted: str

    @property
    def is_outbound(self) -> bool:
        """Whether it stands in a callback, where the API is the client."""
        return "callbacks" in self.node.pointer


def walk(node: Node, kind: str) -> Iterator[Element]:
    """Yield the object of this kind and every object inside it; references are yielded, not followed."""
    if kind.startswith("list of "):
        for entry in node.entries():
            yield from walk(entry, kind.removeprefix("list of "))
    elif kind.startswith("map of "):
        for _, value in node.items():  # noqa: PERF102 # a Node is no dict
            yield from walk(value, kind.removeprefix("map of "))
    elif kind.startswith("boolean or ") and not isinstance(node.value, bool):
        yield from walk(node, kind.removeprefix("boolean or "))
    elif kind in KEYWORDS:
        yield from _object(node, kind)


def _object(node: Node, kind: str) -> Iterator[Element]:
    if node.text("$ref") is not None:
        yield Element("Reference", node, kind)
        return
    yield Element(kind, node, kind)
    for key, value in node.items():
        if (inner := KEYWORDS[kind].get(key)) is not None:
            yield from walk(value, inner)


def misfit(value: Any, kind: str) -> str:
    """Say what `value` would have to be to be of this kind; empty when it is, whatever it holds."""
    if kind.startswith("boolean or "):
        return "" if isinstance(value, bool) else misfit(value, kind.removeprefix("boolean or "))
    if kind.startswith("one of "):
        words = kind.removeprefix("one of ").split()
        return "" if value in words else f"one of {', '.join(words)}"
    name, types = _SHAPES.get(kind) or _SHAPES.get(kind.partition(" ")[0], _SHAPES["map"])
    # A bool is an int to Python, but not to YAML.
    fits = isinstance(value, types) and isinstance(value, bool) <= (bool in types)
    return "" if fits else name


_SHAPES: dict[str, tuple[str, tuple[type, ...]]] = {
    "any": ("anything", (object, bool)),
    "text": ("text", (str,)),
    "integer": ("a whole number", (int,)),
    "number": ("a number", (int, float)),
    "boolean": ("true or false", (bool,)),
    "list": ("a list", (list,)),
    "map": ("a mapping", (dict,)),
}
