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
    ("state", "param"),
    [
        ("approved_template", "template_id"),
        ("failed_delivery", "webhook_id"),
        ("failed_export", "account_id"),
        ("media_in_use", "media_id"),
        ("published_post", "post_id"),
    ],
)
def test_what_is_unknown_cannot_come_to_a_state(enter: Callable[..., World], state: str, param: str) -> None:
    world = enter()
    body = {"state": state, "params": {"workspace": world.name, param: "unknown"}}
    assert web.post(f"{world.url}/_mock/states", json=body).status_code == 400
