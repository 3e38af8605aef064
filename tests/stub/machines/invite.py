"""Invites, with what tells apart the three ways in which they end."""

from datetime import datetime

import httpx
from stub.callers import web
from stub.world import DAY, World

NEEDS: dict[str, object] = {}


def state(world: World) -> str:
    invite = _invite(world)
    if invite["is_active"]:
        return "active"
    if world.accounts("threads"):
        return "used"
    is_over = datetime.fromisoformat(invite["expires_at"]) <= world.now()
    return "expired" if is_over else "revoked"


def create_invite(world: World) -> httpx.Response:
    body = {"platform": "threads", "brand_id": _brand(world), "expires_in_days": 1}
    answer = world.client.post("/invites", json=body)
    world.thing = answer.json()["id"]
    return answer


def redeem_invite(world: World) -> httpx.Response:
    return web.get(_invite(world)["url"])


def revoke_invite(world: World) -> httpx.Response:
    return world.client.delete(f"/invites/{world.thing}")


def connected(world: World) -> None:
    consent = web.get(_invite(world)["url"]).headers["Location"]
    web.get(f"{consent}&account={world.name}").raise_for_status()


def ran_out(world: World) -> None:
    world.pass_time(DAY)


def _brand(world: World) -> str:
    return str(world.client.get("/brands").json()["data"][0]["id"])


def _invite(world: World) -> dict[str, str]:
    found: dict[str, str] = world.client.get("/invites", params={"brand_id": _brand(world)}).json()["data"][0]
    return found
