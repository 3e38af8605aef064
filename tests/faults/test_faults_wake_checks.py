"""Every fault wakes exactly the checks it names."""

import os
import random
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain

import pytest
from faults.faulty import Fault, planted, serving
from faults.loading import FAULTS
from socialapi_conformance import target
from socialapi_conformance.client import Client
from socialapi_conformance.judge import Result, judge
from socialapi_conformance.registry import Check, discover, lies_under
from socialapi_conformance.verdicts import Verdict

EVERYTHING = bool(os.environ.get("SAPI_ALL_CHECKS"))
CASES, BYSTANDERS = 8, 1
"""Cases per named family at most, until one fails, and families besides them that are tried on a fault; each
fault has its own choice.
"""
SEEDS = (1, 2, 3)
"""A check that a fault names may need more than one draw of what is random in it to meet the fault.

With the environment variable SAPI_ALL_CHECKS every fault is held against every check.
"""


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_wakes_exactly_the_checks_it_names(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    planted()  # before the fault can spoil it for all that follow
    with serving(fault.arrange(monkeypatch)) as url:
        results = judged(url, audience(fault), () if EVERYTHING else fault.wakes)
    assert not said(results, Verdict.ERROR)
    failed = said(results, Verdict.FAIL)
    assert {name for name in fault.wakes if not any(lies_under(each, name) for each in failed)} == set()
    assert {
        each: why for each, why in failed.items() if not any(lies_under(each, name) for name in fault.wakes)
    } == {}


def audience(fault: Fault) -> list[Check]:
    """Return checks the fault names, and some that it does not name and that must not notice it."""
    chance = random.Random(fault.name)  # noqa: S311 - a choice of checks
    families = defaultdict(list)
    for check in discover():
        if check.id in fault.wakes or not check.draws:  # which may meet any fault by chance
            families[check.family].append(check)
    if EVERYTHING:
        return [check for family in families.values() for check in family]
    named = [_some(chance, fault, checks) for family, checks in families.items() if _is_named(fault, family)]
    others = [checks for family, checks in families.items() if not _is_named(fault, family)]
    return [
        *chain.from_iterable(named),
        *(chance.choice(checks) for checks in chance.sample(others, BYSTANDERS)),
    ]


def _is_named(fault: Fault, family: str) -> bool:
    return any(lies_under(name, family) for name in fault.wakes)


def _some(chance: random.Random, fault: Fault, checks: list[Check]) -> list[Check]:
    """Return cases of a family: those the fault names and one it does not, else some of those it may wake."""
    exact = [check for check in checks if check.id in fault.wakes]
    others = [check for check in checks if check.id not in fault.wakes]
    return [*exact, *chance.sample(others, min(1 if exact else CASES, len(others)))]


def judged(url: str, checks: list[Check], once: Collection[str] = ()) -> list[Result]:
    """Judge checks; of families in `once` until one has failed, and all that are named there themselves."""
    client = Client(url)
    described = target.load(None, url, client.timeout)
    results: list[Result] = []
    for check in checks:
        failed = {each.check.family for each in results if each.verdict is Verdict.FAIL}
        if check.id in once or not {check.family} & failed & {*once}:
            results.append(_judged(check, described, client, SEEDS if check.id in once else SEEDS[:1]))
    client.close()
    return results


def _judged(check: Check, described: target.Target, client: Client, seeds: Iterable[int]) -> Result:
    """Return the first result that is not a pass, the last one if all are."""
    for seed in seeds:
        result = judge(check, described, client, seed)
        if result.verdict is not Verdict.PASS:
            break
    return result


def said(results: list[Result], verdict: Verdict) -> dict[str, str]:
    return {
        each.check.id: each.reason or f"expected {each.expected}, received {each.received}"
        for each in results
        if each.verdict is verdict
    }
