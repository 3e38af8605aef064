"""Faults in the media library."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, replies
from socialapi_stub import addresses, library
from socialapi_stub.control import storage
from socialapi_stub.problems import Problem
from socialapi_stub.resources import media
from socialapi_stub.tables import Media
from socialapi_stub.validation import OperationCheck
from sqlalchemy import select
from starlette.responses import PlainTextResponse


@fault("media/upload_media/lists_an_uploaded_file", "media/get_media_upload_url/takes_a_file_at_an_address")
def shows_another_size(patch: pytest.MonkeyPatch) -> None:
    """A listed file is a byte longer than what was sent."""
    original = library.document

    def document(call: Any, row: Media) -> Any:
        return {**original(call, row), "size_bytes": row.size_bytes + 1}

    patch.setattr(library, "document", document)


@fault("media/list_media/lists_the_newest_first")
def lists_the_oldest_first(patch: pytest.MonkeyPatch) -> None:
    """The list begins with the first file that was uploaded."""
    patch.setattr(library, "NEWEST_FIRST", replace(library.NEWEST_FIRST, descending=False))


@fault("media/list_media/shows_the_file_itself")
def leads_to_nothing(patch: pytest.MonkeyPatch) -> None:
    """The address of a listed file leads to nothing."""
    patch.setattr(storage, "_shown", lambda *_: PlainTextResponse("Nothing here.", 404))


@fault("media/upload_media/refuses_large_files")
def takes_files_of_any_size(patch: pytest.MonkeyPatch) -> None:
    """No file is too large."""
    original = OperationCheck.__init__

    def unbounded(self: OperationCheck, *args: Any) -> None:
        original(self, *args)
        self.files = dict.fromkeys(self.files, 10**9)

    patch.setattr(OperationCheck, "__init__", unbounded)


@fault(
    "media/upload_media/needs_a_file",
    "media/get_media_upload_url/needs_type_and_name",
    "across/errors/keeps_to_its_codes/get_media_upload_url",
    "across/bounds/refuses_missing_fields/get_media_upload_url",
)
def stumbles_over_what_is_missing(patch: pytest.MonkeyPatch) -> Middleware:
    """An upload that lacks something is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        if reply.path.startswith("/v1/media/") and reply.code == "validation.field_required":
            reply.status, reply.body = 500, b"nothing there"

    return replies(spoil)


@fault(
    "media/verify_media/answers_missing_bytes",
    "media/verify_media/refuses_uploads_beyond_the_limit",
    "media/get_media_upload_url/takes_a_file_at_an_address",
    "across/machines/keeps_to_its_model/media",
)
def verifies_without_looking(patch: pytest.MonkeyPatch) -> None:
    """Whatever is verified is ready, as if it had no bytes."""
    patch.setattr(library, "confirm", lambda call, row: setattr(row, "status", "ready"))


@fault("media/verify_media/verifies_twice", "across/machines/keeps_to_its_model/media")
def verifies_once(patch: pytest.MonkeyPatch) -> None:
    """A file that is ready cannot be verified."""
    original = media.verify_media

    def verify_media(call: Any, media_id: str) -> Any:
        if library.find(call, media_id).status == "ready":
            raise Problem("media.not_found")
        return original(call, media_id)

    patch.setattr(media, "verify_media", verify_media)


@fault("media/get_media_upload_url/hides_unverified_files", "across/machines/keeps_to_its_model/media")
def lists_whatever_was_announced(patch: pytest.MonkeyPatch) -> None:
    """The list shows files that are not verified."""
    patch.setattr(library, "ready", lambda call: select(Media).where(Media.workspace_id == call.workspace.id))


@fault("media/get_media_upload_url/gives_an_address_for_a_quarter_of_an_hour")
def gives_addresses_for_an_hour(patch: pytest.MonkeyPatch) -> None:
    """An upload address is good for an hour."""
    patch.setattr(addresses, "LIFETIME", timedelta(hours=1))


@fault(
    "across/lifecycle/removes_one_object/delete_media",
    "media/delete_media/gives_an_upload_up",
    "media/get_media_storage/counts_what_is_stored",
    "across/machines/keeps_to_its_model/media",
    "across/lifecycle/knows_nothing_of_the_gone/delete_media/id",
    "across/lifecycle/knows_nothing_of_the_gone/verify_media/id",
    "across/lifecycle/takes_the_gone_for_unknown",
    "across/lifecycle/takes_the_gone_for_unknown/send_message/attachments.source",
)
def only_says_that_it_deletes_files(patch: pytest.MonkeyPatch) -> None:
    """A deleted file is still there."""

    def delete_media(call: Any, media_id: str) -> None:
        if library.is_used(call, library.find(call, media_id)):
            raise Problem("media.in_use")

    patch.setattr(media, "delete_media", delete_media)


@fault("media/delete_media/keeps_what_a_post_uses")
def deletes_what_a_post_uses(patch: pytest.MonkeyPatch) -> None:
    """A file that a post names can be deleted."""
    patch.setattr(library, "is_used", lambda call, row: False)


@fault("media/get_media_storage/repeats_storage_in_headers")
def says_no_storage_is_used(patch: pytest.MonkeyPatch) -> None:
    """X-Storage-Used is always 0."""
    original = library.headers
    patch.setattr(library, "headers", lambda call: {**original(call), "X-Storage-Used": "0"})


@fault(
    "media/upload_media/ends_at_the_storage_limit",
    "media/get_media_upload_url/gives_no_address_without_storage",
    "media/verify_media/refuses_uploads_beyond_the_limit",
)
def stores_without_limit(patch: pytest.MonkeyPatch) -> None:
    """The storage never ends."""
    patch.setattr(library, "has_room", lambda call, size: True)
