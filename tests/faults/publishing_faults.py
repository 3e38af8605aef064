"""Faults in the life of a post: publishing, changing, taking down."""

from typing import Any

import pytest
from faults.faulty import fault
from faults.post_faults import changed, with_body
from socialapi_stub import delivery, measuring, post_documents, publishing, removal, visibility
from socialapi_stub.call import Answer
from socialapi_stub.problems import Problem
from socialapi_stub.resources import posts
from socialapi_stub.tables import Post, Target


@fault(
    "posts/states/refuses_what_the_state_forbids",
    "posts/states/holds_a_post_that_is_going_out",
    "across/machines/keeps_to_its_model/post",
)
def allows_everything_in_every_state(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the state of a post."""
    patch.setattr(publishing, "require", lambda post, action: None)


@fault("posts/states/answers_as_it_ended")
def calls_every_post_published(patch: pytest.MonkeyPatch) -> None:
    """The status of the answer is 201 even when the post has failed already."""
    patch.setattr(posts, "_as_it_ended", lambda post: Answer(201, post_documents.post(post)))


@fault(
    "posts/states/allows_what_the_state_allows/publish_post/scheduled",
    "across/machines/keeps_to_its_model/post",
)
def does_not_publish_early(patch: pytest.MonkeyPatch) -> None:
    """A scheduled post cannot be published ahead of its time."""
    original = publishing.require

    def require(post: Post, action: str) -> None:
        if (post.status, action) == ("scheduled", "publish_post"):
            raise Problem("post.state_invalid")
        original(post, action)

    patch.setattr(publishing, "require", require)


@fault("posts/publish_post/publishes_a_draft", "posts/get_post_metrics/measures_live_targets")
def says_what_but_not_when(patch: pytest.MonkeyPatch) -> None:
    """A published target has no time, and no numbers."""
    original = post_documents.target

    def target(row: Target) -> Any:
        return {name: each for name, each in original(row).items() if name != "published_at"}

    patch.setattr(post_documents, "target", target)
    patch.setattr(measuring, "numbers", lambda call, post: {"post_id": post.id, "targets": []})


@fault("posts/get_post/tells_why_a_delivery_failed")
def fails_without_a_reason(patch: pytest.MonkeyPatch) -> None:
    """A failed target has no error."""
    original = delivery.deliver

    def deliver(session: Any, post: Post, target: Target, now: Any) -> None:
        original(session, post, target, now)
        target.error = None

    patch.setattr(delivery, "deliver", deliver)


@fault("posts/retry_post/retries_failed_targets")
def does_not_count_retries(patch: pytest.MonkeyPatch) -> None:
    """A retry leaves retry_count as it was."""
    original = post_documents.post
    patch.setattr(post_documents, "post", lambda row: {**original(row), "retry_count": 0})


@fault("posts/update_post/schedules_a_draft", "across/machines/keeps_to_its_model/post")
def leaves_a_draft_a_draft(patch: pytest.MonkeyPatch) -> None:
    """A draft that is given a time stays a draft."""
    with_body(
        patch,
        "update_post",
        lambda body: {name: each for name, each in body.items() if name != "scheduled_at"},
    )


@fault("posts/delete_post/removes_what_is_not_live", "across/machines/keeps_to_its_model/post")
def only_says_that_it_deletes(patch: pytest.MonkeyPatch) -> None:
    """A deleted post can still be read."""
    patch.setattr(
        removal,
        "delete",
        lambda call, post: {
            "success": True,
            "deleted": not any(target.status == "published" for target in post.targets),
            "results": [
                {"platform": each.platform, "account_id": each.account_id, "outcome": "failed"}
                for each in post.targets
                if each.status == "published"
            ],
        },
    )


@fault("posts/delete_post/tells_what_became_of_live_copies")
def counts_every_copy_as_deleted(patch: pytest.MonkeyPatch) -> None:
    """Deleting says that the post is gone although its copies stay."""
    changed(
        patch,
        "delete_post",
        lambda body: {**body, "results": [{**each, "outcome": "failed"} for each in body["results"]]},
    )


@fault("posts/unpublish_post/takes_a_post_down", "across/machines/keeps_to_its_model/post")
def keeps_what_it_takes_down(patch: pytest.MonkeyPatch) -> None:
    """An unpublished post can still be read."""
    patch.setattr(removal, "unpublish", lambda call, post, account_id: None)


@fault("posts/get_post/finds_posts_by_platform_id")
def knows_only_its_own_ids(patch: pytest.MonkeyPatch) -> None:
    """A post cannot be read by the platform's id."""
    patch.setattr(visibility, "post_by_any_id", visibility.post)


@fault("posts/platform_ids/acts_on_its_own_ids_only")
def acts_on_platform_ids(patch: pytest.MonkeyPatch) -> None:
    """What changes a post finds it by the platform's id, too."""
    patch.setattr(visibility, "writable_post", visibility.post_by_any_id)


@fault(
    "posts/unknown_ids/answers_unknown_posts/get_post_metrics",
    "across/errors/answers_unknown_ids/get_post_metrics",
    "across/isolation/hides_objects_of_other_workspaces/get_post_metrics",
    "across/brand_keys/hides_objects_of_other_brands/get_post_metrics",
    "posts/delete_post/removes_what_is_not_live",
    "across/bounds/refuses_ids_of_any_form/get_post_metrics",
)
def has_numbers_for_unknown_posts(patch: pytest.MonkeyPatch) -> None:
    """A post that is not there has numbers, all of them nothing."""
    original = posts.get_post_metrics

    def get_post_metrics(call: Any, pid: str) -> Any:
        try:
            return original(call, pid)
        except Problem:
            return {"data": {"post_id": pid, "targets": []}}

    patch.setattr(posts, "get_post_metrics", get_post_metrics)
