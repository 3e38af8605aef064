"""Pages of checks: of one, of a family, and of whatever ids begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS

from socialapi_tools.explain import suite
from socialapi_tools.explain.page import Page, Section
from socialapi_tools.explain.wording import beginning, counted, error, flat, heading_of, listed, reference

LEVELS = {"must": "the contract states it", "should": "good practice that the contract only implies"}


def names() -> Iterable[str]:
    """Return the families of checks and what they lie under; their cases have pages too."""
    return suite.prefixes()


def page(name: str) -> Page | None:
    """Return the page of a check or a family, or a list of the families under a prefix."""
    if not suite.may_be_an_id(name) or not (checks := suite.under(name)):
        return None
    if len(name) < len(checks[0].family):
        return _list(name, checks)
    return _page(name, checks)


def _list(name: str, checks: Sequence[suite.Check]) -> Page:
    families = {family: list(group) for family, group in groupby(checks, key=lambda each: each.family)}
    items = (
        f"`{family}` ({group[0].level}, {counted(len(group), 'check')}): {flat(group[0].requirement)}"
        for family, group in families.items()
    )
    many = len(families)
    said = f"{counted(len(checks), 'check')} in {many:,} {'family' if many == 1 else 'families'}."
    return Page("checks", name, said, (Section("Families", items=tuple(items)), _how_to_run(name)))


def _page(name: str, checks: Sequence[suite.Check]) -> Page:
    first, parts = checks[0], suite.anatomy(checks[0])
    errors = (error(lookup(code)) for code in parts.codes)
    sections = (
        Section("Level", f"{first.level}: {LEVELS[first.level]}."),
        Section("What it cites", items=tuple(_cited(checks))),
        Section("Sentences of the overview that it holds", items=suite.overview(first)),
        Section("Errors it names", items=tuple(errors)),
        Section("How it is tested", items=tuple(_tested(name, checks, parts))),
        _how_to_run(name),
        Section("What usually breaks it", items=suite.breaks(first)),
    )
    kind = "check" if len(checks) == 1 else "family of checks"
    return Page(kind, name, flat(first.requirement), tuple(filter(None, sections)), parts.source)


def _cited(checks: Sequence[suite.Check]) -> Iterator[str]:
    """Yield what all of the checks cite, and that each cites more if some do."""
    shared = [cited for cited in checks[0].cites if all(cited in check.cites for check in checks)]
    for cited in dict.fromkeys(shared):
        yield f"{heading_of(OPERATIONS[cited])}; {reference(cited)}" if cited in OPERATIONS else cited
    if any(len(check.cites) > len(shared) for check in checks):
        yield "the operation in the name of each case"


def _tested(name: str, checks: Sequence[suite.Check], parts: suite.Anatomy) -> Iterator[str]:
    first = checks[0]
    if first.needs:
        yield f"workspaces that it needs of the target: {listed(first.needs)}"
    if first.alone_in:
        yield f"while it runs, no other check changes the workspace `{first.alone_in}`"
    for state in parts.states:
        yield f"may ask for the provider state `{state}`: {suite.states()[state].means}"
    if len(checks) > 1:
        cases = [check.id.removeprefix(f"{name}/") for check in checks]
        yield f"{len(cases):,} cases: {beginning(cases)}"
    yield f"code: {parts.place}"


def _how_to_run(name: str) -> Section:
    return Section("How to run it", f"`sapi check URL --select {name}`")
