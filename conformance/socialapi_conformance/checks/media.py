"""Media: two ways to upload, what lists show, what storage says, and what keeps a file from going."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer, File
from socialapi_conformance.expect import equal, has, ok, page, problem, refused, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import Broken, NotVerified

_LARGEST = 50 * 1024 * 1024
_AFFORDABLE = 300_000
"""Bytes the suite is ready to send to use a storage up."""

_PATIENCE = timedelta(minutes=1)
"""How far the clocks of the suite and the server may differ."""


@check(MUST, "upload_media", "list_media")
def lists_an_uploaded_file(api: Api) -> None:
    """An uploaded file is ready at once, and the first in the list, with its name, type and size."""
    file = _text(api)
    media_id = ok(_upload(api.demo, file), 201)["media_id"]
    answer = api.demo.call("list_media", query={"limit": 100})
    listed = _listed(answer, media_id)
    shown = {name: listed[name] for name in ("filename", "content_type", "size_bytes", "status")}
    expected = {
        "filename": file.name,
        "content_type": file.media_type,
        "size_bytes": len(file.content),
        "status": "ready",
    }
    equal(answer, "the file", shown, expected)


@check(MUST, "list_media", "upload_media")
def shows_the_file_itself(api: Api) -> None:
    """The `url` of a listed file leads to its bytes, without a token."""
    file = _text(api)
    media_id = ok(_upload(api.demo, file), 201)["media_id"]
    answer = api.demo.call("list_media", query={"limit": 100})
    seen = _visited(api, answer, _listed(answer, media_id)["url"])
    equal(seen, "the status", seen.status, 200)
    equal(seen, "the bytes", seen.content, file.content)


@check(MUST, "list_media", "upload_media")
def lists_the_newest_first(api: Api) -> None:
    """The list begins with the latest file."""
    for _ in range(2):
        ok(_upload(api.demo, _text(api)), 201)
    answer = api.demo.call("list_media", query={"limit": 100})
    moments = [datetime.fromisoformat(item["created_at"]) for item in page(answer).items]
    that(answer, moments == sorted(moments, reverse=True), "the latest first", f"{moments[:3]}...")


@check(MUST, "upload_media")
def needs_a_file(api: Api) -> None:
    """An upload without the part `file` is refused with 400."""
    refused(api.demo.raw("POST", "/media/upload", files={"other": ("a.txt", b"a", "text/plain")}), 400)


@check(MUST, "upload_media")
def refuses_large_files(api: Api) -> None:
    """A file larger than 50 MB is refused with 400, or with 413 by the server's framework."""
    file = File("large.bin", bytes(_LARGEST + 1))
    try:
        answer = _upload(api.demo, file)
    except Broken as broken:
        raise NotVerified(f"the server hung up on the file: {broken}") from None
    refused(answer, 400, 413)


@check(MUST, "get_media_upload_url", "verify_media", "list_media")
def takes_a_file_at_an_address(api: Api) -> None:
    """A file sent to its upload address with PUT is ready once it is verified, and listed with its size."""
    file = _text(api)
    announced, media_id = _announced(api, file)
    _put(api, announced, file)
    answer = _verify(api.demo, media_id)
    has(answer, "the answer", ok(answer, 200), {"success": True})
    listing = api.demo.call("list_media", query={"limit": 100})
    listed = _listed(listing, media_id)
    shown = (listed["filename"], listed["content_type"], listed["size_bytes"])
    equal(listing, "the file", shown, (file.name, file.media_type, len(file.content)))


@check(MUST, "verify_media", "get_media_upload_url")
def verifies_twice(api: Api) -> None:
    """Verifying a file that is ready already succeeds and changes nothing."""
    media_id = ok(_upload(api.demo, _text(api)), 201)["media_id"]
    ok(_verify(api.demo, media_id), 200)
    _listed(api.demo.call("list_media", query={"limit": 100}), media_id)


@check(MUST, "verify_media", "get_media_upload_url")
def answers_missing_bytes(api: Api) -> None:
    """Verifying a file whose bytes never came is refused with 404 media.not_found."""
    _, media_id = _announced(api, _text(api))
    problem(_verify(api.demo, media_id), 404, "media.not_found")


