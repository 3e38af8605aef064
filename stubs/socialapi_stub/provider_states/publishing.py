"""Posts that are out, or not, whatever the platforms would have done."""

from typing import Any

from socialapi_stub import arranging, drafting, ids, publishing
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables import Account, Media, Post
from socialapi_stub.triggers import posts

FILE = "beans.jpg"


def due_post(wish: Wish) -> dict[str, Any]:
    """The time of the scheduled post `post_id` has come."""
    post: Post = arranging.row(wish, Post, "post_id")
    if post.status != "scheduled":
        raise CannotArrange(f"post_id: the post is {post.status}")
    publishing.schedule(post, wish.now)
    return {"post_id": post.id}


def failed_post(wish: Wish) -> dict[str, Any]:
    """Every platform has refused a post: `post_id`, else a new one, on `account_id`, else on any account."""
    return arranging.happen(wish, posts.post_failed, _on(wish))


def media_in_use(wish: Wish) -> dict[str, Any]:
    """A draft uses the file `media_id`, else a new one, so that the file cannot be deleted."""
    if "media_id" in wish.params:
        media: Media = arranging.row(wish, Media, "media_id")
    else:
        media = Media(
            id=ids.new_uuid(),
            workspace_id=wish.workspace.id,
            filename=FILE,
            content_type="image/jpeg",
            status="ready",
            created_at=wish.now,
        )
        wish.session.add(media)
    post = drafting.draft(ids.new_uuid(), wish.workspace.id, wish.now, "Arranged by the control plane.")
    post.media = [{"source_type": "media_id", "source": media.id}]
    wish.session.add(post)
    return {"media_id": media.id, "post_id": post.id}


def partial_post(wish: Wish) -> dict[str, Any]:
    """Every platform but the first has refused a post: `post_id`, else a new one; it needs two accounts."""
    return arranging.happen(wish, posts.post_partial, _on(wish))


def published_post(wish: Wish) -> dict[str, Any]:
    """A post is out everywhere: `post_id`, else a new one, on `account_id`, else on any account."""
    return arranging.happen(wish, posts.post_published, _on(wish))


def shared_post_id(wish: Wish) -> dict[str, Any]:
    """Two posts that are out on `account_id`, else on any account, have the same id there."""
    posts_out = [wish.session.get_one(Post, published_post(wish)["post_id"]) for _ in range(2)]
    first, second = (post.targets[0] for post in posts_out)
    second.platform_post_id = first.platform_post_id
    return {"post_ids": [post.id for post in posts_out], "platform_post_id": first.platform_post_id}


def _on(wish: Wish) -> Account | None:
    named: Account | None = (
        arranging.row(wish, Account, "account_id") if "account_id" in wish.params else None
    )
    return named
