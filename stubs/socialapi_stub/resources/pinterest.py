"""Pinterest: boards, the Pins on them, and a profile in numbers."""

from socialapi_stub import boards, ids, platform_calls, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.pinterest import Board


def list_pinterest_boards(call: Call, account_id: str) -> Body:
    """Return every board of an account, oldest first."""
    account = platform_calls.account(call, account_id)
    return {"data": [boards.document(board) for board in boards.of(call.session, account)]}


def create_pinterest_board(call: Call, account_id: str, body: Body) -> Body:
    """Make a board, public unless the body says otherwise."""
    account = platform_calls.account(call, account_id)
    board_id = ids.new_board_id()
    board = Board(
        id=board_id,
        account_id=account.id,
        platform_board_id=upstream.digits(board_id, 18),
        name=body["name"],
        description=body.get("description"),
        privacy=body.get("privacy", "PUBLIC"),
        created_at=call.now,
    )
    call.session.add(board)
    return boards.document(board)


def update_pinterest_board(call: Call, account_id: str, board_id: str, body: Body) -> Body:
    """Change a board; what the body leaves out stays, and so does the privacy of a protected one."""
    board = _board(call, platform_calls.account(call, account_id), board_id)
    if board.privacy == "PROTECTED" and "privacy" in body:
        raise Problem("validation.field_invalid", "a protected board stays protected", field="privacy")
    for name in ("name", "description", "privacy"):
        setattr(board, name, body.get(name, getattr(board, name)))
    return boards.document(board)


def delete_pinterest_board(call: Call, account_id: str, board_id: str) -> None:
    """Delete a board, and the Pins on it from the list."""
    call.session.delete(_board(call, platform_calls.account(call, account_id), board_id))


def list_pinterest_pins(call: Call, account_id: str, query: Body) -> Body:
    """Return the latest Pins of an account."""
    account = platform_calls.account(call, account_id)
    return {"data": boards.pins(call.session, account, query["limit"])}


def get_pinterest_summary(call: Call, account_id: str) -> Body:
    """Return a profile in numbers."""
    account = platform_calls.account(call, account_id)
    picture = account.profile_picture_url
    return {
        "username": account.username,
        **({"profile_image": picture} if picture else {}),
        "follower_count": upstream.amount(f"{account.id}/followers", 9000),
        "pin_count": boards.count_pins(call.session, account),
        "board_count": len(boards.of(call.session, account)),
        "monthly_views": upstream.amount(f"{account.id}/views", 90000),
    }


def _board(call: Call, account: Account, board_id: str) -> Board:
    board = boards.find(call.session, account, board_id)
    if board is None:
        raise Problem("resource.not_found", resource="board", id=board_id)
    return board