@check(MUST, "get_media_upload_url", "list_media")
def hides_unverified_files(api: Api) -> None:
    """A file that is not verified yet is not listed, even when its bytes are there."""
    file = _text(api)
    announced, media_id = _announced(api, file)
    _put(api, announced, file)
    answer = api.demo.call("list_media", query={"limit": 100})
    that(answer, media_id not in _ids(answer), "the file not to be listed", "the file")


@check(MUST, "get_media_upload_url")
def gives_an_address_for_a_quarter_of_an_hour(api: Api) -> None:
    """The upload address is good for 15 minutes from now."""
    announced, _ = _announced(api, _text(api))
    ends = datetime.fromisoformat(announced.json()["expires_at"])
    left = ends - datetime.now(UTC)
    close = abs(left - timedelta(minutes=15)) < _PATIENCE
    that(announced, close, "expires_at in 15 minutes", f"in {left.total_seconds():.0f} s")


@check(
    MUST,
    "get_media_upload_url",
    over={"media_type": {"filename": "a.mp4"}, "filename": {"media_type": "video/mp4"}},
)
def needs_type_and_name(api: Api, query: dict[str, str]) -> None:
    """An address is refused with 400 when the type or the name of the file is missing."""
    refused(api.demo.call("get_media_upload_url", query=query), 400)


@check(MUST, "delete_media", "get_media_upload_url")
def gives_an_upload_up(api: Api) -> None:
    """A file that was announced and never verified can be deleted."""
    _, media_id = _announced(api, _text(api))
    ok(_delete(api.demo, media_id), 204)
    problem(_delete(api.demo, media_id), 404, "media.not_found")


@check(MUST, "delete_media", "create_post", over={"post": "post", "target": "target"})
def keeps_what_a_post_uses(api: Api, place: str) -> None:
    """A file that a post or one of its targets names cannot be deleted: 409 media.in_use, until the post is
    gone.
    """
    media_id = ok(_upload(api.demo, _text(api)), 201)["media_id"]
    use = {"media_ids": [media_id]}
    body: dict[str, Any] = {"text": api.word("post"), **use}
    if place == "target":
        accounts = ok(api.demo.call("list_accounts"), 200)["data"]
        if not accounts:
            raise NotVerified("the workspace has no account")
        body = {"text": body["text"], "targets": [{"account_id": accounts[0]["id"], **use}]}
    post = ok(api.demo.call("create_post", body=body), 201)
    problem(_delete(api.demo, media_id), 409, "media.in_use")
    ok(api.demo.call("delete_post", path={"pid": post["id"]}), 200)
    ok(_delete(api.demo, media_id), 204)


@check(MUST, "get_media_storage", "upload_media", "delete_media", needs=("other",), alone_in="other")
def counts_what_is_stored(api: Api) -> None:
    """An upload raises the used bytes by its size and the count by one; deleting the file lowers both."""
    file = _text(api)
    before = _storage(api.other)[1]
    media_id = ok(_upload(api.other, file), 201)["media_id"]
    answer, during = _storage(api.other)
    more = {name: during[name] - before[name] for name in ("used_bytes", "count")}
    equal(answer, "what the file adds", more, {"used_bytes": len(file.content), "count": 1})
    ok(_delete(api.other, media_id), 204)
    answer, after = _storage(api.other)
    equal(answer, "the storage after deleting", after, before)


@check(MUST, "get_media_storage")
def repeats_storage_in_headers(api: Api) -> None:
    """X-Storage-Used and X-Storage-Limit repeat the numbers of bytes."""
    answer, storage = _storage(api.demo)
    headers = {
        "x-storage-used": str(storage["used_bytes"]),
        "x-storage-limit": str(storage["limit_bytes"]),
    }
    equal(answer, "the headers", {name: answer.headers.get(name) for name in headers}, headers)


