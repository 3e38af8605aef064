"""Sending to webhooks: one signed request, bounded in time and in what is read of the answer."""

import asyncio
import functools
import ssl
import time
from dataclasses import dataclass, field
from typing import Literal

import httpx
from socialapi_contract.events import HEADERS, TIMEOUT_SECONDS

from socialapi_stub import signing, webhook_urls
from socialapi_stub.settings import Settings
from socialapi_stub.webhook_urls import Unreachable

EXCERPT_BYTES = 2048
IN_VAIN = "the endpoint could not be reached"
TOO_LATE = "the endpoint did not answer in time"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A request to make. `kind` tells which headers it has; only events carry their delivery's id."""

    url: str
    secret: str = field(repr=False)
    event: str
    body: str
    kind: Literal["ping", "test", "event"]
    delivery_id: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request; `error_message` is empty if the endpoint took it."""

    status_code: int | None
    response_body: str
    duration_ms: int
    error_message: str

    @property
    def is_taken(self) -> bool:
        """Tell whether the endpoint answered with a 2xx status in time."""
        return not self.error_message


@dataclass(slots=True)
class _Answer:
    """What has arrived so far."""

    status_code: int | None = None
    content: bytes = b""


def send(parcel: Parcel, settings: Settings) -> Outcome:
    """Make a request and return what came of it, within the time an endpoint has; nothing is raised.

    The endpoint may have seen a request whose outcome says that it could not be reached or was too late.
    """
    answer, began = _Answer(), time.monotonic()
    loop = asyncio.new_event_loop()
    try:
        error = loop.run_until_complete(_try(parcel, settings, answer))
    finally:
        loop.close()  # unlike `asyncio.run` it does not wait for a name that is still being looked up
    duration = int((time.monotonic() - began) * 1000)
    # PostgreSQL has no room for the character 0.
    text = answer.content.decode("utf-8", "replace").replace("\0", "\ufffd")
    return Outcome(answer.status_code, text, duration, error)


async def _try(parcel: Parcel, settings: Settings, answer: _Answer) -> str:
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            await _exchange(parcel, settings, answer)
    except Unreachable as reason:
        return str(reason)
    except (TimeoutError, httpx.TimeoutException):
        if answer.status_code is None:
            return TOO_LATE
    except (httpx.HTTPError, httpx.InvalidURL, OSError):
        if answer.status_code is None:
            return IN_VAIN
    taken = answer.status_code is not None and 200 <= answer.status_code < 300
    return "" if taken else f"the endpoint answered {answer.status_code}"


async def _exchange(parcel: Parcel, settings: Settings, answer: _Answer) -> None:
    """Connect to what was looked up, and to nothing else that the name may mean a moment later."""
    places = await webhook_urls.addresses(parcel.url, settings)
    async with httpx.AsyncClient(
        verify=_certificates(), trust_env=False, follow_redirects=False, timeout=TIMEOUT_SECONDS
    ) as client:
        for place in places:
            try:
                await _post(client, place, parcel, answer)
            except httpx.ConnectError:
                if place == places[-1]:
                    raise
            else:
                return


async def _post(client: httpx.AsyncClient, place: str, parcel: Parcel, answer: _Answer) -> None:
    url = httpx.URL(parcel.url)
    request = client.stream(
        "POST",
        url.copy_with(host=place),
        content=parcel.body.encode(),
        headers={**_headers(parcel), "Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )
    async with request as response:
        answer.status_code = response.status_code
        async for chunk in response.aiter_raw():
            answer.content = (answer.content + chunk)[:EXCERPT_BYTES]
            if len(answer.content) == EXCERPT_BYTES:
                return


def _headers(parcel: Parcel) -> dict[str, str]:
    # Receivers compare with their own clock, which the control plane cannot move.
    timestamp = int(time.time())
    values = {
        "X-SocialAPI-Event": parcel.event,
        "X-SocialAPI-Timestamp": str(timestamp),
        "X-SocialAPI-Delivery": parcel.delivery_id,
        **signing.signatures(parcel.secret, parcel.body.encode(), timestamp),
    }
    wanted = {name: values[name] for name, header in HEADERS.items() if parcel.kind in header.sent_with}
    return {
        "Content-Type": "application/json",
        "User-Agent": "socialapi-mock",
        "Accept-Encoding": "identity",
        **wanted,
    }


@functools.cache
def _certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)
