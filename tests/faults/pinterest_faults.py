"""Faults in boards, Pins and the profile on Pinterest."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from faults.key_faults import changed
from socialapi_stub import boards, platform_calls, visibility
from socialapi_stub.resources import pinterest
from socialapi_stub.tables import Target
from sqlalchemy import ColumnElement


@fault(
    "across/platforms/does_what_the_platform_can",
    "across/platforms/does_what_the_platform_can/get_tiktok_summary",
    "linkedin/get_linkedin_insights/has_insights_of_pages_alone",
    "youtube/comments/needs_a_channel",
)
def serves_accounts_of_any_platform(patch: pytest.MonkeyPatch) -> None:
    """An operation of one platform does not look whose account it is given."""
    patch.setattr(
        platform_calls, "account", lambda call, account_id, *_: visibility.account(call, account_id)
    )


@fault("pinterest/create_pinterest_board/makes_a_board/public")
def keeps_boards_secret(patch: pytest.MonkeyPatch) -> None:
    """A board is secret unless the caller says otherwise."""
    original = pinterest.create_pinterest_board

    def create_pinterest_board(call: Any, account_id: str, body: Any) -> Any:
        return original(call, account_id, {"privacy": "SECRET", **body})

    patch.setattr(pinterest, "create_pinterest_board", create_pinterest_board)


@fault(
    "pinterest/create_pinterest_board/needs_a_name",
    "across/errors/keeps_to_its_codes/create_pinterest_board",
    "across/bounds/refuses_broken_patterns/create_pinterest_board",
    "across/bounds/refuses_null/create_pinterest_board",
    "across/bounds/refuses_other_types/create_pinterest_board",
    "across/bounds/refuses_values_beyond_bounds/create_pinterest_board",
    "across/bounds/refuses_values_outside_enums/create_pinterest_board",
)
def fails_on_blank_boards(patch: pytest.MonkeyPatch) -> Middleware:
    """A board without a name that can be read is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        if reply.path.endswith("/boards") and reply.code == "validation.field_invalid":
            reply.status, reply.body = 500, b"name is blank"

    return replies(spoil)


@fault("pinterest/update_pinterest_board/renames_a_board_by_either_id/board_id")
def knows_boards_by_its_own_ids_alone(patch: pytest.MonkeyPatch) -> None:
    """Pinterest's own id of a board is unknown."""
    original = boards.find

    def find(session: Any, account: Any, identifier: str | None) -> Any:
        found = original(session, account, identifier)
        return found if found is not None and found.id == identifier else None

    patch.setattr(boards, "find", find)


@fault("pinterest/update_pinterest_board/keeps_protection_as_it_is/lifted")
def lifts_protection(patch: pytest.MonkeyPatch) -> None:
    """The privacy of a protected board can be changed."""

    def update_pinterest_board(call: Any, account_id: str, board_id: str, body: Any) -> Any:
        board = pinterest._board(call, platform_calls.account(call, account_id), board_id)
        for name in set(body) & {"name", "privacy"}:
            setattr(board, name, body[name])
        return boards.document(board)

    patch.setattr(pinterest, "update_pinterest_board", update_pinterest_board)


@fault("pinterest/update_pinterest_board/answers_unknown_boards/update")
def calls_an_unknown_board_an_unknown_account(patch: pytest.MonkeyPatch) -> None:
    """A board the account does not have is answered like an account that does not exist."""
    instead(patch, pinterest, "update_pinterest_board", {"resource.not_found": "account.not_found"})


@fault(
    "across/lifecycle/removes_one_object/delete_pinterest_board",
    "pinterest/list_pinterest_pins/shows_pins_as_long_as_their_board",
)
def only_says_that_it_deletes_boards(patch: pytest.MonkeyPatch) -> None:
    """A deleted board is still there, and so are its Pins."""

    def delete_pinterest_board(call: Any, account_id: str, board_id: str) -> None:
        pinterest._board(call, platform_calls.account(call, account_id), board_id)

    patch.setattr(pinterest, "delete_pinterest_board", delete_pinterest_board)


@fault("pinterest/list_pinterest_pins/shows_pins_as_long_as_their_board")
def pins_to_pinterests_ids_alone(patch: pytest.MonkeyPatch) -> None:
    """A copy that names its board by the id SocialAPI gave it is no Pin."""

    def is_on() -> ColumnElement[bool]:
        return Target.board_id == boards.Board.platform_board_id

    patch.setattr(boards, "_is_on", is_on)


@fault("pinterest/list_pinterest_pins/bounds_the_number_of_pins")
def lists_one_pin_too_many(patch: pytest.MonkeyPatch) -> None:
    """The list of Pins is one longer than was asked for."""
    original = boards.pins
    patch.setattr(boards, "pins", lambda session, account, limit: original(session, account, limit + 1))


@fault("pinterest/get_pinterest_summary/names_the_profile")
def names_the_profile_by_id(patch: pytest.MonkeyPatch) -> None:
    """The handle of a profile is a number."""
    changed(patch, pinterest, "get_pinterest_summary", lambda body: {**body, "username": "4711"})
