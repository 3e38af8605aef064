"""Pages of operations, by their operationId."""

from collections.abc import Iterable, Iterator

from socialapi_contract import bundle
from socialapi_contract.errors import ERRORS, FAMILIES
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_tools.explain import suite
from socialapi_tools.explain.page import Page, Section
from socialapi_tools.explain.wording import counted, error, reference, request

CREDITS = {"always": "", "published": ", if scheduled or published", "row": " per scheduled row"}
TOKENS = {"api_key": "API key", "dashboard_jwt": "dashboard JWT", "oauth_token": "OAuth access token"}


def names() -> Iterable[str]:
    """Return the operationIds."""
    return OPERATIONS


def page(name: str) -> Page | None:
    """Return the page of an operation."""
    if name not in OPERATIONS:
        return None
    operation = OPERATIONS[name]
    told = bundle(operation.document)["paths"][operation.path][operation.method.lower()]
    sections = (
        Section("Description", told.get("description", "").strip()),
        Section("Call", items=tuple(_facts(operation))),
        Section("Errors", items=tuple(_errors(operation))),
        Section("Checks", items=tuple(_checks(name))),
    )
    return Page("operation", name, f"{operation.summary}.", tuple(filter(None, sections)))


def _facts(operation: Operation) -> Iterator[str]:
    yield f"request: `{request(operation)}`"
    yield f"tokens: {', '.join(TOKENS[token] for token in operation.tokens) or 'none'}"
    yield f"scope of a restricted key: `{operation.scope}`"
    if operation.credits:
        yield f"credits: 1 {operation.credits.kind}{CREDITS[operation.credits.when]}"
    if paged := operation.pagination:
        yield f"pages: {paged.default_limit} items, at most {paged.max_limit}"
    yield f"success: {', '.join(map(str, operation.successes))}"
    yield f"in the contract: document {operation.document}, resource {operation.resource}"
    yield f"in the reference: {reference(operation.operation_id)}"


def _errors(operation: Operation) -> Iterator[str]:
    for code in operation.errors:
        yield error(FAMILIES[code].info if code in FAMILIES else ERRORS[code])


def _checks(name: str) -> Iterator[str]:
    for family, count in sorted(suite.citing(name).items()):
        yield f"`{family}`: {counted(count, 'check')}"
