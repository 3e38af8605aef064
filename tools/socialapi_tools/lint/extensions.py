"""The table of x- keys in `extensions.md`, which lint keeps equal to their use."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from socialapi_tools.lint.node import Place

FILE = "extensions.md"
_ROW = re.compile(r"^\|\s*`(?P<name>x-[^`]+)`\s*\|(?P<object>[^|]*)\|(?P<type>[^|]*)\|(?P<example>[^|]*)\|")


@dataclass(frozen=True)
class Extension:
    """One row: the objects that may carry the key, the type of its value, and an example of it."""

    name: str
    objects: tuple[str, ...]
    type: str
    example: object
    example_text: str
    place: Place


def read_table(path: Path) -> tuple[Extension, ...]:
    """Return the rows in order; none when there is no such file."""
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(
        Extension(
            name=row["name"],
            objects=tuple(name.strip() for name in row["object"].split(",")),
            type=row["type"].strip(),
            example=_example(row["example"]),
            example_text=row["example"].strip().strip("`"),
            place=Place(path, number, row.start("name") + 1),
        )
        for number, line in enumerate(lines, start=1)
        if (row := _ROW.match(line))
    )


def _example(cell: str) -> object:
    try:
        return yaml.safe_load(cell.strip().strip("`"))
    except yaml.YAMLError:
        return None
