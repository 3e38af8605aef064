"""Pinterest: boards of an account, the Pins on them, a profile in numbers."""

from collections.abc import Mapping
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, refused, that
from socialapi_conformance.publishing import Posts, working_account
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_PICTURE = {"source_type": "url", "source": "https://cdn.example.com/beans.jpg", "type": "image"}

_MOST_PINS = 50


@check(MUST, "create_pinterest_board", "list_pinterest_boards", over={"public": None, "secret": "SECRET"})
def makes_a_board(api: Api, privacy: str | None) -> None:
    """A new board has its name and privacy, `PUBLIC` without one, and is listed as it was answered."""
    name = api.word("board")
    answer, board = _made(api, name=name, **({"privacy": privacy} if privacy else {}))
    equal(answer, "the board", (board["name"], board["privacy"]), (name, privacy or "PUBLIC"))
    listed = _call(api, "list_pinterest_boards")
    shown = {each["id"]: each for each in ok(listed, 200)["data"]}
    equal(listed, "the board in the list", shown.get(board["id"]), board)


@check(
    MUST,
    "create_pinterest_board",
    over={"missing": {}, "empty": {"name": ""}, "blank": {"name": " "}, "null": {"name": None}},
)
def needs_a_name(api: Api, body: dict[str, Any]) -> None:
    """A board without a name is refused with 400."""
    refused(_call(api, "create_pinterest_board", body=body), 400)


@check(MUST, "update_pinterest_board", over={"id": "id", "board_id": "board_id"})
def renames_a_board_by_either_id(api: Api, field: str) -> None:
    """A board is found by its id and by Pinterest's; what the body leaves out stays."""
    _, board = _made(api, name=api.word("board"), privacy="SECRET")
    name = api.word("board")
    answer = _call(api, "update_pinterest_board", {"boardId": board[field]}, {"name": name})
    equal(answer, "the board", ok(answer, 200), {**board, "name": name})


@check(MUST, "update_pinterest_board", over={"set": "PUBLIC", "lifted": "PROTECTED"})
def keeps_protection_as_it_is(api: Api, privacy: str) -> None:
    """No board becomes `PROTECTED`, and one that is stays so: both are refused with 400
    validation.field_invalid.
    """
    _, board = _made(api, name=api.word("board"), privacy=privacy)
    change = {"privacy": "SECRET" if privacy == "PROTECTED" else "PROTECTED"}
    answer = _call(api, "update_pinterest_board", {"boardId": board["id"]}, change)
    problem(answer, 400, "validation.field_invalid")
    listed = _call(api, "list_pinterest_boards")
    shown = {each["id"]: each["privacy"] for each in ok(listed, 200)["data"]}
    equal(listed, "the privacy", shown.get(board["id"]), privacy)


@check(MUST, "update_pinterest_board", "delete_pinterest_board", over={"update": True, "delete": False})
def answers_unknown_boards(api: Api, changing: bool) -> None:
    """A board the account does not have is answered with 404 resource.not_found."""
    path = {"boardId": api.unknown_id()}
    if changing:
        answer = _call(api, "update_pinterest_board", path, {"name": api.word("board")})
    else:
        answer = _call(api, "delete_pinterest_board", path)
    problem(answer, 404, "resource.not_found")


@check(MUST, "list_pinterest_pins", "delete_pinterest_board")
def shows_pins_as_long_as_their_board(api: Api) -> None:
    """A published post is a Pin on the board it was published to, and goes with the board."""
    _, board = _made(api, name=api.word("board"))
    pin_id = _pinned(api, board["id"])
    listed = _call(api, "list_pinterest_pins")
    pins = {pin["id"]: pin["board_id"] for pin in ok(listed, 200)["data"]}
    if pin_id not in pins and len(pins) == _MOST_PINS:
        raise NotVerified(f"there are more than {_MOST_PINS} Pins, in whatever order")
    equal(listed, "the board of the Pin", pins.get(pin_id), board["board_id"])
    ok(_call(api, "delete_pinterest_board", {"boardId": board["id"]}), 204)
    left = _call(api, "list_pinterest_pins")
    gone = pin_id not in {pin["id"] for pin in ok(left, 200)["data"]}
    that(left, gone, "the Pin to be gone with its board", "still listed")


@check(MUST, "list_pinterest_pins")
def bounds_the_number_of_pins(api: Api) -> None:
    """`limit` from 1 to 50 bounds the list; beyond it is refused with 400 validation.field_invalid, or drawn
    into bounds.
    """
    for limit in (1, _MOST_PINS, 0, _MOST_PINS + 1):
        answer = _call(api, "list_pinterest_pins", query={"limit": limit})
        longest = min(max(limit, 1), _MOST_PINS)
        if limit != longest and answer.status != 200:
            problem(answer, 400, "validation.field_invalid")
            continue
        that(answer, len(ok(answer, 200)["data"]) <= longest, f"at most {longest} Pins", "more")


@check(MUST, "get_pinterest_summary", "list_accounts")
def names_the_profile(api: Api) -> None:
    """The summary is about the account: it has the account's handle."""
    account = working_account(api.demo, "pinterest")
    answer = _call(api, "get_pinterest_summary")
    equal(answer, "username", ok(answer, 200)["username"], account["username"])


def _call(
    api: Api,
    operation_id: str,
    path: Mapping[str, str] | None = None,
    body: dict[str, Any] | None = None,
    query: Mapping[str, Any] | None = None,
) -> Answer:
    """Call an operation for the Pinterest account of demo."""
    named = {"id": working_account(api.demo, "pinterest")["id"], **(path or {})}
    sent = {} if body is None else {"body": body}
    return api.demo.call(operation_id, path=named, query=query, **sent)


def _made(api: Api, **body: Any) -> tuple[Answer, dict[str, Any]]:
    answer = _call(api, "create_pinterest_board", body=body)
    return answer, ok(answer, 201)


def _pinned(api: Api, board_id: str) -> str:
    """Publish a Pin and return Pinterest's id of it."""
    posts, account = Posts(api), working_account(api.demo, "pinterest")
    target = {"account_id": account["id"], "board_id": board_id, "media": [_PICTURE]}
    post = posts.settled(posts.made(targets=[target], publish_now=True)["id"])
    if post["status"] != "published":
        raise NotVerified(f"the Pin could not be published: {post['targets'][0].get('error')}")
    return str(post["targets"][0]["platform_post_id"])
