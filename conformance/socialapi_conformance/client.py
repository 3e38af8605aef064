"""HTTP as the suite speaks it: one origin, no redirects, no cookies, every exchange recorded, every wait
bounded.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import httpx

from socialapi_conformance import deadlines
from socialapi_conformance.exchange import Exchange
from socialapi_conformance.limits import Limits
from socialapi_conformance.verdicts import Broken, Gone, Violation

DEFAULT_TIMEOUT = 10.0
"""Seconds within which an answer has to be there, to its last byte."""

LARGEST_ANSWER = 32 * 1024 * 1024
"""Bytes; a longer answer is not read to its end."""

_FAILURES_BEFORE_DOUBT = 3
_IDLE_SECONDS = (
    2.0  # below every server's own limit, so that a connection is never reused while it is being closed
)


@dataclass(frozen=True)
class File:
    """A file to send: its name, its bytes and its media type."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


class Answer:
    """A response as checks see it."""

    def __init__(self, exchange: Exchange, operation_id: str | None = None) -> None:
        self.exchange = exchange
        self.operation_id = operation_id
        self.status: int = exchange.status or 0
        self.headers = exchange.answer_headers

    @property
    def content(self) -> bytes:
        """The body as it came."""
        return self.exchange.answer

    def json(self) -> Any:
        """Return the decoded body; raises `Violation` when it is not JSON."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            raise Violation("a JSON body", self.summary(), self.exchange) from None

    def code(self) -> str | None:
        """Return `error.code` if the body is an error envelope, else None."""
        try:
            code = json.loads(self.content)["error"]["code"]
        except (ValueError, RecursionError, KeyError, TypeError):
            return None
        return code if isinstance(code, str) else None

    def summary(self) -> str:
        """Return status and, of an error, its code: `404 post.not_found`."""
        if code := self.code():
            return f"{self.status} {code}"
        kind = self.headers.get("content-type", "no content type") if self.content else "no body"
        return f"{self.status} ({kind})"


class Client:
    """Sends requests to `origin`, the server's root, and keeps the exchanges of the running check.

    `gone` says that the server is plainly dead, once it is; nothing is sent to it any more.
    """

    def __init__(self, origin: str, timeout: float = DEFAULT_TIMEOUT, limits: Limits | None = None) -> None:
        self.origin = origin.rstrip("/")
        self.timeout = timeout
        self.limits = limits or Limits()
        self.exchanges: list[Exchange] = []
        self.before_closing: list[Callable[[], None]] = []
        self.gone = ""
        self._failures = 0
        self._recording = threading.Lock()
        self._http = httpx.Client(
            timeout=timeout,
            follow_redirects=False,
            trust_env=False,
            transport=deadlines.transport(_IDLE_SECONDS),
            headers={
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "User-Agent": "socialapi-conformance",
            },
        )

    @property
    def api(self) -> str:
        """The URL that nearly every path of the contract is appended to."""
        return self.base()

    def base(self, *, at_root: bool = False) -> str:
        """Return the URL that a path of the contract is appended to: of the host for one at its root."""
        return self.origin if at_root else f"{self.origin}/v1"

    def send(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
        query: Mapping[str, Any] | None = None,
        operation_id: str | None = None,
        **body: Any,
    ) -> Answer:
        """Send one request to `path` under `/v1`, or to a whole URL, and return the answer.

        `body` is one of httpx's own keywords: `json`, `content`, `files`. Raises `Broken` when no answer
        comes.
        """
        params = {name: _query_value(value) for name, value in (query or {}).items()}
        url = path if "://" in path else self.api + path
        request = self._http.build_request(method, url, headers=headers, params=params, **body)
        return Answer(self.exchange(request, operation_id), operation_id)

    def exchange(self, request: httpx.Request, operation_id: str | None = None) -> Exchange:
        """Send `request` as it is and record it; raises `Broken` when no answer comes or the origin is not
        the target, `NotVerified` for what the limits of the run forbid.
        """
        self._guard(request)
        return self._recorded(request, operation_id)

    def _recorded(self, request: httpx.Request, operation_id: str | None = None) -> Exchange:
        if self.gone:
            raise Gone(self.gone)
        self.limits.allow(request.method, operation_id)
        sent = Exchange(request.method, str(request.url), dict(request.headers), request.read())
        with self._recording:
            place = len(self.exchanges)
            self.exchanges.append(sent)
        try:
            done = self._receive(request, sent)
        except httpx.HTTPError as error:
            self._note_failure(request)
            raise Broken(f"{request.method} {request.url}: {_reason(error)}") from error
        self._failures = 0
        self.exchanges[place] = done
        return done

    def _note_failure(self, request: httpx.Request) -> None:
        """Count requests in a row that were left without an answer; find out whether the server is gone."""
        if not self._is_ours(request):
            return
        self._failures += 1
        if self._failures >= _FAILURES_BEFORE_DOUBT and not self._answers_at_all():
            self.gone = f"{self.origin} is gone: it left {self._failures} requests in a row without an answer"

    def _answers_at_all(self) -> bool:
        plain = self._http.build_request("GET", self.origin)
        try:
            self._receive(plain, Exchange("GET", self.origin, {}))
        except httpx.HTTPError:
            return False
        self._failures = 0
        return True

    def get(self, url: str) -> Answer:
        """Return the answer to a plain GET of `url`, which must be on the client's origin; no token is
        sent.
        """
        return Answer(self.exchange(self._http.build_request("GET", url)))

    def visit(self, answer: Answer, url: str, method: str = "GET", file: File | None = None) -> Answer:
        """Send a request to an address that `answer` hands out, wherever that is, and return its answer.

        No token is sent; `file` is what to send instead of nothing. Raises `Violation` for an address that
        is no URL, and `ValueError` for one that is not in `answer`.
        """
        if url not in _texts(answer.json()):
            raise ValueError("the answer does not hand out this address")
        headers = {"Content-Type": file.media_type} if file else {}
        content = file.content if file else None
        try:
            request = self._http.build_request(method, url, headers=headers, content=content)
        except httpx.InvalidURL:
            raise Violation("a URL", url, answer.exchange) from None
        if request.url.scheme not in ("http", "https"):
            raise Violation("an http(s) URL", url, answer.exchange)
        return Answer(self._recorded(request))

    def close(self) -> None:
        """Do what is to be done `before_closing`, and close the connections."""
        while self.before_closing:
            self.before_closing.pop()()
        self._http.close()

    def _guard(self, request: httpx.Request) -> None:
        if not self._is_ours(request):
            wanted, asked = urlsplit(self.origin).netloc, urlsplit(str(request.url)).netloc
            raise Broken(f"refused to send a request to {asked}: the target is {wanted}")

    def _is_ours(self, request: httpx.Request) -> bool:
        wanted, asked = urlsplit(self.origin), urlsplit(str(request.url))
        return (wanted.scheme, wanted.netloc.lower()) == (asked.scheme, asked.netloc.lower())

    def _receive(self, request: httpx.Request, sent: Exchange) -> Exchange:
        response = self._http.send(request, stream=True)
        self._http.cookies.clear()
        try:
            body = self._read(response)
        finally:
            response.close()
        return replace(sent, status=response.status_code, answer_headers=_headers(response), answer=body)

    def _read(self, response: httpx.Response) -> bytes:
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > LARGEST_ANSWER:
                raise httpx.ReadError(f"more than {LARGEST_ANSWER} bytes", request=response.request)
        return bytes(body)


def _texts(node: Any) -> Iterator[str]:
    """Yield every text in a JSON value."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for item in node.values() if isinstance(node, dict) else node:
            yield from _texts(item)


def fetch(url: str, timeout: float, *, posting: Any = None) -> Answer:
    """Return the answer to a plain GET of `url`, wherever it is, or to a POST of the JSON value `posting`.

    Raises `Broken` when none comes.
    """
    parts = urlsplit(url)
    client = Client(f"{parts.scheme}://{parts.netloc}", timeout)
    try:
        return client.get(url) if posting is None else client.send("POST", url, json=posting)
    except (httpx.InvalidURL, ValueError) as error:
        raise Broken(f"{url} is not a URL: {error}") from None
    finally:
        client.close()


def _headers(response: httpx.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}


def _query_value(value: Any) -> str:
    """Write booleans in lower case and lists joined by commas, as every client of the API does."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return ",".join(map(_query_value, value))
    return str(value)


def _reason(error: httpx.HTTPError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    return f"connection failed ({str(error) or type(error).__name__})"
