"""One mock server for the folder, and the official client in both its forms."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from client.caller import Caller
from client.casebook import Case
from client.workspace import Workspace
from socialapi import AsyncSocialAPI, SocialAPI
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import NO_CERTIFICATES, caller, web

QUICK = Settings(seed="empty", publish_seconds=0.05, poll_seconds=0.1)
PLATFORMS = (
    "facebook",
    "google",
    "instagram",
    "linkedin",
    "pinterest",
    "threads",
    "tiktok",
    "twitter",
    "youtube",
)
Scene = tuple[Caller, Workspace]


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    with running(QUICK) as root:
        yield root


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as found:
        yield found


@pytest.fixture(scope="session", params=["sync", "async"])
def new_client(request: pytest.FixtureRequest, url: str, runner: asyncio.Runner) -> Iterator[Any]:
    """Makes clients of one form; they never try again by themselves."""
    options = {"base_url": url, "max_retries": 0}
    if request.param == "sync":
        with httpx.Client(verify=NO_CERTIFICATES) as web_client:
            yield lambda key: SocialAPI(api_key=key, http_client=web_client, **options)
    else:
        web_client = httpx.AsyncClient(verify=NO_CERTIFICATES)
        yield lambda key: AsyncSocialAPI(api_key=key, http_client=web_client, **options)
        runner.run(web_client.aclose())


@pytest.fixture(scope="session")
def new_workspace(url: str) -> Iterator[Callable[..., tuple[Workspace, dict[str, str]]]]:
    """Makes workspaces, each with its tokens."""
    opened: list[httpx.Client] = []

    def make(**facts: Any) -> tuple[Workspace, dict[str, str]]:
        made = web.post(f"{url}/_mock/workspaces", json=facts).raise_for_status().json()["workspaces"]
        ((name, found),) = made.items()
        opened.append(caller(url, found["tokens"]["dashboard_jwt"]))
        return Workspace(url, name, opened[-1]), found["tokens"]

    yield make
    for client in opened:
        client.close()


@pytest.fixture(scope="session")
def shared(new_workspace: Any) -> tuple[Workspace, dict[str, str]]:
    """A workspace with accounts on many platforms, in which cases work on what they made themselves."""
    found: tuple[Workspace, dict[str, str]] = new_workspace(accounts=PLATFORMS)
    return found


@pytest.fixture(scope="session")
def strays(url: str) -> Callable[[], set[str]]:
    """Tells what was sent against the contract since it was last asked, however lenient the mock was."""
    seen: set[str] = set()

    def ask() -> set[str]:
        query = {"violations": "true", "status": "2xx"}
        logged = web.get(f"{url}/_mock/requests", params=query).json()["data"]
        latest = [one for one in logged if one["request_id"] not in seen]
        seen.update(one["request_id"] for one in latest)
        return {violation for one in latest for violation in one["violations"]}

    return ask


@pytest.fixture
def scene(case: Case, new_client: Any, shared: Any, new_workspace: Any, runner: asyncio.Runner) -> Scene:
    """A client with what it calls."""
    workspace, tokens = shared if case.facts is None else new_workspace(**case.facts)
    return Caller(new_client(tokens[case.role]), runner), workspace
