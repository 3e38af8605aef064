"""Invitations to a post on Instagram, sent by one account of a workspace to another one."""

import httpx
from stub.callers import web
from stub.world import DAY, MOMENT, World

NEEDS = {"accounts": ["instagram"]}
PICTURE = {"source_type": "url", "source": "https://cdn.example.com/beans.jpg"}


def state(world: World) -> str:
    found = world.client.get(f"{_media(world, 'publisher')}/collaborators").json()["data"]
    return str(found[0]["status"]) if found else "removed"


def invited(world: World) -> None:
    (publisher,) = world.accounts()
    guest = _guest(world)
    settings = {"content_type": "feed", "collaborators": [guest["username"]]}
    target = {"account_id": publisher, "media": [PICTURE], "platform_data": settings}
    made = world.client.post("/posts", json={"publish_now": True, "targets": [target]}).json()
    world.pass_time(MOMENT)
    copy = world.client.get(f"/posts/{made['id']}").json()["targets"][0]
    world.thing = copy["platform_post_id"]
    world.notes |= {"publisher": publisher, "guest": guest["id"]}


def accept_instagram_collaboration(world: World) -> httpx.Response:
    return world.client.post(f"{_media(world, 'guest')}/collab/accept")


def decline_instagram_collaboration(world: World) -> httpx.Response:
    return world.client.post(f"{_media(world, 'guest')}/collab/decline")


def lapsed(world: World) -> None:
    world.pass_time(14 * DAY)


def _guest(world: World) -> dict[str, str]:
    """Return a second account, which belongs to a brand of its own."""
    started = world.client.post("/accounts/connect", json={"platform": "instagram"}).json()
    web.get(f"{started['auth_url']}&account=guest.{world.name}").raise_for_status()
    found = world.client.get("/accounts").json()["data"]
    guest: dict[str, str] = next(one for one in found if one["username"] == f"guest.{world.name}")
    return guest


def _media(world: World, role: str) -> str:
    return f"/platforms/instagram/accounts/{world.notes[role]}/media/{world.thing}"
