"""The least a target can name, one workspace with one key, is enough to judge what needs no more."""

from collections import Counter

import pytest
from mock_server import Mock
from socialapi_conformance.client import Client
from socialapi_conformance.judge import Result, judge
from socialapi_conformance.registry import discover, lies_under
from socialapi_conformance.target import Target, Workspace
from socialapi_conformance.verdicts import Verdict


@pytest.fixture(scope="module")
def results(mock: Mock) -> list[Result]:
    mock.restore()
    target = Target({"demo": Workspace("demo", {"api_key": mock.tokens()["api_key"]})})
    families = {check.family: check for check in discover() if not lies_under(check.id, "across/properties")}
    client = Client(mock.url)
    found = [judge(check, target, client, seed=1) for check in families.values()]
    client.close()
    mock.restore()
    return found


def test_nothing_fails_for_want_of_tokens_and_states(results: list[Result]) -> None:
    unsatisfied = [each for each in results if each.verdict in (Verdict.FAIL, Verdict.ERROR)]
    assert [(each.check.id, each.expected, each.received, each.reason) for each in unsatisfied] == []


def test_most_checks_do_with_one_key(results: list[Result]) -> None:
    counts = Counter(each.verdict for each in results)
    assert counts[Verdict.PASS] > len(results) / 2


def test_the_rest_says_what_it_needs(results: list[Result]) -> None:
    reasons = [each.reason or "" for each in results if each.verdict is Verdict.NOT_VERIFIED]
    lacking = [reason for reason in reasons if reason.startswith("the target ")]
    assert len(lacking) > 0.9 * len(reasons)
