"""Every provider state holds once it is arranged, as far as HTTP can tell."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from stub import proofs
from stub.callers import web
from stub.world import World, new_world

ACCOUNTS = ["instagram", "facebook", "threads", "whatsapp", "tiktok"]
LIMITED = {"exhausted_interaction_credits", "exhausted_post_credits", "full_storage"}
PROOFS = {
    name: proof
    for name, proof in inspect.getmembers(proofs, inspect.isfunction)
    if proof.__module__ == proofs.__name__ and not name.startswith("_")
}


@pytest.fixture
def enter(url: str) -> Iterator[Callable[..., World]]:
    """Make worlds with accounts on several platforms."""
    opened: list[World] = []

    def open_world(**needs: Any) -> World:
        opened.append(new_world(url, accounts=ACCOUNTS, **needs))
        return opened[-1]

    yield open_world
    for world in opened:
        world.client.close()


def test_every_state_has_a_proof_and_no_proof_is_spare(url: str) -> None:
    assert set(web.get(f"{url}/_mock/states").json()["data"]) == set(PROOFS)


def test_every_state_says_what_is_true(url: str) -> None:
    assert all(web.get(f"{url}/_mock/states").json()["data"].values())


@pytest.mark.parametrize("state", PROOFS)
def test_a_state_holds_once_it_is_arranged(enter: Callable[..., World], state: str) -> None:
    PROOFS[state](enter(plan="free" if state in LIMITED else "pro"))


@pytest.mark.parametrize("state", sorted(LIMITED | {"past_due"}))
def test_a_plan_without_the_limit_cannot_come_to_its_end(enter: Callable[..., World], state: str) -> None:
    world = enter(plan="free" if state == "past_due" else "pro")
    body = {"state": state, "params": {"workspace": world.name}}
    assert web.post(f"{world.url}/_mock/states", json=body).status_code == 400


@pytest.mark.parametrize(
    ("state", "over"),
    [
        ("due_post", "published_post"),
        ("failed_export", "finished_export"),
    ],
)
def test_what_is_over_cannot_come_to_a_state(enter: Callable[..., World], state: str, over: str) -> None:
    world = enter()
    body = {"state": state, "params": {"workspace": world.name, **world.arrange(over)}}
    assert web.post(f"{world.url}/_mock/states", json=body).status_code == 400


@pytest.mark.parametrize("seconds", [-1, 10**9, "60", None, True])
def test_time_that_is_no_number_of_days_does_not_pass(enter: Callable[..., World], seconds: object) -> None:
    world = enter()
    params = {"workspace": world.name, **world.arrange("failed_delivery"), "seconds": seconds}
    answer = web.post(f"{world.url}/_mock/states", json={"state": "aged_delivery", "params": params})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("state", "param"),
    [
        ("aged_delivery", "delivery_id"),
        ("approved_template", "template_id"),
        ("due_post", "post_id"),
        ("failed_delivery", "webhook_id"),
        ("failed_export", "account_id"),
        ("failed_export", "export_id"),
        ("media_in_use", "media_id"),
        ("published_post", "post_id"),
    ],
)
def test_what_is_unknown_cannot_come_to_a_state(enter: Callable[..., World], state: str, param: str) -> None:
    world = enter()
    body = {"state": state, "params": {"workspace": world.name, param: "unknown"}}
    assert web.post(f"{world.url}/_mock/states", json=body).status_code == 400
