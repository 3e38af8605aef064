"""Walks through the state machines: what the model says, and how a failed walk is told."""

import re

import pytest
from conformance.running import sapi_check
from faults.faulty import serving
from socialapi_conformance.machines import LIVES
from socialapi_conformance.machines.model import REMOVED, Model
from socialapi_contract.states import STATES
from socialapi_stub import publishing

POST = Model("post")


def test_machines_are_walked_whose_state_a_client_sees() -> None:
    assert set(LIVES) == {name for name, machine in STATES.items() if machine.shown}


@pytest.mark.parametrize(
    ("operation", "state", "verdict"),
    [
        ("update_post", "draft", "allowed"),
        ("update_post", "published", "refused"),
        ("update_post", REMOVED, "gone"),
        ("delete_post", "publishing", "undocumented"),
    ],
)
def test_a_model_tells_what_becomes_of_a_call(operation: str, state: str, verdict: str) -> None:
    assert POST.verdict(operation, state) == verdict


def test_a_code_of_its_own_answers_an_operation_that_has_one() -> None:
    invite = Model("invite")
    codes = [invite.refusal(name, "refused") for name in ("redeem_invite", "revoke_invite")]
    assert codes == ["invite.expired", "resource.not_found"]


def test_what_happens_by_itself_may_have_happened() -> None:
    assert POST.later({"publishing"}, ["all_delivered"]) == {"publishing", "published"}
    assert POST.later({"draft"}, ["all_delivered"]) == {"draft"}


def test_a_machine_without_a_place_to_look_cannot_be_walked() -> None:
    with pytest.raises(ValueError, match="where the state of a target is shown"):
        Model("target")


def test_a_failed_walk_is_told_step_by_step_and_no_longer_than_it_has_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(publishing, "require", lambda _post, _action: None)
    with serving() as url:
        done = sapi_check(url, "--select", "across/machines/keeps_to_its_model/post", "--seed", "7")
    steps = re.findall(r"^  (\d)\. (.*)$", done.out, re.MULTILINE)
    assert [number for number, _ in steps] == ["1", "2"]
    assert steps[0][1].startswith("create_post, to be ")
