"""What is too much, and what becomes of it."""

# ruff: noqa: ARG001 - a variant has the signature of every other

import re
from typing import Any

import pytest
from faults.faulty import Middleware, Reply
from socialapi_stub.schemas import Parameter
from socialapi_stub.validation import OperationCheck
from variants.varying import answers, body_of, met, variant

LIMITS = (
    "across/pagination/bounds_limits",
    "across/pagination/accepts_limits_in_bounds",
    "across/pagination/refuses_limits_that_are_no_number",
)


@variant(
    "Import file over 5 MB",
    "Upload over 50 MB",
    tries=("media/upload_media/refuses_large_files", "posts/import_posts/refuses_what_is_no_file"),
)
def has_413_for_large_files(patch: pytest.MonkeyPatch) -> Middleware:
    """A file that is too large is 413 `http.413`."""

    def recode(reply: Reply) -> None:
        if reply.code == "validation.field_invalid" and "is larger than" in reply.json["error"]["message"]:
            reply.body, reply.status = body_of({**reply.json["error"], "code": "http.413"}, reply), 413

    return answers(recode)


@variant("`limit`", tries=LIMITS)
def draws_limits_into_bounds(patch: pytest.MonkeyPatch) -> None:
    """A `limit` out of bounds is drawn into them, one that is no number is still refused."""
    made, value = Parameter.__init__, Parameter.value

    def make(self: Any, definition: dict[str, Any]) -> None:
        made(self, definition)
        self.most = definition["schema"].get("maximum")

    def drawn(self: Any, given: list[str]) -> Any:
        if self.name == "limit" and given and re.fullmatch(r"-?[0-9]+", given[0]):
            met()
            given = [str(min(max(int(given[0]), 1), self.most))]
        return value(self, given)

    patch.setattr(Parameter, "__init__", make)
    patch.setattr(Parameter, "value", drawn)


@variant("`limit` of `list_events`", tries=("across/pagination/bounds_limits/list_events",))
def takes_higher_limits_for_events(patch: pytest.MonkeyPatch) -> None:
    """The list of events has pages of up to 1000."""
    original = OperationCheck.__init__

    def make(self: OperationCheck, next_app: Any, settings: Any, operation: Any) -> None:
        original(self, next_app, settings, operation)
        if self.operation.operation_id == "list_events":
            wide = {
                "name": "limit",
                "schema": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 50},
            }
            self.query = [Parameter(wide) if each.name == "limit" else each for each in self.query]
            met()

    patch.setattr(OperationCheck, "__init__", make)
