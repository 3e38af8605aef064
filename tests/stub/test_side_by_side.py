"""What is asked at the same moment: PostgreSQL lets writes run side by side, and nobody may notice."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from socialapi_contract.plans import PLANS
from stub.callers import Client, brand, web
from stub.world import new_world, order

pytestmark = pytest.mark.every_database
MANY = 8
HOME = "https://example.com/connected"


def at_once(call: Callable[..., Any], *given: list[Any]) -> list[Any]:
    """Return what calls gave that were made at the same time."""
    with ThreadPoolExecutor(MANY) as pool:
        return [*pool.map(call, *given)]


def begun(client: Client, platform: str) -> dict[str, str]:
    """Begin to connect an account."""
    found: dict[str, str] = client.post("/accounts/connect", json={"platform": platform}).json()
    return found


def exchanged(client: Client, platform: str, who: str) -> int:
    """Connect an account in one go and return the status of the answer."""
    body = {"platform": platform, "code": who, "metadata": {"state": begun(client, platform)["state"]}}
    return client.post("/oauth/exchange", json=body).status_code


def chosen(client: Client, place: int) -> int:
    """Connect one page of somebody who has eight to the first brand, and return the status of the answer."""
    body = {"platform": "facebook", "redirect_uri": HOME, "brand_id": brand(client, "Default")}
    begin = client.post("/accounts/connect", json=body).json()
    location = web.get(f"{begin['auth_url']}&account=wanted").headers["Location"]
    (name,) = parse_qs(urlsplit(location).query)["connection_id"]
    page = client.get(f"/accounts/pending/{name}").json()["pages"][place]["platform_page_id"]
    return client.post(f"/accounts/pending/{name}/select", json={"page_ids": [page]}).status_code


@pytest.fixture
def clients(url: str) -> list[Client]:
    """Callers of as many workspaces."""
    return [new_world(url).client for _ in range(MANY)]


def test_a_social_account_is_connected_once(clients: list[Client]) -> None:
    answers = at_once(lambda client: exchanged(client, "threads", "wanted"), clients)
    assert Counter(answers) == {201: 1, 409: MANY - 1}


def test_a_page_is_connected_once(clients: list[Client]) -> None:
    own = [chosen(client, place) for place, client in enumerate(clients[:-1])]
    wanted = at_once(lambda client: chosen(client, MANY - 1), clients[:-1])
    assert ({*own}, Counter(wanted)) == ({201}, {201: 1, 409: MANY - 2})


def test_the_limits_of_a_plan_hold(url: str) -> None:
    client, room = new_world(url, plan="free").client, PLANS["free"].brands - 1
    made = at_once(lambda n: client.post("/brands", json={"name": f"B{n}"}).is_success, [*range(MANY)])
    assert Counter(made) == {True: room, False: MANY - room}


def test_a_consent_counts_once(url: str) -> None:
    address = begun(new_world(url).client, "threads")["auth_url"]
    pages = at_once(lambda _: web.get(f"{address}&account=twice").text, [*range(MANY)])
    assert Counter("is connected" in page for page in pages) == {True: 1, False: MANY - 1}


def test_the_clock_goes_on_by_all_that_was_asked(url: str) -> None:
    at_once(lambda _: order(url, "clock", advance=10), [*range(MANY)])
    ahead = web.get(f"{url}/_mock/clock").json()["ahead"]
    order(url, "clock", reset=True)
    assert ahead == 10 * MANY
