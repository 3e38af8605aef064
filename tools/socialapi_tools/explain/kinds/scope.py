"""Pages of the scopes of restricted keys."""

from collections.abc import Iterable

from socialapi_contract.operations import OPERATIONS
from socialapi_contract.scopes import SCOPES

from socialapi_tools.explain.page import Page, Section
from socialapi_tools.explain.wording import heading_of


def names() -> Iterable[str]:
    """Return the scopes."""
    return SCOPES


def page(name: str) -> Page | None:
    """Return the page of a scope."""
    found = SCOPES.get(name)
    if found is None:
        return None
    brands = "Keys that are restricted to brands cannot have it." if found.account_level else ""
    opened = (heading_of(each) for each in OPERATIONS.values() if each.scope == name)
    sections = (Section("What it opens", items=tuple(opened)), Section("Where it is refused", brands))
    return Page("scope", name, found.description, tuple(filter(None, sections)))
