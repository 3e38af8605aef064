"""Reading a project from disk: the root, every file it reaches, and the files that nobody refers to."""

import os
from pathlib import Path

import jsonschema_rs

from socialapi_tools.catalogues import SCHEMA_SUFFIX, Catalogues
from socialapi_tools.documents import documents
from socialapi_tools.failures import USAGE, Failure
from socialapi_tools.lint.extensions import FILE as EXTENSIONS
from socialapi_tools.lint.extensions import read_table
from socialapi_tools.lint.node import Node
from socialapi_tools.lint.openapi import walk
from socialapi_tools.lint.project import Project, normal
from socialapi_tools.source import Position, Source, SourceError, load, read

FOLDERS = {"paths": "PathItem", "schemas": "Schema", "parameters": "Parameter", "headers": "Header"}
"""The folders of a specification, and what each file in them holds."""

CATALOGUES = "catalogues"
WAIVERS = "lint-waivers.yaml"


def load_project(path: Path) -> Project:
    """Read the project of a folder with `openapi.yaml`, or of a root document.

    Raises `Failure` when there is none (wrong usage) or when the root cannot be read. Everything that is
    wrong inside a file is kept for the rules.
    """
    root = find_root(path)
    read(root)
    return _Loader(root).project()


def find_root(path: Path) -> Path:
    """Return the root document that a path on the command line means. Raises `Failure` when there is none."""
    root = path / "openapi.yaml" if path.is_dir() else path
    if not root.exists():
        problem = f"{path}: holds no openapi.yaml" if path.is_dir() else f"{path}: no such file or folder"
        raise Failure(
            problem, hint="Name the root document or the folder that holds openapi.yaml.", exit_code=USAGE
        )
    if not root.is_file():
        raise Failure(f"{root}: is not a file", hint="Name the root document.", exit_code=USAGE)
    return _shown(normal(root))


def folder_kind(root: Path, path: Path) -> str | None:
    """Return what a file holds by the folder it lies in; None outside the folders of the specification."""
    if not path.is_relative_to(root.parent):
        return None
    parts = path.relative_to(root.parent).parts
    return next((FOLDERS[part] for part in parts[:-1] if part in FOLDERS), None)


class _Loader:
    """Collects the files of one project; each is read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.roots = tuple(documents(root).values())
        self.kinds: dict[Path, str] = {}
        self.sources: dict[Path, Source] = {}
        self.broken: list[SourceError] = []

    def project(self) -> Project:
        for root in self.roots:
            self.reach(root, "OpenAPI")
        self.refuse_part()
        for path in self.files(*FOLDERS):
            self.reach(path, folder_kind(self.root, path) or "any")
        catalogues, schemas = self.catalogue_files()
        return Project(
            root=self.root,
            roots=self.roots,
            kinds=self.kinds,
            sources=self.sources,
            catalogue_sources=catalogues,
            catalogue_schemas=schemas,
            catalogues=Catalogues(
                {name: source for name, source in catalogues.items() if _keeps(source, schemas)}
            ),
            extensions=read_table(self.root.parent / EXTENSIONS),
            waivers=self.try_load(self.root.parent / WAIVERS)
            if (self.root.parent / WAIVERS).exists()
            else None,
            broken=tuple(self.broken),
        )

    def refuse_part(self) -> None:
        """Raise `Failure` when the user named a part of a specification, such as a path file."""
        source = self.sources.get(self.root)
        is_root = source is None or (isinstance(source.data, dict) and "openapi" in source.data)
        if not is_root and self.root.name != "openapi.yaml":
            hint = "Name the root document or its folder; lint reads every file that it refers to."
            raise Failure(f"{self.root}: is not an OpenAPI document", hint=hint, exit_code=USAGE)

    def files(self, *folders: str) -> list[Path]:
        """Return the YAML files of some folders of the specification."""
        homes = (root.parent for root in self.roots)
        return sorted(
            path for home in homes for folder in folders for path in (home / folder).rglob("*.y*ml")
        )

    def reach(self, first: Path, kind: str) -> None:
        """Read a file and all that it leads to, unless it has been read."""
        waiting = [(first, kind)]
        while waiting:
            path, kind = waiting.pop()
            if path in self.kinds:
                continue
            self.kinds[path] = kind
            if (source := self.try_load(path)) is not None:
                self.sources[path] = source
                waiting += self.references(source, kind)

    def references(self, source: Source, kind: str) -> list[tuple[Path, str]]:
        """Return the existing files of the specification that a file refers to."""
        found = [element for element in walk(Node.top(source), kind) if element.kind == "Reference"]
        targets = [
            (normal(source.path.parent / str(entry.node.text("$ref"))), entry.wanted) for entry in found
        ]
        return [
            (path, folder_kind(self.root, path) or wanted)
            for path, wanted in targets
            if path.is_relative_to(self.root.parent) and path.is_file()
        ]

    def catalogue_files(self) -> tuple[dict[str, Source], dict[str, Source]]:
        """Return the catalogues and their schemas, both by the catalogue's name."""
        read = [source for path in self.files(CATALOGUES) if (source := self.try_load(path)) is not None]
        schemas = {_stem(source): source for source in read if source.path.name.endswith(SCHEMA_SUFFIX)}
        return {_stem(source): source for source in read if source not in schemas.values()}, schemas

    def try_load(self, path: Path) -> Source | None:
        """Return the parsed file, or None after noting what is wrong with it."""
        try:
            return load(path)
        except SourceError as error:
            self.broken.append(error)
        except RecursionError:
            problem = "nests values too deeply"
            self.broken.append(SourceError(path, Position(1, 1), problem, hint="Write it flatter."))
        return None


def catalogue_errors(source: Source, schema: Source) -> list[tuple[tuple[str | int, ...], str]]:
    """Return pointer and message of everything in a catalogue that its schema refuses."""
    try:
        validator = jsonschema_rs.Draft202012Validator(schema.data, validate_formats=True)
    except (ValueError, TypeError) as error:
        return [((), f"its schema cannot be used: {error}")]
    return [(tuple(error.instance_path), error.message) for error in validator.iter_errors(source.data)]


def _keeps(source: Source, schemas: dict[str, Source]) -> bool:
    schema = schemas.get(_stem(source))
    return schema is not None and not catalogue_errors(source, schema)


def _stem(source: Source) -> str:
    return source.path.name.removesuffix(SCHEMA_SUFFIX).removesuffix(".yaml")


def _shown(path: Path) -> Path:
    """Return a path below the working directory relative to it, as editors and annotations want it."""
    here = Path(os.getcwd())
    return path.relative_to(here) if path.is_relative_to(here) else path
