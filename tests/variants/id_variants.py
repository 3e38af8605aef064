"""Ids in other forms, handed out and taken back."""

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

import pytest
from faults.faulty import Middleware
from socialapi_stub import deliveries, webhook_calls
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from variants.varying import met, variant

UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b")
WITH_PREFIX = re.compile(r"\b(?:acc|wh|cred|pc|sapi_page|sapi_board|sapi_ruri)_[0-9A-Za-z]{12,32}\b")
INTERACTION = re.compile(r"\bsapi_(?:cmt|dm|rev|mnt)_[1-79A-NP-Z]+\b")

LARGEST = 1024 * 1024
"""Characters; what is longer is a file."""

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Rename = Callable[[str], str]

READING = (
    "across/formats/answers_as_documented",
    "across/errors/answers_unknown_ids",
    "across/isolation/hides_objects_of_other_workspaces",
    "across/pagination/walks_every_item_once",
)


class Forms:
    """Another form for every id of one form, and back."""

    def __init__(self, form: re.Pattern[str], other: re.Pattern[str], to: Rename, back: Rename) -> None:
        self.form, self.other, self.to, self.back = form, other, to, back
        self.chosen_by_callers: set[str] = set()

    def inward(self, text: str) -> str:
        """Return what the stub would have been sent; what callers name in the stub's own form is theirs."""
        if len(text) > LARGEST:
            return text
        self.chosen_by_callers |= set(self.form.findall(text))
        return self.other.sub(lambda match: self.back(match[0]), text)

    def outward(self, text: str) -> str:
        """Return what the stub says, with the ids it made in the other form."""
        return self.form.sub(lambda match: self._renamed(match[0]), text)

    def _renamed(self, made: str) -> str:
        if made in self.chosen_by_callers:
            return made
        met()
        return str(self.to(made))


def renaming(patch: pytest.MonkeyPatch, forms: Forms) -> Middleware:
    """Return the middleware that renames every id on its way in and out; webhooks are told the new ones."""
    written, headers = deliveries.text, webhook_calls._headers  # noqa: SLF001 - they name the delivery
    patch.setattr(deliveries, "text", lambda payload: forms.outward(written(payload)))
    patch.setattr(
        webhook_calls,
        "_headers",
        lambda parcel: {name: forms.outward(value) for name, value in headers(parcel).items()},
    )

    def middleware(app: ASGIApp) -> ASGIApp:
        async def renamed(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            path = forms.inward(scope["path"])
            inner = {**scope, "path": path, "raw_path": quote(path).encode()}
            inner["query_string"] = _query(forms, scope["query_string"])
            body = forms.inward((await _body(receive)).decode("latin-1")).encode("latin-1")
            inner["headers"] = _sized(scope["headers"], len(body))
            collected: list[Message] = []

            async def collect(message: Message) -> None:
                collected.append(message)

            await app(inner, _once(body, receive), collect)
            await _send(forms, collected, send)

        return renamed

    return middleware


def _query(forms: Forms, query: bytes) -> bytes:
    parts = [part.partition("=") for part in query.decode("latin-1").split("&")]
    renamed = [(name, sign, forms.inward(unquote(value))) for name, sign, value in parts]
    kept = [
        part if unquote(part[2]) == new[2] else (new[0], new[1], quote(new[2], safe=""))
        for part, new in zip(parts, renamed, strict=True)
    ]
    return "&".join("".join(part) for part in kept).encode("latin-1")


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


def _once(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


def _sized(headers: list[tuple[bytes, bytes]], size: int) -> list[tuple[bytes, bytes]]:
    return [(name, str(size).encode() if name == b"content-length" else value) for name, value in headers]


async def _send(forms: Forms, messages: list[Message], send: Send) -> None:
    start, *rest = messages
    body = b"".join(message.get("body", b"") for message in rest)
    if any(name == b"content-type" and b"json" in value for name, value in start["headers"]):
        body = forms.outward(body.decode()).encode()
    headers = [
        (name, forms.outward(value.decode("latin-1")).encode("latin-1") if name == b"location" else value)
        for name, value in _sized(start["headers"], len(body))
    ]
    await send({**start, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _base32(number: int) -> str:
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def _from_base32(text: str) -> int:
    number = 0
    for symbol in text:
        number = number * 32 + _CROCKFORD.index(symbol)
    return number


def _number(uuid: str) -> int:
    return int(uuid.replace("-", ""), 16)


def _uuid(number: int) -> str:
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


@variant("Ids", tries=READING)
def has_ulids_for_uuids(patch: pytest.MonkeyPatch) -> Middleware:
    """What has a UUID in the stub has a ULID with a prefix, such as `obj_01J9ZC8E3K...`."""
    other = re.compile(r"\bobj_[0-9A-HJKMNP-TV-Z]{26}\b")
    to, back = (lambda one: f"obj_{_base32(_number(one))}"), (lambda one: _uuid(_from_base32(one[4:])))
    return renaming(patch, Forms(UUID, other, to, back))


@variant("Ids", tries=READING)
def has_numbers_for_uuids(patch: pytest.MonkeyPatch) -> Middleware:
    """What has a UUID in the stub has a long number, in quotes as every id."""
    other = re.compile(r"\b77[0-9]{39}\b")
    to, back = (lambda one: f"77{_number(one):039d}"), (lambda one: _uuid(int(one[2:])))
    return renaming(patch, Forms(UUID, other, to, back))


@variant("Ids", tries=READING)
def has_ids_that_have_to_be_encoded(patch: pytest.MonkeyPatch) -> Middleware:
    """What has a UUID in the stub has an id with characters that URLs have to encode."""
    other = re.compile(r"\bobj:[0-9a-f]{32}/\+=")
    to, back = (lambda one: f"obj:{_number(one):032x}/+="), (lambda one: _uuid(int(one[4:-3], 16)))
    return renaming(patch, Forms(UUID, other, to, back))


@variant("Ids", tries=READING)
def has_other_prefixes(patch: pytest.MonkeyPatch) -> Middleware:
    """Accounts, webhooks, pages, boards, logins, connections and redirect URIs have ids without prefixes."""
    other = re.compile(r"\b[0-9a-f]{2}(?:[0-9a-f]{2}){14,41}x\b")
    to, back = (lambda one: f"{one.encode().hex()}x"), (lambda one: bytes.fromhex(one[:-1]).decode())
    return renaming(patch, Forms(WITH_PREFIX, other, to, back))


@variant("`id` of a comment", "Payload of an interaction's id", tries=READING)
def has_longer_interaction_ids(patch: pytest.MonkeyPatch) -> Middleware:
    """The ids of comments, messages, reviews and mentions are longer."""
    other = re.compile(r"\bsapi_(?:cmt|dm|rev|mnt)_[1-79A-NP-Z]+9Z9Z9Z9\b")
    to, back = (lambda one: f"{one}9Z9Z9Z9"), (lambda one: one.removesuffix("9Z9Z9Z9"))
    return renaming(patch, Forms(INTERACTION, other, to, back))
