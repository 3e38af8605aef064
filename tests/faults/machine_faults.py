"""Faults in the lives of objects, most of which only a way through several states shows."""

# ruff: noqa: SLF001 - a fault reaches where the mistake would be made

from datetime import datetime, timedelta
from typing import Any

import pytest
from faults.faulty import fault
from socialapi_stub import deliveries, library, publishing, templates, visibility
from socialapi_stub.problems import Problem
from socialapi_stub.resources import exports, invites, media, posts
from socialapi_stub.tables.invites import Invite

WALKS = "across/machines/keeps_to_its_model"


@fault(f"{WALKS}/post")
def remembers_a_cancelled_schedule(patch: pytest.MonkeyPatch) -> None:
    """Editing a draft gives it back the time that was taken away from it."""
    unschedule, update_post = publishing.unschedule, posts.update_post
    times: dict[str, datetime] = {}

    def forgetting(post: Any) -> None:
        if post.scheduled_at is not None:
            times[post.id] = post.scheduled_at
        unschedule(post)

    def editing(call: Any, pid: str, body: Any) -> Any:
        again = {} if "scheduled_at" in body or pid not in times else {"scheduled_at": times[pid].isoformat()}
        return update_post(call, pid, {**body, **again})

    patch.setattr(publishing, "unschedule", forgetting)
    patch.setattr(posts, "update_post", editing)


@fault(f"{WALKS}/post", "posts/states/refuses_what_the_state_forbids")
def edits_before_it_refuses(patch: pytest.MonkeyPatch) -> None:
    """A post that is out has the new text although changing it is refused."""
    original = posts.update_post

    def update_post(call: Any, pid: str, body: Any) -> Any:
        try:
            return original(call, pid, body)
        except Problem:
            visibility.writable_post(call, pid).text = body.get("text")
            call.session.commit()
            raise

    patch.setattr(posts, "update_post", update_post)


@fault(f"{WALKS}/post")
def dates_edits_back(patch: pytest.MonkeyPatch) -> None:
    """A change is dated before the one that came first."""
    original = posts.update_post

    def update_post(call: Any, pid: str, body: Any) -> Any:
        answer = original(call, pid, body)
        post = visibility.writable_post(call, pid)
        post.updated_at = post.created_at - timedelta(hours=1)
        return answer

    patch.setattr(posts, "update_post", update_post)


@fault(f"{WALKS}/whatsapp_template")
def takes_disabled_templates_for_approved(patch: pytest.MonkeyPatch) -> None:
    """A template that WhatsApp has taken out of use can be changed, and is then reviewed again."""
    original = templates.change

    def change(call: Any, template: Any, components: Any) -> None:
        if template.status in ("PAUSED", "DISABLED"):
            template.status = "APPROVED"
        original(call, template, components)

    patch.setattr(templates, "change", change)


@fault(f"{WALKS}/export")
def remembers_who_asked_too_early(patch: pytest.MonkeyPatch) -> None:
    """An export whose videos were asked for before its end never shows them."""
    original = exports.list_export_videos
    early: set[str] = set()

    def list_export_videos(call: Any, export_id: str) -> Any:
        if exports._export(call, export_id).status != "completed":
            early.add(export_id)
        if export_id in early:
            raise Problem("validation.field_invalid")
        return original(call, export_id)

    patch.setattr(exports, "list_export_videos", list_export_videos)


@fault(f"{WALKS}/invite")
def revives_what_is_revoked_twice(patch: pytest.MonkeyPatch) -> None:
    """Revoking a revoked invite is refused, and makes it active again."""
    original = invites.revoke_invite

    def revoke_invite(call: Any, invite_id: str) -> None:
        try:
            original(call, invite_id)
        except Problem:
            if invite := call.session.get(Invite, invite_id):
                invite.spent_at = None
                call.session.commit()
            raise

    patch.setattr(invites, "revoke_invite", revoke_invite)


@fault(f"{WALKS}/media")
def verifies_what_was_given_up(patch: pytest.MonkeyPatch) -> None:
    """A file that was deleted before it was verified can still be verified."""
    delete_media, verify_media = media.delete_media, media.verify_media
    given_up: set[str] = set()

    def deleting(call: Any, media_id: str) -> None:
        if library.find(call, media_id).status != "ready":
            given_up.add(media_id)
        delete_media(call, media_id)

    def verifying(call: Any, media_id: str) -> Any:
        return {"success": True} if media_id in given_up else verify_media(call, media_id)

    patch.setattr(media, "delete_media", deleting)
    patch.setattr(media, "verify_media", verifying)


@fault(f"{WALKS}/delivery")
def retries_from_the_start(patch: pytest.MonkeyPatch) -> None:
    """A delivery that is tried again has five attempts, as if it were a new one."""
    original = deliveries.retry

    def retry(delivery: Any, now: Any) -> None:
        original(delivery, now)
        delivery.attempts_left = deliveries.ATTEMPTS

    patch.setattr(deliveries, "retry", retry)
