"""Faults in profile, stories, collaborations and participants on Instagram."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from datetime import timedelta
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from socialapi_stub import collaborating, participants, stories
from socialapi_stub.resources import instagram


@fault("instagram/get_instagram_summary/sums_up_thirty_days")
def sums_up_four_weeks(patch: pytest.MonkeyPatch) -> None:
    """The summary covers 28 days."""
    patch.setattr(instagram, "SUMMED_UP", timedelta(days=28))


@fault("instagram/list_instagram_stories/shows_a_published_story_for_a_day")
def forgets_published_stories(patch: pytest.MonkeyPatch) -> None:
    """A story that was published here is not among those on Instagram."""
    patch.setattr(stories, "put_up", lambda *_: None)


@fault(
    "instagram/list_instagram_collaborators/tells_what_the_invited_answered",
    "instagram/answering/needs_an_invitation_that_waits",
)
def forgets_answers_to_invitations(patch: pytest.MonkeyPatch) -> None:
    """An answer to an invitation changes nothing."""
    original = collaborating.answer

    def answer(call: Any, invited: Any, media_id: str, status: Any) -> None:
        original(call, invited, media_id, "pending")  # type: ignore[arg-type] # the fault itself

    patch.setattr(collaborating, "answer", answer)


@fault(
    "instagram/unknown_media/answers_unknown_media/accept_instagram_collaboration",
    "instagram/unknown_media/answers_unknown_media/decline_instagram_collaboration",
)
def calls_an_unknown_post_a_missing_invitation(patch: pytest.MonkeyPatch) -> Middleware:
    """A post that Instagram does not have is answered like one without an invitation."""

    def spoil(reply: Reply) -> None:
        if "/collab/" in reply.path and reply.code == "resource.not_found":
            reply.status = 400
            reply.json = {**reply.json, "error": {"code": "validation.field_invalid", "message": "no"}}

    return replies(spoil)


@fault("instagram/list_instagram_collaborators/tells_the_publisher_alone")
def tells_everybody_who_collaborates(patch: pytest.MonkeyPatch) -> None:
    """Any account may see who collaborates on a post."""
    original = collaborating._is_published

    def is_published(session: Any, media_id: str, publisher: Any = None) -> bool:
        return original(session, media_id)

    patch.setattr(collaborating, "_is_published", is_published)


@fault("instagram/get_instagram_participant/shows_who_wrote")
def asks_consent_of_another_code(patch: pytest.MonkeyPatch) -> None:
    """Whoever has not agreed to show a profile is answered with a permission that is missing."""
    codes = {"platform.instagram.230": "platform.instagram.permission_denied"}
    instead(patch, participants, "profile", codes)


@fault("instagram/get_instagram_participant/answers_unknown_participants")
def lets_nobody_in_particular_refuse(patch: pytest.MonkeyPatch) -> None:
    """Somebody who never wrote has not agreed to show a profile."""
    instead(patch, participants, "profile", "platform.instagram.230")
