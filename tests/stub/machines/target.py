"""The targets of posts, one each."""

import httpx
from stub.machines import post
from stub.machines.post import (
    all_delivered as delivered,
)
from stub.machines.post import (
    delete_post,
    due,
    publish_post,
    retry_post,
    unpublish_post,
)
from stub.machines.post import (
    none_delivered as refused,
)
from stub.world import World

__all__ = ["delete_post", "delivered", "due", "publish_post", "refused", "retry_post", "unpublish_post"]

NEEDS = {"accounts": ["linkedin"]}
OF_POST = {"pending": "scheduled"}


def state(world: World) -> str:
    found = world.client.get(f"/posts/{world.thing}")
    return "removed" if found.status_code == 404 else str(found.json()["targets"][0]["status"])


def create_post(world: World) -> httpx.Response:
    world.goal = OF_POST.get(world.goal, world.goal)
    return post.create_post(world)


def import_posts(world: World) -> httpx.Response:
    world.goal = OF_POST[world.goal]
    return post.import_posts(world)


def update_post(world: World) -> httpx.Response:
    world.thing = world.client.post("/posts", json={"text": "Nowhere yet"}).json()["id"]
    targets = [{"account_id": account} for account in world.accounts()]
    return world.client.patch(f"/posts/{world.thing}", json={"targets": targets})
