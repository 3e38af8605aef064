"""No method of the official client is left out, and no failure of it goes unexplained."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
import socialapi
from client.caller import name_of
from client.casebook import Case, cases

DECISIONS = Path(__file__).parents[2] / "spec" / "decisions.md"


def public(kind: type) -> list[str]:
    """Return the names of the methods that a class of the client has for its users."""
    own = [name for base in kind.__mro__ if base.__module__.startswith("socialapi") for name in vars(base)]
    told = [name for name in own if not name.startswith(("_", "model_"))]
    return [name for name in told if inspect.isfunction(getattr(kind, name))]


def resources(client: socialapi.SocialAPI | socialapi.AsyncSocialAPI) -> Iterator[str]:
    for name, resource in vars(client).items():
        if name[0] != "_":
            yield from (f"{name}.{method}" for method in public(type(resource)))


def models(asynchronous: bool) -> Iterator[str]:
    """Yield the methods of everything else that the client exports: models, pages, the client itself."""
    twins = {name_of(kind) for name, kind in vars(socialapi).items() if name.startswith("Async")}
    for name in socialapi.__all__:
        kind = getattr(socialapi, name)
        left = name in twins if asynchronous else name.startswith("Async")
        if inspect.isclass(kind) and not left:
            yield from (f"{name_of(kind)}.{method}" for method in public(kind))


@pytest.mark.parametrize("kind", [socialapi.SocialAPI, socialapi.AsyncSocialAPI])
def test_every_method_has_a_case_and_no_case_names_another(kind: type) -> None:
    client = kind(api_key="unused")
    offered = {*resources(client), *models(kind is socialapi.AsyncSocialAPI)}
    driven = {method for case in cases() for method in case.methods}
    assert (offered - driven, driven - offered) == (set(), set())
    assert len(offered) > 100


@pytest.mark.parametrize("case", [one for one in cases() if one.rests_on], ids=lambda case: case.name)
def test_a_failure_of_the_client_rests_on_a_decision(case: Case) -> None:
    rows = [line.split(" | ")[0].removeprefix("| ") for line in DECISIONS.read_text().splitlines()]
    assert [topic for topic in case.rests_on if topic not in rows] == []


def test_what_strays_from_the_contract_rests_on_a_decision_too() -> None:
    assert [case.name for case in cases() if case.strays and not case.rests_on] == []
