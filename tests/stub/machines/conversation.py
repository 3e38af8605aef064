"""Conversations on Instagram, where both sides can write without the API."""

import httpx
from stub.world import World

NEEDS = {"accounts": ["instagram"]}


def state(world: World) -> str:
    return str(world.client.get(f"/inbox/conversations/{world.thing}").json()["data"]["status"])


def received(world: World) -> None:
    world.thing = world.happen("dm.received", world.accounts()[0])["conversation_id"]


def written(world: World) -> None:
    world.thing = world.happen("dm.sent", world.accounts()[0])["conversation_id"]


def update_conversation(world: World) -> httpx.Response:
    return world.client.patch(f"/inbox/conversations/{world.thing}", json={"status": world.goal})
