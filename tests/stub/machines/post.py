"""Posts, each with two targets, so that the platforms can disagree."""

import httpx
from stub.world import HOUR, MOMENT, World

NEEDS = {"accounts": ["linkedin", "threads"]}


def state(world: World) -> str:
    found = world.client.get(f"/posts/{world.thing}")
    return "removed" if found.status_code == 404 else str(found.json()["status"])


def create_post(world: World) -> httpx.Response:
    wishes = {
        "draft": {},
        "scheduled": {"scheduled_at": world.later(HOUR)},
        "publishing": {"publish_now": True},
    }
    body = {"text": "New", "targets": _targets(world), **wishes[world.goal]}
    answer = world.client.post("/posts", json=body)
    world.thing = answer.json()["id"]
    return answer


def import_posts(world: World) -> httpx.Response:
    time = world.later(HOUR) if world.goal == "scheduled" else ""
    file = f"text,account_ids,scheduled_at\nNew,{'|'.join(world.accounts())},{time}\n"
    answer = world.client.post("/posts/import", files={"file": ("posts.csv", file, "text/csv")})
    world.thing = answer.json()["posts"][0]["id"]
    return answer


def update_post(world: World) -> httpx.Response:
    wishes = {"draft": {"scheduled_at": None}, "scheduled": {"scheduled_at": world.later(HOUR)}}
    return world.client.patch(f"/posts/{world.thing}", json=wishes.get(world.goal, {"text": "Changed"}))


def publish_post(world: World) -> httpx.Response:
    return world.client.post(f"/posts/{world.thing}/publish")


def retry_post(world: World) -> httpx.Response:
    return world.client.post(f"/posts/{world.thing}/retry")


def delete_post(world: World) -> httpx.Response:
    return world.client.delete(f"/posts/{world.thing}")


def unpublish_post(world: World) -> httpx.Response:
    return world.client.post(f"/posts/{world.thing}/unpublish")


def due(world: World) -> None:
    world.pass_time(HOUR)


def all_delivered(world: World) -> None:
    world.pass_time(MOMENT)


def some_delivered(world: World) -> None:
    world.order("outcomes", outcome="api_error", account_id=world.accounts()[0])
    world.pass_time(MOMENT)


def none_delivered(world: World) -> None:
    for account in world.accounts():
        world.order("outcomes", outcome="api_error", account_id=account)
    world.pass_time(MOMENT)


def _targets(world: World) -> list[dict[str, str]]:
    return [{"account_id": account} for account in world.accounts()]
