"""Profiles: how much a run judges, and that another seed judges something else."""

from collections import Counter

from conformance.running import sapi_check
from hypothesis import given, settings
from hypothesis import strategies as st
from mock_server import Mock
from socialapi_conformance.profiles import CASES, Profile, chosen
from socialapi_conformance.registry import ACROSS, discover
from socialapi_contract.operations import OPERATIONS

CHECKS = discover()
some = settings(max_examples=5, deadline=None)
SEEDS = st.integers(min_value=0, max_value=999_999)


@some
@given(seed=SEEDS)
def test_the_standard_profile_has_every_family_every_operation_and_all_that_is_about_one_resource(
    seed: int,
) -> None:
    found = chosen(CHECKS, Profile.STANDARD, seed)
    own = {check.id for check in CHECKS if not check.id.startswith(ACROSS)}
    assert {check.family for check in found} == {check.family for check in CHECKS}
    assert {name for check in found for name in check.cites if name in OPERATIONS} == set(OPERATIONS)
    assert own <= {check.id for check in found}


@some
@given(seed=SEEDS)
def test_the_standard_profile_has_few_of_what_holds_for_all_operations(seed: int) -> None:
    across = Counter(check.family for check in chosen(CHECKS, Profile.STANDARD, seed) if _is_across(check.id))
    assert max(across.values()) == CASES


@some
@given(seed=SEEDS)
def test_the_smoke_profile_has_one_of_each_family_across_resources_that_draws_nothing(seed: int) -> None:
    across = Counter(check.family for check in chosen(CHECKS, Profile.SMOKE, seed) if _is_across(check.id))
    firm = {check.family for check in CHECKS if _is_across(check.id) and not check.draws}
    assert across == dict.fromkeys(firm, 1)


@some
@given(seed=SEEDS)
def test_profiles_contain_each_other_in_the_order_of_checks(seed: int) -> None:
    smoke, standard, deep = (chosen(CHECKS, profile, seed) for profile in Profile)
    ids = [check.id for check in standard]
    assert len(smoke) < len(standard) < len(deep) == len(CHECKS)
    assert ids == sorted(ids)


def test_another_seed_chooses_other_checks() -> None:
    assert chosen(CHECKS, Profile.STANDARD, 1) != chosen(CHECKS, Profile.STANDARD, 2)
    assert chosen(CHECKS, Profile.STANDARD, 1) == chosen(CHECKS, Profile.STANDARD, 1)


def test_a_selection_is_judged_whole_unless_a_profile_is_named(fresh_mock: Mock) -> None:
    family = "across/auth/refuses_missing_header"
    whole = sapi_check(fresh_mock.url, "--select", family)
    some = sapi_check(fresh_mock.url, "--select", family, "--profile", "standard")
    assert f"with {len([check for check in CHECKS if check.family == family])} checks" in whole.err
    assert f"with {CASES} checks" in some.err


def test_workers_judge_the_same_choice(fresh_mock: Mock) -> None:
    done = sapi_check(fresh_mock.url, "--select", "across/auth", "--profile", "smoke", "-n", "2")
    assert (done.code, "did not run" in done.err) == (0, False)


def _is_across(check_id: str) -> bool:
    return check_id.startswith(ACROSS)
