"""One request and its answer, as reports show them."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from socialapi_conformance.masking import mask

SHOWN_BYTES = 2000
"""How much of a body a report shows."""

_OF_THE_CLIENT = {"host", "connection", "accept", "accept-encoding", "user-agent", "content-length"}


@dataclass(frozen=True)
class Exchange:
    """A request as it was sent and the response as it came; `status` is None while no response has come."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""
    status: int | None = None
    answer_headers: Mapping[str, str] = field(default_factory=dict)
    answer: bytes = b""

    def curl(self) -> str:
        """Return a shell command that repeats the request, with the token left to `$SAPI_TOKEN`."""
        parts = ["curl", "-sS", "-i", "-X", self.method, shlex.quote(mask(self.url))]
        parts += [
            f"-H {_header(name, value)}" for name, value in self.headers.items() if name not in _OF_THE_CLIENT
        ]
        if self.body:
            parts.append(f"--data-raw {shlex.quote(_readable(self.body))}")
        return " ".join(parts)

    def as_dict(self) -> dict[str, Any]:
        """Return the exchange for a machine-readable report, masked and with bodies cut to `SHOWN_BYTES`."""
        return {
            "method": self.method,
            "url": mask(self.url),
            "request_body": _readable(self.body) or None,
            "status": self.status,
            "response_headers": {name: mask(value) for name, value in self.answer_headers.items()},
            "response_body": _readable(self.answer) or None,
        }


def _header(name: str, value: str) -> str:
    if name.lower() != "authorization":
        return shlex.quote(f"{name}: {mask(value)}")
    scheme, _, token = value.partition(" ")
    return f'"{name}: {scheme} $SAPI_TOKEN"' if token else shlex.quote(f"{name}: {value}")


def _readable(body: bytes) -> str:
    text = mask(body[:SHOWN_BYTES].decode("utf-8", errors="backslashreplace"))
    return text if len(body) <= SHOWN_BYTES else f"{text}… ({len(body)} bytes)"
