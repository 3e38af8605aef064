"""The life of a post: which action is allowed in which state, and where it leads."""

from typing import Any

from socialapi_contract.operations import OPERATIONS
from socialapi_contract.states import STATES

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, has, ok, problem, schema, that, unchanged
from socialapi_conformance.publishing import TERMINAL, Posts
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.samples import in_days
from socialapi_conformance.verdicts import NotVerified

_MACHINE = STATES["post"]
_REACHABLE = ("draft", "scheduled", "published", "partial", "failed")


def _rows(outcome: str) -> dict[str, tuple[str, str]]:
    """Return the (action, state) pairs with that outcome, but those no source speaks of."""
    return {
        f"{action}/{state}": (action, state)
        for action, states in _MACHINE.actions.items()
        for state, allowed in states.items()
        if allowed == outcome and state in _REACHABLE and state not in _MACHINE.undocumented.get(action, ())
    }


@check(MUST, topic="states", over=_rows("refused"))
def refuses_what_the_state_forbids(api: Api, row: tuple[str, str]) -> None:
    """An action that the state forbids is refused with 409 post.state_invalid and leaves the post as it
    was.
    """
    action, state = row
    posts = Posts(api)
    before = posts.in_state(state)
    answer = _act(api, action, before)
    problem(answer, 409, "post.state_invalid")
    unchanged(answer, _lasting(before), _lasting(posts.read(before["id"])), "the post")


@check(MUST, topic="states", over=_rows("allowed"))
def allows_what_the_state_allows(api: Api, row: tuple[str, str]) -> None:
    """An action that the state allows succeeds, or is refused with 501 because the platform cannot do it."""
    action, state = row
    answer = _act(api, action, Posts(api).in_state(state))
    if answer.status == 501:
        problem(answer, 501, "resource.not_supported")
        return
    that(answer, answer.status in OPERATIONS[action].successes, "success", answer.summary())
    schema(answer)


@check(
    MUST, topic="states", over={action: action for action in ("update_post", "publish_post", "retry_post")}
)
def holds_a_post_that_is_going_out(api: Api, action: str) -> None:
    """From the moment publishing is asked for, a post can be neither changed, published nor retried: 409."""
    posts = Posts(api)
    post = posts.made(targets=[{"account_id": posts.account()["id"]}], publish_now=True)
    if post["status"] not in ("publishing", "published"):
        raise NotVerified(f"the delivery ended as {post['status']} at once")
    problem(_act(api, action, post), 409, "post.state_invalid")


@check(MUST, topic="states", over={"create_post": "create_post", "publish_post": "publish_post"})
def answers_as_it_ended(api: Api, operation_id: str) -> None:
    """The status of the answer is that of the post: 207 once it is partial, 422 once it has failed, 201
    otherwise.
    """
    posts = Posts(api)
    good = {"account_id": posts.account()["id"]}
    lost = good | {"media": [{"source_type": "media_id", "source": api.unknown_id()}]}
    for targets in ([good], [lost]):
        body = {"targets": targets, "skip_validation": True}
        if operation_id == "create_post":
            answer = posts.create(publish_now=True, **body)
        else:
            answer = api.demo.call(operation_id, path={"pid": posts.made(**body)["id"]})
        status = ok(answer, 201, 207, 422)["status"]
        expected = {"partial": 207, "failed": 422}.get(status, 201)
        equal(answer, f"the status of the answer while the post is {status}", answer.status, expected)


@check(MUST, "publish_post", "get_post")
def publishes_a_draft(api: Api) -> None:
    """A draft that is published goes out, and polling shows a final state with a time and an id per live
    target.
    """
    posts = Posts(api)
    draft = posts.in_state("draft")
    answer = api.demo.call("publish_post", path={"pid": draft["id"]})
    ok(answer, 201, 207, 422)
    post = posts.settled(draft["id"])
    live = [target for target in post["targets"] if target["status"] == "published"]
    marked = all(target.get("platform_post_id") and target.get("published_at") for target in live)
    that(answer, marked, "platform_post_id and published_at on every published target", live)
    expected = "published" if len(live) == len(post["targets"]) else "partial" if live else "failed"
    equal(answer, "status", post["status"], expected)


