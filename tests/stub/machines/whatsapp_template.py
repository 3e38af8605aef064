"""Message templates; what WhatsApp does to them later is arranged."""

import httpx
from stub.world import MOMENT, World

NEEDS = {"accounts": ["whatsapp"]}
NAME = "opening_hours"
PARTS = [{"type": "BODY", "text": "We are open until six."}]
MARKETING = [{"type": "BODY", "text": "50% off everything."}]


def state(world: World) -> str:
    found = world.client.get(f"/platforms/whatsapp/templates/{world.thing}")
    return "removed" if found.status_code == 404 else str(found.json()["status"])


def create_whatsapp_template(world: World) -> httpx.Response:
    parts = MARKETING if world.goal == "REJECTED" else PARTS
    body = {"name": NAME, "category": "UTILITY", "language": "en_US", "components": parts}
    answer = world.client.post(_templates(world), json=body)
    world.thing = answer.json()["id"]
    return answer


def update_whatsapp_template(world: World) -> httpx.Response:
    return world.client.put(f"/platforms/whatsapp/templates/{world.thing}", json={"components": PARTS})


def delete_whatsapp_template(world: World) -> httpx.Response:
    return world.client.delete(_templates(world), params={"name": NAME})


def approved(world: World) -> None:
    world.pass_time(MOMENT)


def rejected(world: World) -> None:
    world.arrange("rejected_template", template_id=world.thing)


def quality_dropped(world: World) -> None:
    world.arrange("paused_template", template_id=world.thing)


def disabled(world: World) -> None:
    world.arrange("disabled_template", template_id=world.thing)


def _templates(world: World) -> str:
    return f"/platforms/whatsapp/accounts/{world.accounts()[0]}/templates"
