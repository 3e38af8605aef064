"""Accounts of Facebook, which can be lost in every way: as a whole, and page by page."""

import httpx
from stub.callers import web
from stub.world import World

NEEDS: dict[str, object] = {}
BACK = "https://example.com/back"


def state(world: World) -> str:
    found = world.client.get("/accounts").json()["data"]
    return next((str(one["status"]) for one in found if one["id"] == world.thing), "removed")


def connected(world: World) -> None:
    """Connect by consent; the pages are chosen the first time."""
    brand = world.client.get("/brands").json()["data"][0]["id"]
    wish = {"platform": "facebook", "brand_id": brand, "redirect_uri": BACK}
    started = world.client.post("/accounts/connect", json=wish).json()
    back = httpx.URL(web.get(f"{started['auth_url']}&account={world.name}").headers["Location"])
    if not world.thing:
        waiting = f"/accounts/pending/{back.params['connection_id']}"
        pages = [page["platform_page_id"] for page in world.client.get(waiting).json()["pages"]]
        chosen = world.client.post(f"{waiting}/select", json={"page_ids": pages[:2]})
        world.thing = chosen.json()["account_id"]


def grant_lost(world: World) -> None:
    world.happen("account.disconnected", world.thing)


def pages_lost(world: World) -> None:
    for page in world.client.get(f"/accounts/{world.thing}/pages").json()["data"]:
        world.happen("page.removed", world.thing, platform_page_id=page["platform_page_id"])


def revoked(world: World) -> None:
    world.happen("account.disconnected", world.thing, reconnect_required=False)


def disconnect_account(world: World) -> httpx.Response:
    return world.client.delete(f"/accounts/{world.thing}")
