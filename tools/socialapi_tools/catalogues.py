"""The catalogues of `spec/catalogues`: facts that operations refer to by name."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socialapi_tools.source import Position, Source, SourceError, load

SCHEMA_SUFFIX = ".schema.yaml"


@dataclass(frozen=True)
class Catalogues:
    """Every catalogue by file stem, each valid against the schema beside it."""

    sources: dict[str, Source]

    def __getitem__(self, name: str) -> Any:
        return self.sources[name].data

    def names(self) -> dict[str, list[str]]:
        """Return the lists that `x-enum` and `x-known` may name, each with its values in order."""
        lists = {name: list(self[name]["entries"]) for name in self.sources if "entries" in self[name]}
        machines = self["states"]["machines"] if "states" in self.sources else {}
        return lists | {f"{name}_states": list(machine["states"]) for name, machine in machines.items()}

    def codes(self, name: str) -> list[str]:
        """Return the error codes and families that one entry of `x-errors` stands for.

        Raises `KeyError` when `name` is neither a code, nor a family, nor a set.
        """
        errors = self["errors"]
        if name in errors["sets"]:
            return list(errors["sets"][name])
        if name in errors["families"] or name in errors["codes"] or name in self.expanded():
            return [name]
        raise KeyError(name)

    def expanded(self) -> dict[str, dict[str, Any]]:
        """Return every concrete code of a family that expands over a catalogue, with the family's facts."""
        found: dict[str, dict[str, Any]] = {}
        for family, facts in self["errors"]["families"].items():
            for value in self.names().get(facts.get("expand", ""), []):
                found[concrete(family, value)] = {**facts, "family": family}
        return found

    def error(self, name: str) -> dict[str, Any]:
        """Return the facts of one code or family. Raises `KeyError` when the catalogue has neither."""
        errors = self["errors"]
        facts: dict[str, Any] = (
            errors["codes"].get(name) or errors["families"].get(name) or self.expanded()[name]
        )
        return facts


def concrete(family: str, value: str) -> str:
    """Put `value` in the place of a family's variable: `platform.{platform}.auth` -> `platform.x.auth`."""
    head, _, rest = family.partition("{")
    return head + value + rest.partition("}")[2]


def load_catalogues(folder: Path) -> Catalogues:
    """Read every catalogue of `folder`. Raises `SourceError` at the first value its schema refuses."""
    paths = sorted(path for path in folder.glob("*.yaml") if not path.name.endswith(SCHEMA_SUFFIX))
    sources = {path.stem: load(path) for path in paths}
    for source in sources.values():
        _check(source)
    return Catalogues(sources)


def _check(source: Source) -> None:
    import jsonschema

    schema_path = source.path.with_name(source.path.stem + SCHEMA_SUFFIX)
    if not schema_path.exists():
        raise SourceError(
            source.path, Position(1, 1), "has no schema", hint=f"Write {schema_path.name} beside it."
        )
    validator = jsonschema.Draft202012Validator(load(schema_path).data)
    for error in sorted(validator.iter_errors(source.data), key=lambda error: list(map(str, error.path))):
        raise SourceError(source.path, source.position(list(error.path)), error.message)
