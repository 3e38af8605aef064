"""Reading posts: by either id, and their numbers."""

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, ok, problem
from socialapi_conformance.publishing import Posts
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_ACTIONS = ("update_post", "delete_post", "publish_post", "retry_post", "unpublish_post")
_READS = ("get_post", "get_post_metrics")


@check(MUST, topic="unknown_ids", over={name: name for name in (*_READS, *_ACTIONS)})
def answers_unknown_posts(api: Api, operation_id: str) -> None:
    """A post that does not exist is answered with 404 post.not_found."""
    body = {"body": {"text": "x"}} if operation_id == "update_post" else {}
    problem(api.demo.call(operation_id, path={"pid": api.unknown_id()}, **body), 404, "post.not_found")


@check(MUST, "get_post", "get_post_metrics")
def finds_posts_by_platform_id(api: Api) -> None:
    """A published post is found by the id the platform gave it, too."""
    post = Posts(api).published()
    native = _native_id(post)
    answer = api.demo.call("get_post", path={"pid": native})
    if answer.status == 409:
        problem(answer, 409, "ambiguous_post_id")
        return
    equal(answer, "id", ok(answer, 200)["id"], post["id"])
    numbers = api.demo.call("get_post_metrics", path={"pid": native})
    equal(numbers, "data.post_id", ok(numbers, 200)["data"]["post_id"], post["id"])


@check(MUST, topic="platform_ids", over={name: name for name in _ACTIONS})
def acts_on_its_own_ids_only(api: Api, operation_id: str) -> None:
    """What changes a post takes the post's own id; the platform's id is answered with 404."""
    native = _native_id(Posts(api).published())
    body = {"body": {"text": "x"}} if operation_id == "update_post" else {}
    problem(api.demo.call(operation_id, path={"pid": native}, **body), 404, "post.not_found")


@check(MUST, "get_post_metrics")
def measures_live_targets(api: Api) -> None:
    """The numbers of a published post name the post and each of its live targets."""
    post = Posts(api).published()
    answer = api.demo.call("get_post_metrics", path={"pid": post["id"]})
    numbers = ok(answer, 200)["data"]
    equal(answer, "data.post_id", numbers["post_id"], post["id"])
    live = sorted(target["account_id"] for target in post["targets"])
    equal(answer, "the targets", sorted(target["account_id"] for target in numbers["targets"]), live)


def _native_id(post: dict[str, object]) -> str:
    targets = post["targets"]
    native = targets[0].get("platform_post_id") if isinstance(targets, list) and targets else None
    if not native:
        raise NotVerified("the platform gave the post no id")
    return str(native)
