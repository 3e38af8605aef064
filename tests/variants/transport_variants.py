"""How an answer travels: headers, connections, bodies, time."""

# ruff: noqa: ARG001 - a variant has the signature of every other

import asyncio
import random
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from faults.faulty import Middleware, Reply
from socialapi_stub import deliveries, webhook_calls
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from variants.varying import answers, met, sending, set_up, variant

READING = (
    "across/formats/answers_json",
    "across/errors/numbers_its_answers",
    "across/auth/refuses_missing_header",
)


@variant("Headers of answers", tries=READING)
def spells_headers_differently(patch: pytest.MonkeyPatch) -> Middleware:
    """The names of headers are written in capitals."""

    def spell(message: Message) -> Message:
        if message["type"] == "http.response.start":
            return {**message, "headers": [(name.title(), value) for name, value in message["headers"]]}
        return message

    return sending(spell)


@variant("Headers of answers", tries=READING)
def names_the_charset(patch: pytest.MonkeyPatch) -> Middleware:
    """The media type of JSON has a parameter and capitals."""

    def name(reply: Reply) -> None:
        if reply.headers.get("content-type") == "application/json":
            reply.headers["content-type"] = "Application/JSON; charset=UTF-8"

    return answers(name)


@variant(
    "Headers of answers", tries=("across/errors/keeps_to_its_codes", "usage/create_post/tells_what_is_left")
)
def leaves_out_optional_headers(patch: pytest.MonkeyPatch) -> Middleware:
    """Answers have `Content-Type`, `X-Request-ID` and no other header that the contract does not demand."""
    demanded = (
        "content-type",
        "x-request-id",
        "location",
        "x-posts",
        "x-interactions",
        "x-storage",
        "x-mock",
    )

    def leave_out(reply: Reply) -> None:
        reply.headers = {
            name: value
            for name, value in reply.headers.items()
            if name.lower().startswith(demanded) or (name.lower() == "allow" and reply.status == 405)
        }

    return answers(leave_out)


@variant("Connections", tries=READING)
def closes_every_connection(patch: pytest.MonkeyPatch) -> Middleware:
    """The connection is closed after every answer."""

    def close(message: Message) -> Message:
        if message["type"] == "http.response.start":
            return {**message, "headers": [*message["headers"], (b"connection", b"close")]}
        return message

    return sending(close)


@variant("Connections", tries=(*READING, "webhooks/create_webhook/delivers_events"))
def sends_bodies_in_pieces(patch: pytest.MonkeyPatch) -> Middleware:
    """No body has a length beforehand: answers, and what webhooks are told, come in chunks."""
    stream = httpx.AsyncClient.stream

    async def pieces(content: bytes) -> AsyncIterator[bytes]:
        for start in range(0, len(content), 97):
            yield content[start : start + 97]

    def streamed(self: httpx.AsyncClient, method: str, url: Any, *, content: bytes, **more: Any) -> Any:
        return stream(self, method, url, content=pieces(content), **more)

    patch.setattr(httpx.AsyncClient, "stream", streamed)

    def middleware(app: ASGIApp) -> ASGIApp:
        async def chunked(scope: Scope, receive: Receive, send: Send) -> None:
            async def cut(message: Message) -> None:
                met()
                if message["type"] == "http.response.start":
                    kept = [pair for pair in message["headers"] if pair[0] != b"content-length"]
                    await send({**message, "headers": kept})
                    return
                body = message.get("body", b"")
                for start in range(0, len(body), 97):
                    piece = {
                        "type": "http.response.body",
                        "body": body[start : start + 97],
                        "more_body": True,
                    }
                    await send(piece)
                await send({"type": "http.response.body", "more_body": message.get("more_body", False)})

            await app(scope, receive, cut if scope["type"] == "http" else send)

        return chunked

    return middleware


@variant("Time", tries=READING)
def takes_its_time(patch: pytest.MonkeyPatch) -> Middleware:
    """Every answer takes between 100 and 300 ms."""
    set_up(patch, latency_ms=(200, 100))
    return answers(lambda _reply: met())


@variant(
    "Time",
    "When the result is known",
    tries=("posts/publish_post/publishes_a_draft", "posts/create_post/publishes_now"),
)
def publishes_slowly(patch: pytest.MonkeyPatch) -> None:
    """A delivery takes two seconds, and work that is due waits for a while."""
    set_up(patch, publish_seconds=2.0, poll_seconds=0.3)
    met()


@variant("Time", "Delays", tries=("webhooks/create_webhook/delivers_events",))
def tells_webhooks_later(patch: pytest.MonkeyPatch) -> None:
    """A webhook is told a second after the event, and in no particular order."""
    original = webhook_calls._try  # noqa: SLF001 - what is done within the time an endpoint has

    async def late(parcel: Any, *rest: Any) -> Any:
        if parcel.kind == "event":
            met()
            await asyncio.sleep(random.uniform(0.3, 1.0))  # noqa: S311 - a wait
        return await original(parcel, *rest)

    patch.setattr(webhook_calls, "_try", late)


@variant("Time of the next attempt", tries=("webhooks/get_webhook_delivery/keeps_to_the_schedule",))
def is_early_and_late_by_turns(patch: pytest.MonkeyPatch) -> None:
    """The delays between attempts are a third shorter or longer than published, by turns."""
    turns = [delay * (0.67 if number % 2 else 1.33) for number, delay in enumerate(deliveries.DELAYS_SECONDS)]
    patch.setattr(deliveries, "DELAYS_SECONDS", tuple(turns))
    met()
