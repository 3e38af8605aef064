"""Every state machine of the contract, lived through over HTTP.

A module of `stub.machines` drives the machine it is named like: a function per operation and trigger, and
`state`, which says where the thing is by now. Time stands still unless a driver lets it pass.
"""

import importlib
import inspect
import pkgutil
from collections import deque
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from socialapi_contract.states import STATES, Machine
from stub import machines
from stub.callers import code, web
from stub.world import World, new_world, order

Transition = tuple[str, str, str]
TRANSITIONS = [
    pytest.param(name, row, id="-".join((name, *row)))
    for name, machine in STATES.items()
    for row in machine.transitions
]
ACTIONS = [
    pytest.param(name, action, state, id=f"{name}-{action}-{state}")
    for name, machine in STATES.items()
    for action, verdicts in machine.actions.items()
    for state in verdicts
]
UNREACHABLE = [(name, state) for name, machine in STATES.items() for state in machine.unreachable]


@pytest.fixture(scope="module", autouse=True)
def still(url: str) -> Iterator[None]:
    """Stop the clock; what it lets pass befalls the demo data as well, so bring them back with real time."""
    order(url, "clock", freeze=True)
    yield
    web.post(f"{url}/_mock/reset").raise_for_status()


@pytest.fixture
def enter(url: str) -> Iterator[Callable[[str], World]]:
    """Make worlds that hold what a machine needs."""
    opened: list[World] = []

    def open_world(machine: str) -> World:
        opened.append(new_world(url, **drivers(machine).NEEDS))
        return opened[-1]

    yield open_world
    for world in opened:
        world.client.close()


def drivers(machine: str) -> ModuleType:
    return importlib.import_module(f"stub.machines.{machine}")


def driven(machine: str) -> set[str]:
    functions = inspect.getmembers(drivers(machine), inspect.isfunction)
    mine = {name for name, one in functions if one.__module__.startswith("stub.machines.")}
    return {name for name in mine if not name.startswith("_")} - {"state"}


def way_to(machine: Machine, state: str) -> list[Transition]:
    """Return the shortest way into a state. Raises `LookupError` where there is none."""
    ways: deque[tuple[str, list[Transition]]] = deque([("new", [])])
    known = {"new"}
    while ways:
        here, way = ways.popleft()
        if here == state:
            return way
        for row in machine.transitions:
            if row[0] == here and row[1] not in known:
                known.add(row[1])
                ways.append((row[1], [*way, row]))
    raise LookupError(state)


def go(world: World, machine: str, row: Transition) -> None:
    """Take one transition and see that it led where it should."""
    _, world.goal, cause = row
    told: Any = getattr(drivers(machine), cause)(world)
    assert told is None or told.is_success, told.text
    seen: dict[Transition, str] = getattr(drivers(machine), "SEEN", {})
    assert drivers(machine).state(world) == seen.get(row, row[1])


def live(world: World, machine: str, state: str) -> None:
    for row in way_to(STATES[machine], state):
        go(world, machine, row)


def test_every_machine_has_its_drivers() -> None:
    assert {module.name for module in pkgutil.iter_modules(machines.__path__)} == set(STATES)


@pytest.mark.parametrize("machine", STATES)
def test_a_machine_has_a_driver_for_whatever_moves_it_and_no_other(machine: str) -> None:
    rows = STATES[machine]
    assert driven(machine) == {cause for _, _, cause in rows.transitions} | set(rows.actions)


@pytest.mark.parametrize("machine", STATES)
def test_only_what_really_happens_unseen_is_said_to_be(machine: str) -> None:
    assert set(getattr(drivers(machine), "SEEN", {})) <= set(STATES[machine].transitions)


@pytest.mark.parametrize(("machine", "row"), TRANSITIONS)
def test_a_transition_is_possible(enter: Callable[[str], World], machine: str, row: Transition) -> None:
    world = enter(machine)
    live(world, machine, row[0])
    go(world, machine, row)


@pytest.mark.parametrize(("machine", "action", "state"), ACTIONS)
def test_an_action_is_taken_or_refused_as_its_state_says(
    enter: Callable[[str], World], machine: str, action: str, state: str
) -> None:
    """What is undocumented is settled in decisions.md, each time for the verdict of the machine."""
    world, rules = enter(machine), STATES[machine]
    live(world, machine, state)
    world.goal = ""
    answer = getattr(drivers(machine), action)(world)
    if rules.actions[action][state] == "allowed":
        assert not answer.is_error, answer.text
    else:
        refusal = rules.refusals.get(action, rules.refusal)
        assert (code(answer), drivers(machine).state(world)) == (refusal, state)


@pytest.mark.parametrize(("machine", "state"), UNREACHABLE)
def test_nothing_leads_to_an_unreachable_state(
    enter: Callable[[str], World], machine: str, state: str
) -> None:
    with pytest.raises(LookupError):
        way_to(STATES[machine], state)
    listed = enter(machine).client.get(f"/{machine}s", params={"status": state})
    assert (listed.status_code, listed.json()["data"]) == (200, [])


@pytest.mark.parametrize("machine", STATES)
def test_every_other_state_is_reachable(machine: str) -> None:
    rules = STATES[machine]
    assert all(way_to(rules, state) for state in rules.states if state not in rules.unreachable)
