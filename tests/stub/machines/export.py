"""Exports of the videos of an account."""

import httpx
from stub.world import MOMENT, World

NEEDS = {"accounts": ["tiktok"]}
STEP = 0.2
"""A bit longer than one step of an export takes."""


def state(world: World) -> str:
    return str(world.client.get(f"/exports/{world.thing}").json()["status"])


def create_export(world: World) -> httpx.Response:
    answer = world.client.post(f"/accounts/{world.accounts()[0]}/export")
    world.thing = answer.json()["id"]
    return answer


def list_export_videos(world: World) -> httpx.Response:
    return world.client.get(f"/exports/{world.thing}/videos")


def started(world: World) -> None:
    world.pass_time(STEP)


def finished(world: World) -> None:
    while state(world) == "processing":
        world.pass_time(MOMENT)


def aborted(world: World) -> None:
    world.order("outcomes", outcome="rate_limit", account_id=world.accounts()[0])
    world.pass_time(STEP)
