"""Provider states: what the suite says of them is what it asks for, and what the stub offers."""

import re
from pathlib import Path

import pytest
import socialapi_conformance
from socialapi_conformance.states import states
from socialapi_contract.errors import ERRORS, FAMILIES
from socialapi_contract.operations import OPERATIONS
from socialapi_stub import provider_states

PACKAGE = Path(socialapi_conformance.__file__).parent
SOURCES = [each for each in PACKAGE.rglob("*.py") if each.name != "states.py"]
README = (Path(__file__).parents[2] / "conformance" / "README.md").read_text(encoding="utf-8")


def row(name: str) -> str:
    state = states()[name]
    return f"| `{name}` | {state.means} | {named(state.params)} | {named(state.answers)} |"


def named(fields: object) -> str:
    return ", ".join(f"`{name}`" for name in fields) if isinstance(fields, dict) else ""


def test_the_stub_offers_every_state() -> None:
    assert set(states()) - set(provider_states.discover()) == set()


@pytest.mark.parametrize("name", states())
def test_no_state_is_unused(name: str) -> None:
    used = any(f'"{name}"' in source.read_text(encoding="utf-8") for source in SOURCES)
    assert used or states()[name].prepares


@pytest.mark.parametrize("name", states())
def test_a_state_leads_to_codes_and_prepares_operations_that_exist(name: str) -> None:
    patterns = [family.pattern for family in FAMILIES.values()]
    unknown = [code for code in states()[name].leads_to if code not in {*ERRORS, *FAMILIES}]
    assert all(any(re.fullmatch(pattern, code) for pattern in patterns) for code in unknown)
    assert set(states()[name].prepares) - set(OPERATIONS) == set()


@pytest.mark.parametrize("name", states())
def test_the_readme_has_a_row_for_every_state(name: str) -> None:
    assert row(name) in README


def test_the_readme_has_no_row_of_another_state() -> None:
    table = README.partition("| state |")[2].partition("\n\n")[0]
    assert table.count("\n| `") == len(states())
