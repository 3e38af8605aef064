"""Checkouts, paid or not on the page of the payment provider."""

import httpx
from stub.callers import web
from stub.world import DAY, World

NEEDS: dict[str, object] = {}


def state(world: World) -> str:
    found = world.client.get("/billing/checkout/status", params={"id": world.thing})
    return str(found.json()["status"])


def create_checkout(world: World) -> httpx.Response:
    answer = world.client.post("/billing/checkout", json={"tier": "business"})
    world.thing, world.notes["page"] = answer.json()["id"], answer.json()["checkout_url"]
    return answer


def payment_taken(world: World) -> None:
    web.post(world.notes["page"], params={"do": "pay"}).raise_for_status()


def payment_refused(world: World) -> None:
    web.post(world.notes["page"], params={"do": "fail"}).raise_for_status()


def timed_out(world: World) -> None:
    world.pass_time(DAY)
