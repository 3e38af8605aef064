"""What failed alike is one cause, on the console and in every report."""

from conformance.made_up import failure, line
from socialapi_conformance import console, outcomes
from socialapi_conformance.causes import grouped
from socialapi_conformance.console import Line, Run
from socialapi_conformance.registry import discover, lies_under

RUN = Run("http://x", None, 7)
FAMILY = "across/auth/refuses_missing_header"
CHECKS = [check for check in discover() if check.family == FAMILY]
FAMILIES = {check.id: check.family for check in discover()}


def groups(*lines: Line) -> list[int]:
    return [len(cause.lines) for cause in grouped(lines, FAMILIES)]


def test_ids_numbers_and_operations_make_no_other_cause() -> None:
    received = ["post_1a2b of list_posts, 3 bytes", "post_9f of get_post, 14 bytes"]
    assert groups(
        *(failure(check, received=said) for check, said in zip(CHECKS, received, strict=False))
    ) == [2]


def test_another_status_is_another_cause() -> None:
    assert groups(failure(CHECKS[0], received="404"), failure(CHECKS[1], received="500")) == [1, 1]


def test_another_requirement_is_another_cause() -> None:
    other = next(check for check in discover() if lies_under(check.id, "brands"))
    assert groups(failure(CHECKS[0]), failure(other)) == [1, 1]


def test_the_console_shows_a_cause_once_and_names_the_rest() -> None:
    said = console.failures([failure(check) for check in CHECKS], FAMILIES, RUN)
    assert said.count("expected: 200") == 1
    assert f"also:     {len(CHECKS) - 1} more checks: " in said
    assert all(check.id.rpartition("/")[2] in said for check in CHECKS)
    assert said.endswith(f"all:      sapi check http://x --select {FAMILY} --seed 7")


def test_many_requirements_are_summed_up_at_the_end() -> None:
    said = console.failures([failure(check) for check in discover()], FAMILIES, RUN)
    assert f"\n{len(CHECKS):>6}  {FAMILY}\n" in said.rpartition("failed checks by requirement:")[2]


def test_a_known_failure_is_no_failure() -> None:
    lines = [failure(CHECKS[0], known="ticket 12"), line(CHECKS[1])]
    assert outcomes.failed(lines) == []
    assert console.totals(lines, 1.0, RUN).splitlines() == [
        "known failure: 1 because ticket 12",
        "2 checks: 1 pass, 1 fail (1 known), 0 not verified, 0 error in 1.0 s (seed 7)",
    ]
