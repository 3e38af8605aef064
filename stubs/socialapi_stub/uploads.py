"""Taking the bytes of an announced file at its upload address."""

from typing import IO

from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope

from socialapi_stub import bodies
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Media


class UploadRefused(Exception):
    """The storage does not take the bytes; `status` and the text are its answer."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def expect(storage: Storage, media_id: str, media_type: str) -> None:
    """Raise `UploadRefused` unless bytes of this type are awaited for a file."""
    with storage.read() as session:
        media = _awaited(session, media_id)
        if media.content_type != media_type:
            raise UploadRefused(400, f"Content-Type has to be {media.content_type}, as announced.")


async def write(scope: Scope, receive: Receive, file: IO[bytes], limit: int) -> None:
    """Write a body to a file as it comes. Raises `UploadRefused` once it is known to exceed `limit` bytes."""
    try:
        async for chunk in bodies.chunks(scope, receive, limit):
            await run_in_threadpool(file.write, chunk)
    except bodies.TooLarge as error:
        raise UploadRefused(413, f"The storage takes {limit} bytes at most.") from error


def store(storage: Storage, file: IO[bytes], media_id: str) -> None:
    """Make what was written the bytes of its file, in place of any that came before."""
    with storage.write(beside=True) as session:
        _awaited(session, media_id, lock=True)
        storage.files.keep(session, file, media_id)


def _awaited(session: Session, media_id: str, *, lock: bool = False) -> Media:
    media = session.get(Media, media_id, with_for_update=lock or None)
    if media is None:
        raise UploadRefused(404, "There is no such file.")
    if media.status == "ready":
        raise UploadRefused(409, "The file is verified already.")
    return media
