"""Pinterest: boards and what is pinned to them."""

from typing import Any

import pytest
from stub.callers import Client, account, code, field, publish

PICTURE = {"source_type": "url", "source": "https://cdn.example.com/beans.jpg"}


@pytest.fixture
def pinterest(demo: Client) -> str:
    return account(demo, "pinterest")


@pytest.fixture
def board(demo: Client, pinterest: str) -> dict[str, Any]:
    made: dict[str, Any] = demo.post(f"/accounts/{pinterest}/boards", json={"name": "Cups"}).json()
    return made


def pinned(client: Client, pinterest: str, **where: str) -> dict[str, Any]:
    post = publish(client, pinterest, targets=[{"account_id": pinterest, "media": [PICTURE], **where}])
    target: dict[str, Any] = post["targets"][0]
    return target


def pins(client: Client, pinterest: str) -> dict[str, str]:
    found = client.get(f"/platforms/pinterest/accounts/{pinterest}/pins").json()["data"]
    return {pin["id"]: pin["board_id"] for pin in found}


def test_a_board_has_two_ids_and_keeps_its_description_to_itself(board: dict[str, Any]) -> None:
    assert board["id"].startswith("sapi_board_")
    assert board.keys() == {"id", "board_id", "name", "privacy"}


def test_the_demo_has_a_board_of_each_privacy(demo: Client, pinterest: str) -> None:
    listed = demo.get(f"/accounts/{pinterest}/boards").json()["data"]
    assert {one["privacy"] for one in listed} == {"PUBLIC", "SECRET", "PROTECTED"}


@pytest.mark.parametrize("name", ["board_id", "page_id"])
@pytest.mark.parametrize("which", ["id", "board_id"])
def test_a_post_is_pinned_to_its_board_by_either_id_and_either_name(
    demo: Client, pinterest: str, board: dict[str, Any], name: str, which: str
) -> None:
    target = pinned(demo, pinterest, **{name: board[which]})
    assert pins(demo, pinterest)[target["platform_post_id"]] == board["board_id"]


def test_an_unknown_board_is_found_out_by_pinterest(demo: Client, pinterest: str) -> None:
    target = pinned(demo, pinterest, board_id="4711")
    assert (target["status"], target["error"]["code"]) == ("failed", "platform.pinterest.api_error")


def test_pins_go_with_their_board(demo: Client, pinterest: str, board: dict[str, Any]) -> None:
    target = pinned(demo, pinterest, board_id=board["id"])
    demo.delete(f"/accounts/{pinterest}/boards/{board['id']}")
    assert target["platform_post_id"] not in pins(demo, pinterest)


def test_a_protected_board_stays_protected(demo: Client, pinterest: str) -> None:
    listed = demo.get(f"/accounts/{pinterest}/boards").json()["data"]
    protected = next(one for one in listed if one["privacy"] == "PROTECTED")
    answer = demo.patch(f"/accounts/{pinterest}/boards/{protected['id']}", json={"privacy": "PUBLIC"})
    assert (answer.status_code, field(answer)) == (400, "privacy")


def test_boards_are_for_pinterest_alone(demo: Client) -> None:
    answer = demo.get(f"/accounts/{account(demo, 'instagram')}/boards")
    assert (answer.status_code, code(answer)) == (501, "resource.not_supported")


def test_the_summary_counts_boards_and_pins(demo: Client, pinterest: str, board: dict[str, Any]) -> None:
    path = f"/platforms/pinterest/accounts/{pinterest}/summary"
    before = demo.get(path).json()
    pinned(demo, pinterest, board_id=board["id"])
    demo.post(f"/accounts/{pinterest}/boards", json={"name": "Beans"})
    after = demo.get(path).json()
    assert [after[name] - before[name] for name in ("board_count", "pin_count")] == [1, 1]


def test_a_key_for_other_brands_does_not_see_the_boards(as_role: Any, pinterest: str) -> None:
    answer = as_role("demo", "brand_key").get(f"/accounts/{pinterest}/boards")
    assert (answer.status_code, code(answer)) == (404, "account.not_found")
