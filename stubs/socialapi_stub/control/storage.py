"""The storage behind upload addresses and previews, in place of a cloud's."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import addresses, bodies, clock, uploads
from socialapi_stub.control import Plane
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Media
from socialapi_stub.uploads import UploadRefused

SHOWN_IN_PLACE = ("image/", "video/", "audio/")
# Whoever uploads a file chooses its type; nothing in it may run as a page of this server.
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, no-store",
}


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the route of the storage."""

    async def storage(request: Request) -> Response:
        """Take the bytes of a file with PUT, give them with GET."""
        method = "PUT" if request.method == "PUT" else "GET"
        media_id, query = request.path_params["media_id"], request.query_params
        if not addresses.admits(plane.secrets.cursor_key, method, media_id, query, clock.now()):
            return PlainTextResponse("This address is not valid, or not any more.", 403)
        if method == "GET":
            return await run_in_threadpool(_shown, plane.storage, media_id)
        try:
            await _take(plane, request, media_id)
        except UploadRefused as refusal:
            return PlainTextResponse(refusal.text, refusal.status)
        return Response(status_code=200)

    return [Route(f"{addresses.STORAGE_PATH}/{{media_id}}", storage, methods=["GET", "PUT"])]


async def _take(plane: Plane, request: Request, media_id: str) -> None:
    files, limit = plane.storage.files, plane.settings.max_upload_bytes
    await run_in_threadpool(uploads.expect, plane.storage, media_id, bodies.media_type(request.scope))
    with files.receiving() as file:
        await uploads.write(request.scope, request.receive, file, limit)
        await run_in_threadpool(uploads.store, plane.storage, file, media_id)


def _shown(storage: Storage, media_id: str) -> Response:
    with storage.read() as session:
        media = session.get(Media, media_id)
    path = storage.files.path(media_id)
    if media is None or media.status != "ready" or not path.is_file():
        return PlainTextResponse("There is no such file.", 404)
    in_place = media.content_type.startswith(SHOWN_IN_PLACE) and "svg" not in media.content_type
    return FileResponse(
        path,
        headers=SAFE_HEADERS,
        media_type=media.content_type,
        filename=media.filename,
        content_disposition_type="inline" if in_place else "attachment",
    )
