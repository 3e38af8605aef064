"""Files of a plan that limits its storage.

Lists show what is ready alone; of the rest, the upload address tells whether bytes are still awaited.
"""

import httpx
from stub.callers import web
from stub.world import World

NEEDS = {"plan": "free"}
TYPE = {"Content-Type": "text/plain"}
OTHER_TYPE = {"Content-Type": "text/html"}


def state(world: World) -> str:
    """Tell the state; a file that is awaited has failed once it was verified in vain."""
    listed = [one["id"] for one in world.client.get("/media").json()["data"]]
    if world.thing in listed:
        return "ready"
    address = world.notes.get("address")
    if address is None or web.put(address, content=b"x", headers=OTHER_TYPE).status_code == 404:
        return "removed"
    return "failed" if "failed" in world.notes else "pending"


def get_media_upload_url(world: World) -> httpx.Response:
    answer = world.client.get("/media/upload-url", params={"media_type": "text/plain", "filename": "a.txt"})
    world.thing, world.notes["address"] = answer.json()["media_id"], answer.json()["upload_url"]
    return answer


def upload_media(world: World) -> httpx.Response:
    answer = world.client.post("/media/upload", files={"file": ("a.txt", b"bytes", "text/plain")})
    world.thing = answer.json()["media_id"]
    return answer


def verify_media(world: World) -> httpx.Response:
    if "address" in world.notes:
        _put(world)
    return world.client.post(f"/media/{world.thing}/verify")


def delete_media(world: World) -> httpx.Response:
    return world.client.delete(f"/media/{world.thing}")


def missing(world: World) -> None:
    world.notes["failed"] = world.client.post(f"/media/{world.thing}/verify").status_code
    assert world.notes["failed"] == 404


def oversized(world: World) -> None:
    world.arrange("full_storage")
    _put(world)
    world.notes["failed"] = world.client.post(f"/media/{world.thing}/verify").status_code
    assert world.notes["failed"] == 413


def _put(world: World) -> None:
    web.put(world.notes["address"], content=b"bytes", headers=TYPE).raise_for_status()
