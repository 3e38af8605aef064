"""Middleware: holds a request against the contract before its handler sees it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qs

from socialapi_contract.operations import OPERATIONS
from starlette.datastructures import UploadFile
from starlette.types import ASGIApp, Receive, Scope, Send

from socialapi_stub import bodies, request_log, webhook_urls
from socialapi_stub.call import Request
from socialapi_stub.documents import present
from socialapi_stub.framework import AbstractOperation, OpenAPISpecification, RoutedAPI, RoutedMiddleware
from socialapi_stub.problems import Problem
from socialapi_stub.schemas import Checker, Parameter
from socialapi_stub.settings import Settings


class OperationCheck:
    """The checks of one operation, compiled when the server starts."""

    def __init__(self, next_app: ASGIApp, settings: Settings, operation: AbstractOperation) -> None:
        self.next_app = next_app
        self.settings = settings
        self.operation = OPERATIONS[operation.operation_id]
        parameters = {item["name"]: item for item in operation.parameters if item["in"] == "query"}
        self.query = [Parameter(definition) for definition in parameters.values()]
        self.known_query = set(parameters)
        schema = operation.body_schema()
        self.body = Checker(webhook_urls.admitting_http(schema)) if self.operation.body else None
        self.known_fields = set(schema.get("properties", {}))
        fields = schema.get("properties", {}).items()
        self.files: dict[str, int] = {
            name: field.get("maxLength", bodies.MAX_FILE_BYTES)
            for name, field in fields
            if field.get("format") == "binary"
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read and check query and body, then hand them on as one `Request`."""
        given = _given(scope["query_string"])
        self.note_unknown(scope, "parameter", given, self.known_query)
        query = self.query_of(given) if self.query else None
        try:
            body = await self.body_of(scope, receive)
            if isinstance(body, dict) and self.known_fields:
                self.note_unknown(scope, "field", body, self.known_fields)
            path = tuple(scope["path_params"].values())
            request = Request(self.operation, scope["extensions"].get("caller"), scope, path, query, body)
            scope["extensions"]["request"] = request
            await self.next_app(scope, receive, send)
        finally:
            if form := scope["extensions"].get("form"):
                await form.close()

    def note_unknown(self, scope: Scope, kind: str, given: Iterable[str], known: Collection[str]) -> None:
        """Note names that the contract does not have; the API ignores them."""
        for name in sorted(name for name in given if name not in known):
            request_log.violate(scope, f"{self.operation.operation_id} has no {kind} {name!r}")

    def query_of(self, given: Mapping[str, list[str]]) -> Mapping[str, Any]:
        """Return the query parameters the contract knows, defaults included."""
        values = {parameter.name: parameter.value(given.get(parameter.name, [])) for parameter in self.query}
        return present(values)

    async def body_of(self, scope: Scope, receive: Receive) -> Any:
        """Return the checked body; a form is left in the scope, to be closed.

        None when the operation takes none, or none was sent where it is optional.
        """
        if self.body is None:
            return None
        if self.operation.body == bodies.FORM_TYPE:
            return await self._form_of(self.body, scope, receive)
        raw = await bodies.read(scope, receive, self.settings.max_body_bytes)
        if not raw and not self.operation.body_required:
            return None
        self._refuse_other_types(scope)
        value = bodies.parse_json(raw)
        self.body.check(value)
        return value

    def _refuse_other_types(self, scope: Scope) -> None:
        given = bodies.media_type(scope) or self.operation.body
        if given != self.operation.body:
            raise Problem("validation.body_invalid", f"the body has to be {self.operation.body}, not {given}")

    async def _form_of(self, checker: Checker, scope: Scope, receive: Receive) -> dict[str, Any]:
        self._refuse_other_types(scope)
        try:
            limit = sum(self.files.values()) + bodies.FORM_OVERHEAD_BYTES
            form = await bodies.read_form(scope, receive, limit)
        except bodies.TooLarge as error:
            raise self._too_large(next(iter(self.files))) from error
        scope["extensions"]["form"] = form
        # A file sent as text, or the other way around, counts as missing; the schema sees files as strings.
        fitting = {name: part for name, part in form.items() if (name in self.files) == _is_file(part)}
        checker.check({name: "" if name in self.files else part for name, part in fitting.items()})
        for name, part in fitting.items():
            if isinstance(part, UploadFile) and (part.size or 0) > self.files[name]:
                raise self._too_large(name)
        return fitting

    def _too_large(self, name: str) -> Problem:
        message = f"{name} is larger than {self.files[name]} bytes"
        return Problem("validation.field_invalid", message, field=name)


def _is_file(part: Any) -> bool:
    """Tell whether a part is a file; a form in a browser sends one without name and bytes for none chosen."""
    return isinstance(part, UploadFile) and bool(part.filename or part.size)


def _given(query_string: bytes) -> Mapping[str, list[str]]:
    return parse_qs(query_string.decode("latin-1"), keep_blank_values=True) if query_string else {}


class ValidationAPI(RoutedAPI[OperationCheck]):  # type: ignore[misc] # the base class has no types
    """Makes the checks of every operation of the document."""

    def __init__(
        self, specification: OpenAPISpecification, *, next_app: ASGIApp, settings: Settings, **options: Any
    ) -> None:
        self.settings = settings
        super().__init__(specification, next_app=next_app, resolver=options["resolver"])
        self.add_paths()

    def make_operation(self, operation: AbstractOperation) -> OperationCheck:
        """Compile the checks of one operation."""
        return OperationCheck(self.next_app, self.settings, operation)


class Validation(RoutedMiddleware[ValidationAPI]):  # type: ignore[misc] # the base class has no types
    """Stands in for Connexion's validation, which builds its validators anew for every request."""

    api_cls = ValidationAPI

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        super().__init__(app)
        self.settings = settings

    def add_api(self, specification: OpenAPISpecification, **options: Any) -> None:
        """Compile the checks of a document."""
        super().add_api(specification, settings=self.settings, **options)
