"""Phone numbers of WhatsApp accounts; the control plane reads the code that is sent to them."""

import httpx
from stub.callers import web
from stub.world import World

NEEDS: dict[str, object] = {}
STATES = {(False, False): "unverified", (True, False): "verified", (True, True): "registered"}


def state(world: World) -> str:
    found = _call(world, "GET", "status").json()
    return STATES[found["verified"], found["registered"]]


def connected(world: World) -> None:
    started = world.client.post("/accounts/connect", json={"platform": "whatsapp"}).json()
    told = {
        "state": started["state"],
        "waba_id": f"waba-{world.name}",
        "phone_number_id": f"tel-{world.name}",
    }
    body = {"platform": "whatsapp", "code": world.name, "metadata": told}
    world.thing = world.client.post("/oauth/exchange", json=body).json()["account_id"]


def verify_whatsapp_code(world: World) -> httpx.Response:
    _call(world, "POST", "request-code", {"method": "SMS", "language": "en_US"})
    sent = web.get(f"{world.url}/_mock/whatsapp/{world.thing}/code").json()
    return _call(world, "POST", "verify-code", {"code": sent["code"]})


def register_whatsapp_number(world: World) -> httpx.Response:
    return _call(world, "POST", "register", {"pin": "123456"})


def deregister_whatsapp_number(world: World) -> httpx.Response:
    return _call(world, "POST", "deregister")


def _call(world: World, method: str, path: str, body: dict[str, str] | None = None) -> httpx.Response:
    return world.client.request(method, f"/platforms/whatsapp/phone-numbers/{world.thing}/{path}", json=body)
