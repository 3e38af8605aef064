"""Deliveries to a webhook whose endpoint takes nothing until it is moved to one that takes everything."""

from typing import Any

import httpx
from socialapi_conformance.receiver import receiver
from stub.world import HOUR, World, soon

NEEDS: dict[str, object] = {}
SEEN = {("new", "pending", "test_webhook"): "failed"}
"""What is seen of a transition whose end nobody sees: a test is over when it is answered."""

LONGEST_PAUSE = 4 * HOUR
ATTEMPTS = 5


def state(world: World) -> str:
    return str(_delivery(world)["status"])


def fired(world: World) -> None:
    """Delete a post, and wait until the endpoint has refused to hear of it once."""
    _listen(world)
    made = world.client.post("/posts", json={"text": "To be deleted"}).json()
    world.client.delete(f"/posts/{made['id']}").raise_for_status()
    (world.thing,) = (one["id"] for one in world.client.get(_deliveries(world)).json()["data"])
    soon(lambda: _attempts(world) == 1)


def test_webhook(world: World) -> httpx.Response:
    _listen(world)
    body = {"event_type": "post.deleted", "payload": {}}
    answer = world.client.post(f"/webhooks/{world.notes['webhook']}/test", json=body)
    world.thing = answer.json()["delivery_id"]
    return answer


def accepted(world: World) -> None:
    _change(world, url=receiver().sink)
    _attempt(world)


def refused(world: World) -> None:
    _attempt(world)


def exhausted(world: World) -> None:
    while _attempts(world) < ATTEMPTS:
        _attempt(world)


def retry_webhook_delivery(world: World) -> httpx.Response:
    """Ask for one more attempt of a webhook that is switched off, so that it has to wait."""
    _change(world, is_active=False)
    return world.client.post(f"{_deliveries(world)}/{world.thing}/retry")


def _listen(world: World) -> None:
    world.notes["endpoint"] = receiver().mailbox(500)
    body = {"url": world.notes["endpoint"].url, "events": ["post.deleted"]}
    world.notes["webhook"] = world.client.post("/webhooks", json=body).json()["id"]


def _change(world: World, **changes: Any) -> None:
    world.client.patch(f"/webhooks/{world.notes['webhook']}", json=changes).raise_for_status()


def _attempt(world: World) -> None:
    before = _attempts(world)
    world.pass_time(LONGEST_PAUSE)
    soon(lambda: _attempts(world) == before + 1)


def _attempts(world: World) -> int:
    return len(_delivery(world)["attempts"])


def _delivery(world: World) -> dict[str, Any]:
    found: dict[str, Any] = world.client.get(f"{_deliveries(world)}/{world.thing}").json()
    return found


def _deliveries(world: World) -> str:
    return f"/webhooks/{world.notes['webhook']}/deliveries"
