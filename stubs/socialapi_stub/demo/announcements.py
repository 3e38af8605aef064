"""The announcements of the demo data."""

from datetime import timedelta
from typing import Any

from socialapi_stub import ids
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables.announcements import Announcement


def plant(cast: Cast) -> None:
    """Add a downtime ahead, a change that was read by nobody, and an incident that is over."""
    day = timedelta(days=1)
    downtime = {
        "title": "Publishing pauses on Sunday",
        "body": "Posts that are due meanwhile go out afterwards.",
        "link_label": "Status page",
        "link_url": "https://status.example.com",
        "window_start": cast.now + 4 * day,
        "window_end": cast.now + 4 * day + timedelta(hours=1),
    }
    change = {
        "title": "Threads takes polls",
        "body": "A post can ask a question with four answers.",
    }
    incident = {
        "title": "Deliveries to TikTok are late",
        "body": "Posts go out with a delay of a few minutes.",
        "hidden_at": cast.now - 5 * day,
    }
    _announce(cast, "incident", 6 * day, incident)
    _announce(cast, "product_update", 3 * day, change)
    _announce(cast, "maintenance", day, downtime)


def _announce(cast: Cast, kind: str, age: timedelta, facts: dict[str, Any]) -> None:
    published = cast.now - age
    cast.session.add(
        Announcement(id=ids.stable_uuid("announcement", kind), kind=kind, published_at=published, **facts)
    )
