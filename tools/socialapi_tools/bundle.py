"""The bundler: many small source files become one OpenAPI document, short x- keys written out."""

import os
from pathlib import Path
from typing import Any

from socialapi_tools.catalogues import Catalogues, load_catalogues
from socialapi_tools.documents import home
from socialapi_tools.expand import error_responses, pagination_parameters
from socialapi_tools.source import Source, SourceError, load

METHODS = ("get", "put", "post", "patch", "delete")
COMPONENT_FOLDERS = ("schemas", "parameters", "headers")


def bundle(root: Path) -> dict[str, Any]:
    """Return the OpenAPI document of `root` (`spec/openapi.yaml`), self-contained, in reading order.

    Raises `SourceError` with the place of a broken reference, an unknown catalogue name or an unknown code.
    """
    return Bundler(root, load_catalogues(home(root) / "catalogues")).document()


class Bundler:
    """Collects the files one document refers to; each file is read once, each component named by its file."""

    def __init__(self, root: Path, catalogues: Catalogues) -> None:
        self.root = Path(os.path.normpath(root))
        self.home = home(self.root)
        self.catalogues = catalogues
        self.lists = catalogues.names()
        self.sources: dict[Path, Source] = {}
        self.components: dict[str, dict[str, Any]] = {kind: {} for kind in COMPONENT_FOLDERS}
        self.origins: dict[tuple[str, str], Path] = {}

    def document(self) -> dict[str, Any]:
        """Return the whole document."""
        source = self.source(self.root)
        document = {key: value for key, value in source.data.items() if key not in ("paths", "components")}
        document["paths"] = {
            path: self.path_item(self.follow(source, item["$ref"], ("paths", path, "$ref")))
            for path, item in source.data["paths"].items()
        }
        document["components"] = source.data.get("components", {}) | {
            kind: dict(sorted(found.items())) for kind, found in self.components.items() if found
        }
        return document

    def source(self, path: Path) -> Source:
        """Return the parsed file, read at most once."""
        if path not in self.sources:
            self.sources[path] = load(path)
        return self.sources[path]

    def path_item(self, source: Source) -> dict[str, Any]:
        """Return one Path Item with its operations expanded."""
        return {
            key: self.operation(source, key) if key in METHODS else self.inline(source, value, (key,))
            for key, value in source.data.items()
        }

    def operation(self, source: Source, method: str) -> dict[str, Any]:
        """Return one operation: references inlined, errors, pagination and headers written out."""
        written = self.inline(source, source.data[method], (method,))
        codes = self.codes(source, method, written.get("x-errors", []))
        common = self.common(source, "schemas/common")
        errors = self.inline(source, error_responses(self.catalogues, codes, common), ())
        responses = self.merged(source, method, written.get("responses", {}), errors)
        written["x-errors"] = codes
        if "x-pagination" in written:
            paging = self.inline(source, pagination_parameters(written["x-pagination"], common), ())
            written["parameters"] = [*written.get("parameters", []), *paging]
        written["responses"] = {
            status: self.with_request_id(source, responses[status]) for status in sorted(responses)
        }
        return {key: written[key] for key in sorted(written, key=_reading_order)}

    def merged(
        self, source: Source, method: str, written: dict[str, Any], errors: dict[str, Any]
    ) -> dict[str, Any]:
        """Return all responses. Raises `SourceError` when a status is both written out and in `x-errors`."""
        for status in written:
            if status in errors:
                place = source.position((method, "responses", status), key=True)
                hint = "Write the response, or list its codes in x-errors."
                raise SourceError(source.path, place, f"status {status} is said twice", hint=hint)
        return written | errors

    def codes(self, source: Source, method: str, names: list[str]) -> list[str]:
        """Return the codes that `x-errors` stands for, by status. Raises `SourceError` for an unknown one."""
        found: list[str] = []
        for index, name in enumerate(names):
            try:
                found += [code for code in self.catalogues.codes(name) if code not in found]
            except KeyError:
                place = source.position((method, "x-errors", index))
                hint = "Use a code, family or set of spec/catalogues/errors.yaml."
                raise SourceError(source.path, place, f"no such error: {name}", hint=hint) from None
        return sorted(found, key=lambda code: int(self.catalogues.error(code)["status"]))

    def with_request_id(self, source: Source, response: dict[str, Any]) -> dict[str, Any]:
        """Return the response with the header that every response has."""
        reference = {"$ref": f"{self.common(source, 'headers')}/RequestId.yaml"}
        header = self.inline(source, {"X-Request-ID": reference}, ())
        headers = header | response.get("headers", {})
        return {"description": response["description"], "headers": headers} | response | {"headers": headers}

    def common(self, source: Source, folder: str) -> str:
        """Return how `source` would refer to a folder of the specification."""
        return Path(os.path.relpath(self.home / folder, source.path.parent)).as_posix()

    def inline(self, source: Source, node: Any, here: tuple[str | int, ...]) -> Any:
        """Return `node` with file references turned into component references and `x-enum` into `enum`."""
        if isinstance(node, list):
            return [self.inline(source, item, (*here, index)) for index, item in enumerate(node)]
        if not isinstance(node, dict):
            return node
        if isinstance(reference := node.get("$ref"), str):
            return {"$ref": self.component(source, reference, (*here, "$ref"))}
        found = {key: self.inline(source, value, (*here, key)) for key, value in node.items()}
        if isinstance(name := found.pop("x-enum", None), str):
            found["enum"] = self.values(source, name, (*here, "x-enum"))
        if "discriminator" in found:
            found["discriminator"] = self.discriminator(
                source, node["discriminator"], (*here, "discriminator")
            )
        return found

    def discriminator(
        self, source: Source, node: dict[str, Any], here: tuple[str | int, ...]
    ) -> dict[str, Any]:
        """Return a discriminator whose mapping leads to components; the files name them without `$ref`."""
        mapping = {
            value: self.component(source, reference, (*here, "mapping", value))
            for value, reference in node.get("mapping", {}).items()
        }
        return node | {"mapping": mapping} if mapping else node

    def values(self, source: Source, name: str, here: tuple[str | int, ...]) -> list[str]:
        """Return the values of one catalogue list. Raises `SourceError` for an unknown list."""
        if name not in self.lists:
            known = ", ".join(sorted(self.lists))
            raise SourceError(
                source.path, source.position(here), f"no such list: {name}", hint=f"Known: {known}."
            )
        return list(self.lists[name])

    def component(self, source: Source, reference: str, here: tuple[str | int, ...]) -> str:
        """Return the reference to the component that a file becomes, collecting the file on first sight."""
        if reference.startswith("#"):
            return reference
        target = self.follow(source, reference, here)
        parts = target.path.relative_to(self.home).parts
        kind = next((part for part in parts if part in COMPONENT_FOLDERS), None)
        name = target.path.stem
        if kind is None:
            hint = f"Only files in {', '.join(COMPONENT_FOLDERS)} can be referred to."
            raise SourceError(source.path, source.position(here), f"cannot refer to {reference}", hint=hint)
        if self.origins.setdefault((kind, name), target.path) != target.path:
            problem = f"{reference} and {self.origins[kind, name]} would both be called {name}"
            raise SourceError(source.path, source.position(here), problem, hint="Rename one of the files.")
        if name not in self.components[kind]:
            self.components[kind][name] = {}
            self.components[kind][name] = self.inline(target, target.data, ())
        return f"#/components/{kind}/{name}"

    def follow(self, source: Source, reference: str, here: tuple[str | int, ...]) -> Source:
        """Return the file that a reference means. Raises `SourceError` there when there is none."""
        path = Path(os.path.normpath(source.path.parent / reference))
        if not path.is_file() or not path.is_relative_to(self.home):
            hint = "References are relative to the file they stand in and stay inside the specification."
            raise SourceError(source.path, source.position(here), f"no such file: {reference}", hint=hint)
        return self.source(path)


ORDER = (
    *(
        "operationId",
        "tags",
        "summary",
        "description",
        "x-scope",
        "x-scope-recommended",
        "x-tokens",
        "x-past-due-exempt",
        "x-credits",
        "x-credits-recommended",
    ),
    *("x-pagination", "x-shared", "x-retires", "x-capability", "x-errors"),
    *("parameters", "requestBody", "responses", "callbacks"),
)


def _reading_order(key: str) -> int:
    return ORDER.index(key) if key in ORDER else len(ORDER)
