"""Pages of the provider states that the suite asks a target for."""

from collections.abc import Iterable, Mapping

from socialapi_contract.operations import OPERATIONS

from socialapi_tools.explain import suite
from socialapi_tools.explain.page import Page, Section
from socialapi_tools.explain.wording import heading_of

WORKSPACE = {"workspace": "The workspace it holds in."}
"""What every state is told."""


def names() -> Iterable[str]:
    """Return the provider states."""
    return suite.states()


def page(name: str) -> Page | None:
    """Return the page of a provider state."""
    state = suite.states().get(name)
    if state is None:
        return None
    sections = (
        Section(
            "What is said", items=_meanings({"workspace": "The workspace it holds in."} | {**state.params})
        ),
        Section("What is answered", items=_meanings(state.answers)),
        Section("Errors it leads to", items=tuple(f"`{code}`" for code in state.leads_to)),
        Section(
            "Operations it prepares", items=tuple(heading_of(OPERATIONS[each]) for each in state.prepares)
        ),
        Section(
            "Checks that may ask for it", items=tuple(f"`{each}`" for each in suite.asking().get(name, ()))
        ),
    )
    return Page("provider state", name, state.means, tuple(filter(None, sections)))


def _meanings(names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"`{name}`: {meaning}" for name, meaning in names.items())


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"`{name}`" for name in names)