@check(MUST, "get_post")
def tells_why_a_delivery_failed(api: Api) -> None:
    """A failed target says why: message, category and who caused it."""
    post = Posts(api).in_state("failed")
    answer = api.demo.call("get_post", path={"pid": post["id"]})
    for target in ok(answer, 200)["targets"]:
        equal(answer, "target status", target["status"], "failed")
        told = {"message", "category", "caused_by"} <= set(target.get("error") or {})
        that(answer, told, "error with message, category and caused_by", target.get("error"))


@check(MUST, "retry_post", "get_post")
def retries_failed_targets(api: Api) -> None:
    """A retry sends the failed targets again: retry_count rises and the post ends in a final state."""
    posts = Posts(api)
    failed = posts.in_state("failed")
    answer = api.demo.call("retry_post", path={"pid": failed["id"]})
    if answer.status == 501:
        raise NotVerified("the platform does not support a retry")
    has(answer, "the answer", ok(answer, 200), {"success": True})
    again = posts.settled(failed["id"])
    rises = again["retry_count"] > failed["retry_count"]
    that(answer, rises and again["status"] in TERMINAL, "a higher retry_count", again["retry_count"])


@check(MUST, "update_post")
def schedules_a_draft(api: Api) -> None:
    """A draft that is given a scheduled_at becomes a scheduled post."""
    draft = Posts(api).in_state("draft")
    answer = api.demo.call("update_post", path={"pid": draft["id"]}, body={"scheduled_at": in_days(30)})
    equal(answer, "status", ok(answer, 200)["status"], "scheduled")


@check(MUST, "delete_post", "get_post", over={state: state for state in ("draft", "scheduled", "failed")})
def removes_what_is_not_live(api: Api, state: str) -> None:
    """Deleting a post that is live nowhere removes it: deleted is true, and it is answered with 404
    afterwards.
    """
    path = {"pid": Posts(api).in_state(state)["id"]}
    answer = api.demo.call("delete_post", path=path)
    equal(answer, "deleted", ok(answer, 200)["deleted"], True)
    for operation_id in ("get_post", "delete_post", "get_post_metrics"):
        problem(api.demo.call(operation_id, path=path), 404, "post.not_found")


@check(MUST, "delete_post", "get_post")
def tells_what_became_of_live_copies(api: Api) -> None:
    """Deleting a published post tells the outcome per copy, and the post is gone exactly when no copy is
    live.
    """
    post = Posts(api).in_state("published")
    answer = api.demo.call("delete_post", path={"pid": post["id"]})
    body = ok(answer, 200)
    outcomes = [each["outcome"] for each in body["results"]]
    equal(answer, "deleted", body["deleted"], set(outcomes) <= {"deleted"})
    after = api.demo.call("get_post", path={"pid": post["id"]})
    equal(after, "status", after.status, 404 if body["deleted"] else 200)


@check(MUST, "unpublish_post", "get_post")
def takes_a_post_down(api: Api) -> None:
    """A post whose last live copy is unpublished is gone; where the platform cannot, it says 501 and the
    post stays.
    """
    post = Posts(api).in_state("published")
    answer = api.demo.call("unpublish_post", path={"pid": post["id"]})
    if answer.status == 501:
        problem(answer, 501, "resource.not_supported")
    else:
        has(answer, "the answer", ok(answer, 200), {"success": True})
    after = api.demo.call("get_post", path={"pid": post["id"]})
    equal(after, "status", after.status, 200 if answer.status == 501 else 404)


def _act(api: Api, action: str, post: dict[str, Any]) -> Answer:
    body = {"body": {"text": api.word("changed")}} if OPERATIONS[action].body_required else {}
    return api.demo.call(action, path={"pid": post["id"]}, **body)


def _lasting(post: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a post that nothing but an action changes."""
    return {name: post.get(name) for name in ("status", "text", "scheduled_at", "hidden", "retry_count")}
