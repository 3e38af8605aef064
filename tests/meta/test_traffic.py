"""What the mock answers is judged by a second validator, openapi-core, that knows nothing of ours."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from mock_server import Mock
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from socialapi_contract import bundle

HOST = "https://api.social-api.ai"
JSON = "application/json"


@pytest.fixture(scope="module")
def contract() -> OpenAPI:
    return OpenAPI.from_dict(bundle())


@pytest.fixture
def call(mock: Mock, contract: OpenAPI) -> Callable[..., httpx.Response]:
    """Send a request to the mock and hold both sides of it against the contract."""

    def send(method: str, path: str, **body: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {mock.tokens()['api_key']}"}
        answer = httpx.request(method, mock.url + path, headers=headers, **body)
        sent = answer.request
        request = MockRequest(
            HOST,
            method,
            sent.url.path,
            args=dict(sent.url.params),
            headers=headers,
            data=sent.content or None,
            content_type=JSON,
        )
        contract.validate_request(request)
        response = MockResponse(answer.content, answer.status_code, dict(answer.headers), JSON)
        contract.validate_response(request, response)
        return answer

    return send


@pytest.mark.parametrize(
    "path",
    [
        "/v1/accounts",
        "/v1/brands",
        "/v1/keys",
        "/v1/keys/scopes",
        "/v1/posts?limit=100",
        "/v1/posts?status=published&sort=created_desc&limit=3",
        "/v1/posts/validate",
        "/v1/usage",
        "/v1/users/me",
    ],
)
def test_lists_are_as_documented(call: Callable[..., httpx.Response], path: str) -> None:
    assert call("GET", path).status_code == 200


def test_a_post_is_as_documented_from_draft_to_deletion(call: Callable[..., httpx.Response]) -> None:
    post = call("POST", "/v1/posts", json={"text": "Seen by a second pair of eyes"}).json()
    assert call("PATCH", f"/v1/posts/{post['id']}", json={"text": "Edited"}).status_code == 200
    assert call("DELETE", f"/v1/posts/{post['id']}").json()["deleted"] is True
    assert call("GET", f"/v1/posts/{post['id']}").status_code == 404


def test_a_refusal_is_as_documented(call: Callable[..., httpx.Response]) -> None:
    assert call("GET", "/v1/accounts/nope/limits").json()["error"]["code"] == "account.not_found"
