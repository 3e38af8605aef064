"""From specification to package: everything in `generated/` is built here, in memory first, then written."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from socialapi_tools.bundle import bundle
from socialapi_tools.catalogues import Catalogues, load_catalogues
from socialapi_tools.documents import PUBLISHED, documents, home
from socialapi_tools.failures import Failure
from socialapi_tools.generate.docs import pages
from socialapi_tools.generate.models import models_module
from socialapi_tools.generate.operations import operations
from socialapi_tools.generate.platforms import platforms_context
from socialapi_tools.generate.rendering import render
from socialapi_tools.generate.schemathesis import schemathesis_context
from socialapi_tools.generate.tables import (
    errors_context,
    events_context,
    plans_context,
    scopes_context,
    states_context,
)
from socialapi_tools.source import load

PACKAGE = "socialapi_contract"
OF_THE_TESTS = ("docs/coverage.md", "docs/kills.md")
"""Written from the tests, which alone see contract, stub and checks together."""


def files(root: Path) -> dict[str, str]:
    """Return every generated file, by path below `generated/`.

    Raises `SourceError` when a source file is wrong and `Failure` when the bundle is not valid OpenAPI.
    """
    bundles = {name: bundle(path) for name, path in documents(root).items()}
    for name, path in documents(root).items():
        validate(bundles[name], path)
    catalogues = load_catalogues(home(root) / "catalogues")
    rows = [row for name, path in documents(root).items() for row in _rows(name, bundles[name], path)]
    found = {f"{PACKAGE}/{name}": text for name, text in package(bundles, catalogues, rows).items()}
    return found | {
        f"docs/{name}": text for name, text in pages(bundles[PUBLISHED], catalogues, rows).items()
    }


def package(
    bundles: dict[str, dict[str, Any]], catalogues: Catalogues, rows: list[dict[str, Any]]
) -> dict[str, str]:
    """Return the files of the importable package."""
    published = bundles[PUBLISHED]
    own = [row for row in rows if row["document"] == PUBLISHED]
    written = {name: text for each in bundles for name, text in _document_files(each, bundles[each]).items()}
    return written | {
        "__init__.py": render(
            "package.py.j2",
            documents=list(bundles),
            operations=len(own),
            version=published["info"]["version"],
        ),
        "py.typed": "",
        "operations.py": render("operations.py.j2", documents=list(bundles), operations=rows),
        "errors.py": render("errors.py.j2", **errors_context(catalogues)),
        "events.py": render("events.py.j2", **events_context(catalogues)),
        "scopes.py": render("scopes.py.j2", **scopes_context(catalogues)),
        "plans.py": render("plans.py.j2", **plans_context(catalogues)),
        "platforms.py": render("platforms.py.j2", **platforms_context(catalogues)),
        "states.py": render("states.py.j2", **states_context(catalogues)),
        "schemathesis.toml": render("schemathesis.toml.j2", **schemathesis_context(published, own)),
    }


def _document_files(name: str, document: dict[str, Any]) -> dict[str, str]:
    """Return a document as JSON, as YAML and as models; those of the published one carry no name."""
    stem, prefix = ("openapi", "") if name == PUBLISHED else (name, f"{name}_")
    return {
        f"{stem}.json": json.dumps(document, indent=1, ensure_ascii=False) + "\n",
        f"{stem}.yaml": yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110),
        f"{prefix}models.py": models_module(document),
    }


def _rows(name: str, document: dict[str, Any], root: Path) -> list[dict[str, Any]]:
    return [{"document": name} | row for row in operations(document, resources(root))]


def resources(root: Path) -> dict[str, str]:
    """Return the folder of each path's file below `paths/`: the resource the path belongs to."""
    return {path: Path(item["$ref"]).parts[1] for path, item in load(root).data["paths"].items()}


def validate(document: dict[str, Any], root: Path) -> None:
    """Raise `Failure` when the document breaks the OpenAPI specification."""
    from openapi_spec_validator import OpenAPIV30SpecValidator

    for error in OpenAPIV30SpecValidator(document).iter_errors():
        place = "/".join(map(str, error.absolute_path))
        hint = "Run `sapi lint` for the line in the source file."
        raise Failure(f"{root}: the bundle is not valid OpenAPI 3.0 at {place}: {error.message}", hint=hint)


def write(wanted: Mapping[str, str], out: Path) -> list[str]:
    """Write what differs, delete what is no longer generated, and return the paths that changed.

    Raises `Failure` for a folder that holds anything else, because files would be deleted from it.
    """
    if foreign := sorted(path.name for path in out.glob("*") if not _ours(path)):
        raise Failure(f"{out}: holds {foreign[0]}, which is not generated", hint="Choose an empty folder.")
    changed = [path for path, _ in stale(wanted, out)]
    for path in changed:
        if path in wanted:
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_text(wanted[path], encoding="utf-8")
        else:
            (out / path).unlink()
    return changed


def stale(wanted: Mapping[str, str], out: Path) -> list[tuple[str, str]]:
    """Return the paths that differ from what should be there, each with the reason."""
    found = [(path, "missing") for path in wanted if not (out / path).is_file()]
    found += [
        (path, "out of date")
        for path in wanted
        if (out / path).is_file() and _text(out / path) != wanted[path]
    ]
    return sorted(found + [(path, "no longer generated") for path in _present(out) if path not in wanted])


def _ours(path: Path) -> bool:
    return path.name in (PACKAGE, "docs", "README.md") or path.name.startswith(".")


def _present(out: Path) -> list[str]:
    kept = (path for folder in (PACKAGE, "docs") for path in (out / folder).rglob("*") if path.is_file())
    found = [path.relative_to(out).as_posix() for path in kept if "__pycache__" not in path.parts]
    return [path for path in found if path not in OF_THE_TESTS]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


class _Dumper(yaml.CSafeDumper if hasattr(yaml, "CSafeDumper") else yaml.SafeDumper):  # type: ignore[misc] # chosen at run time
    """YAML without aliases, so that every part of the document reads on its own."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 # the signature is PyYAML's
        return True
