"""Pages of lint rules: those that `sapi lint --explain` prints."""

from collections.abc import Iterable

from socialapi_tools.explain.page import Page, Section
from socialapi_tools.lint import pages, rules


def names() -> Iterable[str]:
    """Return the rules."""
    return rules.names()


def page(name: str) -> Page | None:
    """Return the page of a rule."""
    if name not in rules.names():
        return None
    sections = (Section(heading, text) for heading, text in pages.sections(name).items())
    return Page("lint rule", name, pages.summary(name), tuple(sections))
