"""Cases of `media`: the library."""

from typing import Any

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.publishing_cases import PICTURE
from client.workspace import Workspace, all_same, same
from stub.callers import web


def upload(call: Caller, name: str = "cup.png", kind: str | None = "image/png") -> str:
    made = call("media", "upload", content=PICTURE, filename=name, content_type=kind)
    return str(made.media_id)


def announced(call: Caller) -> Any:
    """Return the address that the bytes of a file have been put to."""
    found = call("media", "get_upload_url", media_type="image/png", filename="cup.png")
    web.put(found.upload_url, content=PICTURE, headers={"Content-Type": "image/png"}).raise_for_status()
    return found


@drives("media.upload", "media.list", facts={})
def lists_what_was_uploaded(call: Caller, here: Workspace) -> None:
    made = [upload(call, "one.png"), upload(call, "two.png", None), upload(call, "three.png")]
    found, held = call.every(call("media", "list", limit=2)), here.get("/media")["data"]
    assert {one.id for one in found} == set(made)
    for one, document in zip(found, held, strict=True):
        assert web.get(one.url).content == PICTURE
        document["url"] = one.url
    assert all_same(found, held)


@drives("media.get_upload_url", "media.verify", facts={})
def a_verified_upload_is_listed(call: Caller, here: Workspace) -> None:
    found = announced(call)
    assert here.get("/media")["data"] == []
    assert call("media", "verify", found.media_id) is None
    assert [one["id"] for one in here.get("/media")["data"]] == [found.media_id]


@drives("MediaItem.verify", facts={})
def a_listed_file_can_be_verified_again(call: Caller, here: Workspace) -> None:
    upload(call)
    (item,) = call.every(call("media", "list"))
    assert call.on(item, "verify") is None
    assert here.get("/media")["data"][0]["status"] == "ready"


@drives("media.delete", "MediaItem.delete", facts={})
def deletes_files(call: Caller, here: Workspace) -> None:
    first = upload(call)
    assert call("media", "delete", first) is None
    upload(call)
    (item,) = call.every(call("media", "list"))
    assert call.on(item, "delete") is None
    assert here.get("/media")["data"] == []
    with pytest.raises(socialapi.NotFoundError):
        call("media", "delete", first)


@drives("media.get_storage_usage", facts={"plan": "free"})
def reads_how_full_the_storage_is(call: Caller, here: Workspace) -> None:
    upload(call)
    found = call("media", "get_storage_usage")
    assert (found.used_bytes, found.count) == (len(PICTURE), 1)
    assert same(found, here.get("/media/storage"))
