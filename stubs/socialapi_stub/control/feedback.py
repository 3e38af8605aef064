"""Reading the feedback that arrived, which the API itself never shows."""

from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import clock
from socialapi_stub.call import Body
from socialapi_stub.control import Plane
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.feedback import Feedback

SHOWN = 100


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the route of the feedback."""

    async def feedback(_request: Request) -> Response:
        """Return the newest messages of all workspaces, the latest first."""
        return JSONResponse({"data": await run_in_threadpool(_newest, plane.storage)})

    return [Route("/_mock/feedback", feedback)]


def _newest(storage: Storage) -> list[Body]:
    statement = select(Feedback, Workspace.email).join(Workspace, Feedback.workspace_id == Workspace.id)
    with storage.read() as session:
        rows = session.execute(statement.order_by(Feedback.sent_at.desc(), Feedback.id).limit(SHOWN))
        return [
            {"from": sender, "type": row.kind, "message": row.message, "sent_at": clock.text(row.sent_at)}
            for row, sender in rows
        ]
