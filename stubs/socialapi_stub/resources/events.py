"""Events: the log of what happened in the workspace, and how much of what."""

from socialapi_stub import event_log, pages
from socialapi_stub.call import Body, Call


def list_events(call: Call, query: Body) -> Body:
    """Return one page of the events that meet the filters, the newest first."""
    page = pages.page(
        call, query, event_log.matching(call, query), event_log.NEWEST_FIRST, event_log.document
    )
    return {**page, "retention_days": event_log.retention(call).days}


def get_event_summary(call: Call, query: Body) -> Body:
    """Count the events of a span of time, and those of the span before."""
    return {**event_log.summary(call, query), "retention_days": event_log.retention(call).days}