@check(
    MUST,
    "upload_media",
    "get_media_storage",
    "overview: Response format",
    needs=("free",),
    alone_in="free",
)
def ends_at_the_storage_limit(api: Api) -> None:
    """On the free plan, a file that does not fit into the storage is refused with 413."""
    left = _left(api)
    problem(_upload(api.free, File("large.bin", bytes(left + 1))), 413, "billing.storage_quota")
    answer, storage = _storage(api.free)
    equal(answer, "what is left", storage["limit_bytes"] - storage["used_bytes"], left)
    ok(_upload(api.free, File("fits.bin", bytes(left))), 201)


@check(MUST, "get_media_upload_url", "upload_media", needs=("free",), alone_in="free")
def gives_no_address_without_storage(api: Api) -> None:
    """On the free plan, an upload address is refused with 413 once the storage is used up."""
    if left := _left(api):
        ok(_upload(api.free, File("filling.bin", bytes(left))), 201)
    query = {"media_type": "text/plain", "filename": "one-more.txt"}
    problem(api.free.call("get_media_upload_url", query=query), 413, "billing.storage_quota")


@check(MUST, "verify_media", "get_media_upload_url", needs=("free",), alone_in="free")
def refuses_uploads_beyond_the_limit(api: Api) -> None:
    """On the free plan, verifying bytes that do not fit into the storage is refused with 413, and the file
    never counts.
    """
    left = _left(api)
    if not left:
        raise NotVerified("the storage of the workspace free is used up, so that it gives no address")
    file = File("large.bin", bytes(left + 1))
    announced, media_id = _announced(api, file, api.free)
    _put(api, announced, file)
    problem(_verify(api.free, media_id), 413, "billing.storage_quota")
    answer, storage = _storage(api.free)
    equal(answer, "what is left", storage["limit_bytes"] - storage["used_bytes"], left)


def _text(api: Api) -> File:
    name = api.word("file")
    return File(f"{name}.txt", f"The bytes of {name}.".encode(), "text/plain")


def _upload(caller: Caller, file: File) -> Answer:
    return caller.call("upload_media", body={"file": file})


def _announced(api: Api, file: File, caller: Caller | None = None) -> tuple[Answer, str]:
    """Announce a file and return the answer with its address, and its id."""
    query = {"media_type": file.media_type, "filename": file.name}
    answer = (caller or api.demo).call("get_media_upload_url", query=query)
    return answer, ok(answer, 200)["media_id"]


def _put(api: Api, announced: Answer, file: File) -> None:
    """Send the bytes of a file to its address, which may be a storage of another origin."""
    url = announced.json()["upload_url"]
    try:
        answer = api.client.visit(announced, url, "PUT", file)
    except Broken as broken:
        raise NotVerified(f"the upload address cannot be reached: {broken}") from None
    that(answer, answer.status in range(200, 300), "the bytes to be taken", answer.summary())


def _visited(api: Api, answer: Answer, url: str) -> Answer:
    try:
        return api.client.visit(answer, url)
    except Broken as broken:
        raise NotVerified(f"the address cannot be reached: {broken}") from None


def _verify(caller: Caller, media_id: str) -> Answer:
    return caller.call("verify_media", path={"id": media_id})


def _delete(caller: Caller, media_id: str) -> Answer:
    return caller.call("delete_media", path={"id": media_id})


def _storage(caller: Caller) -> tuple[Answer, dict[str, Any]]:
    answer = caller.call("get_media_storage")
    return answer, ok(answer, 200)


def _left(api: Api) -> int:
    """Return how many bytes are left on the free plan, if they are few enough to be used up."""
    storage = _storage(api.free)[1]
    if storage["limit_bytes"] < 0:
        raise NotVerified("the workspace free is not on a plan with a limit")
    left = int(storage["limit_bytes"] - storage["used_bytes"])
    if left > _AFFORDABLE:
        raise NotVerified(f"the workspace free has {left} bytes left, more than the suite sends")
    return left


def _ids(answer: Answer) -> list[str]:
    return [item["id"] for item in page(answer).items]


def _listed(answer: Answer, media_id: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [item for item in page(answer).items if item["id"] == media_id]
    that(answer, len(found) == 1, f"the file {media_id} once", len(found))
    return found[0]
