"""Connections on which an answer has to be there in time as a whole, however slowly its bytes come."""

from __future__ import annotations

import functools
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx


def transport(keepalive_seconds: float) -> httpx.HTTPTransport:
    """Return httpx's own transport, on connections on which the read timeout is that of the whole answer.

    A connection is not used again once it was idle for `keepalive_seconds`.
    """
    made = httpx.HTTPTransport(trust_env=False, verify=_authorities())
    made._pool = httpcore.ConnectionPool(  # noqa: SLF001 - httpx has no other way to a network backend
        ssl_context=_authorities(),
        max_connections=100,
        max_keepalive_connections=20,
        keepalive_expiry=keepalive_seconds,
        network_backend=_Network(),
    )
    return made


@functools.cache
def _authorities() -> ssl.SSLContext:
    """Return whose certificates are trusted; reading them takes longer than many requests."""
    return httpx.create_ssl_context(trust_env=False)


class _Network(httpcore.SyncBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect as httpcore does."""
        return _Stream(super().connect_tcp(host, port, timeout, local_address, socket_options))


class _Stream(httpcore.NetworkStream):
    """Counts the time of an answer from the first read after the last write."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner
        self._deadline: float | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return bytes that have come; raises `httpcore.ReadTimeout` when the whole answer is late."""
        if timeout is None:
            return self._inner.read(max_bytes)
        if self._deadline is None:
            self._deadline = time.monotonic() + timeout
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer does not end")
        return self._inner.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._deadline = None
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Go on encrypted."""
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks about the connection."""
        return self._inner.get_extra_info(info)
