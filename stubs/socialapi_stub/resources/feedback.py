"""Feedback: messages to the people behind the service."""

from socialapi_stub import ids
from socialapi_stub.call import Body, Call
from socialapi_stub.tables.feedback import Feedback


def send_feedback(call: Call, body: Body) -> Body:
    """Keep a message; `GET /_mock/feedback` shows what arrived."""
    message = Feedback(
        id=ids.new_uuid(),
        workspace_id=call.workspace_id,
        kind=body["type"],
        message=body["message"],
        sent_at=call.now,
    )
    call.session.add(message)
    return {"ok": True}
