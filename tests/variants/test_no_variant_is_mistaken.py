"""No variant is mistaken for a fault."""

import os
import random
import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from faults.faulty import planted, serving
from faults.test_faults_wake_checks import judged, said
from socialapi_conformance.profiles import Profile, chosen
from socialapi_conformance.registry import Check, discover
from socialapi_conformance.verdicts import Verdict
from variants.loading import VARIANTS
from variants.varying import MET, Variant, decided

PROFILE = os.environ.get("SAPI_PROFILE")
CASES, OTHERS = 2, 3
"""Cases per family that meets a freedom, and other families that are tried on a variant with a case each.

With a profile of the suite in the environment variable SAPI_PROFILE every variant is held against that beside
what it is meant for; SAPI_SEED repeats what the profile standard has drawn.
"""

WITHOUT_VARIANT = yaml.safe_load(Path(__file__).with_name("without_variant.yaml").read_text(encoding="utf-8"))
"""Rows of `spec/decisions.md` that leave a freedom which no variant takes, each with the reason."""


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_no_check_fails_on_a_variant(variant: Variant, monkeypatch: pytest.MonkeyPatch) -> None:
    planted()  # before the variant can change it for all that follow
    MET.value = 0
    with serving(variant.arrange(monkeypatch)) as url:
        results = judged(url, profile(variant, Profile(PROFILE)) if PROFILE else audience(variant))
    assert said(results, Verdict.FAIL) == {}
    assert said(results, Verdict.ERROR) == {}
    assert MET.value, "no check met the variant"


def audience(variant: Variant) -> list[Check]:
    """Return checks that meet the freedom of a variant, and some of all others."""
    chance = random.Random(variant.name)  # noqa: S311 - a choice of checks
    families = defaultdict(list)
    for check in discover():
        if not check.draws:
            families[check.family].append(check)
    exact = [check for check in discover() if check.id in variant.tries]
    named = [checks for family, checks in families.items() if family in variant.tries]
    others = [checks for family, checks in families.items() if family not in variant.tries]
    some = [check for checks in named for check in chance.sample(checks, min(CASES, len(checks)))]
    return [*exact, *some, *(chance.choice(checks) for checks in chance.sample(others, OTHERS))]


def profile(variant: Variant, wanted: Profile) -> list[Check]:
    """Return the checks of a profile, and those that are said to meet the freedom of a variant."""
    seed = int(os.environ.get("SAPI_SEED") or random.randrange(1_000_000))  # noqa: S311 - a choice of checks
    print(f"SAPI_SEED={seed}")
    meant = [check for check in discover() if {check.id, check.family} & {*variant.tries}]
    return [*meant, *(check for check in chosen(discover(), wanted, seed) if check not in meant)]


def test_a_variant_is_granted_by_decisions_that_exist() -> None:
    assert {grant for variant in VARIANTS.values() for grant in variant.grants} - set(decided()) == set()


def test_a_variant_says_what_it_is_and_tries_checks_that_exist() -> None:
    known = {name for check in discover() for name in (check.id, check.family)}
    for variant in VARIANTS.values():
        assert variant.freedom.endswith(".")
        assert variant.grants
        assert set(variant.tries) - known == set()


def test_what_conformance_leaves_open_is_tried_or_left_out_for_a_reason() -> None:
    free = {topic for topic, row in decided().items() if re.search("onformance (accepts|is silent)", row)}
    tried = {grant for variant in VARIANTS.values() for grant in variant.grants}
    assert free - tried == set(WITHOUT_VARIANT)
