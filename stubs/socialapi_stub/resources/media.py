"""Media: the library of files for posts, uploaded at once or to an address of their own."""

import shutil

from socialapi_stub import addresses, clock, library, pages
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem


def list_media(call: Call, query: Body) -> Body:
    """Return one page of the files that posts can use, the newest first."""
    call.headers.update(library.headers(call))
    return pages.page(
        call, query, library.ready(call), library.NEWEST_FIRST, lambda media: library.document(call, media)
    )


def get_media_storage(call: Call) -> Body:
    """Return how full the library is."""
    call.headers.update(library.headers(call))
    return library.storage(call)


def upload_media(call: Call, body: Body) -> Body:
    """Store a file, ready for posts at once."""
    upload = body["file"]
    if not library.has_room(call, upload.size):
        raise library.full(call)
    filename = upload.filename[: library.LONGEST_NAME]
    media_type = library.type_of(upload.content_type, filename)
    media = library.add(call, filename, media_type, "ready", upload.size)
    with call.files.receiving() as file:
        shutil.copyfileobj(upload.file, file)
        call.files.keep(call.session, file, media.id)
    library.measure(call, media)
    call.session.flush()
    call.headers.update(library.headers(call))
    return {"media_id": media.id}


def get_media_upload_url(call: Call, query: Body) -> Body:
    """Announce a file, and return an address that takes its bytes."""
    if not library.has_room(call, 1):
        raise library.full(call)
    media = library.add(call, query["filename"], query["media_type"].lower(), "pending")
    until = addresses.expiry(call.now)
    call.headers.update(library.headers(call))
    return {
        "media_id": media.id,
        "upload_url": addresses.issue(call.base_url, call.cursor_key, "PUT", media.id, until),
        "expires_at": clock.text(until),
    }


def verify_media(call: Call, media_id: str) -> Body:
    """Confirm the bytes of an announced file; those that are missing or too many make it fail."""
    media = library.find(call, media_id)
    if media.status != "ready":
        library.confirm(call, media)
    call.headers.update(library.headers(call))
    return {"success": True}


def delete_media(call: Call, media_id: str) -> None:
    """Remove a file and free its storage, unless a post refers to it."""
    media = library.find(call, media_id)
    if library.is_used(call, media):
        raise Problem("media.in_use", headers=library.headers(call))
    call.session.delete(media)
    call.session.flush()
    call.files.remove(call.session, media.id)
    call.headers.update(library.headers(call))
