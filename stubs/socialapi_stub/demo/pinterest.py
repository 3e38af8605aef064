"""The boards of the demo data."""

from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import ids, upstream
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Account
from socialapi_stub.tables.pinterest import Board

BOARDS = (("Latte art", "PUBLIC"), ("Next spring", "SECRET"), ("Regulars", "PROTECTED"))


def plant(cast: Cast) -> None:
    """Add boards to every account that can have some."""
    for accounts in cast.accounts.values():
        for account in accounts:
            if PLATFORMS[account.platform].boards:
                cast.session.add_all(_board(cast, account, age) for age in range(len(BOARDS)))


def first_board(account: Account) -> str | None:
    """Return the id of the first board of an account, None where there are no boards."""
    return _board_id(account, 0) if PLATFORMS[account.platform].boards else None


def _board(cast: Cast, account: Account, number: int) -> Board:
    name, privacy = BOARDS[number]
    board_id = _board_id(account, number)
    return Board(
        id=board_id,
        account_id=account.id,
        platform_board_id=upstream.digits(board_id, 18),
        name=name,
        privacy=privacy,
        created_at=cast.now - timedelta(days=15 - number),
    )


def _board_id(account: Account, number: int) -> str:
    return f"sapi_board_{ids.stable_ulid(account.id, BOARDS[number][0])}"
