"""Keys that checks share: made once, removed with the connection."""

import httpx
import pytest
from mock_server import Mock
from socialapi_conformance import target
from socialapi_conformance.api import Api
from socialapi_conformance.client import Client
from socialapi_conformance.lasting_keys import lasting_keys


@pytest.fixture
def api(fresh_mock: Mock) -> Api:
    url = fresh_mock.url
    return Api(target.load(None, url, 5), Client(url), seed=1)


def active(api: Api) -> int:
    headers = {"Authorization": str(api.demo.authorization)}
    keys = httpx.get(f"{api.client.api}/keys", headers=headers).json()["data"]
    return sum(key["is_active"] for key in keys)


def test_keys_with_the_same_scopes_are_made_once(api: Api) -> None:
    before, keys = active(api), lasting_keys(api)
    assert keys.limited_to(["posts:read", "dms:read"]) is keys.limited_to({"dms:read", "posts:read"})
    assert active(api) == before + 1


def test_keys_end_with_the_connection(api: Api) -> None:
    before, keys = active(api), lasting_keys(api)
    assert keys.rotated_away != keys.of_an_empty_brand.caller.authorization
    api.client.close()
    assert active(api) == before
