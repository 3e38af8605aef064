"""Announcements: what the service has to say, and whether the user has read it."""

from sqlalchemy import Select, or_, select

from socialapi_stub import clock
from socialapi_stub.call import Body, Call
from socialapi_stub.documents import present
from socialapi_stub.problems import Problem
from socialapi_stub.tables.announcements import Announcement, SeenAnnouncement


def list_announcements(call: Call) -> Body:
    """Return the announcements that are visible now, the newest first."""
    newest = _visible(call).order_by(Announcement.published_at.desc(), Announcement.id.desc())
    marks = select(SeenAnnouncement.announcement_id)
    seen = set(call.session.scalars(marks.where(SeenAnnouncement.workspace_id == call.workspace_id)))
    data = [_document(each, each.id in seen) for each in call.session.scalars(newest)]
    return {"data": data, "count": len(data)}


def mark_announcement_seen(call: Call, announcement_id: str) -> Body:
    """Note that the user has read an announcement, whatever the token."""
    found = call.session.scalar(_visible(call).where(Announcement.id == announcement_id))
    if found is None:
        raise Problem("resource.not_found", resource="announcement", id=announcement_id)
    call.session.merge(SeenAnnouncement(workspace_id=call.workspace_id, announcement_id=found.id))
    return {"ok": True}


def _visible(call: Call) -> Select[Announcement]:
    hidden = Announcement.hidden_at
    return select(Announcement).where(
        Announcement.published_at <= call.now, or_(hidden.is_(None), hidden > call.now)
    )


def _document(announcement: Announcement, seen: bool) -> Body:
    optional = {
        "link_label": announcement.link_label,
        "link_url": announcement.link_url,
        "window_start": clock.optional_text(announcement.window_start),
        "window_end": clock.optional_text(announcement.window_end),
    }
    return {
        "id": announcement.id,
        "kind": announcement.kind,
        "title": announcement.title,
        "body": announcement.body,
        **present(optional),
        "seen": seen,
    }
