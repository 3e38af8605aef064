"""Messages to somebody who has just written: on WhatsApp, which reports most, or else in Instagram's app."""

import httpx
from stub.world import World

NEEDS = {"accounts": ["whatsapp", "instagram"]}


def state(world: World) -> str:
    found = world.client.get(f"/inbox/conversations/{world.notes['conversation']}/messages").json()["data"]
    return str(next(one["status"] for one in found if world.thing in (one["id"], one["platform_id"])))


def send_message(world: World) -> httpx.Response:
    account = world.accounts("whatsapp")[0]
    conversation = world.notes["conversation"] = world.happen("dm.received", account)["conversation_id"]
    body = {"account_id": account, "text": "Hello"}
    answer = world.client.post(f"/inbox/conversations/{conversation}/messages", json=body)
    world.thing = answer.json()["message_id"]
    return answer


def written(world: World) -> None:
    made = world.happen("dm.sent", world.accounts("instagram")[0])
    world.thing, world.notes["conversation"] = made["message_id"], made["conversation_id"]


def delivery_receipt(world: World) -> None:
    world.happen("dm.status.delivered", world.accounts("whatsapp")[0])


def read_receipt(world: World) -> None:
    world.happen("dm.status.read", world.accounts("whatsapp")[0])


def failure_receipt(world: World) -> None:
    world.happen("dm.status.failed", world.accounts("whatsapp")[0])
