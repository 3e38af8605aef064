"""Where webhooks may point to: public https addresses, and this machine for those who develop on it."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import httpx

from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings

Address = IPv4Address | IPv6Address

NOBODY = ("example", "invalid", "example.com", "example.net", "example.org")
"""Names that are reserved for documents (RFC 2606): nobody answers there."""

INTERNAL = ("local", "internal", "home.arpa")


class Unreachable(Exception):
    """Nothing may be sent to the address; the text says why."""


def admitting_http(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a body in which plain http is as good as https, so that `require` decides."""
    properties = schema.get("properties", {}).items()
    open_ones = {
        name: {**rules, "pattern": rules["pattern"].replace("https://", "https?://", 1)}
        for name, rules in properties
        if rules.get("pattern", "").startswith("^https://")
    }
    return {**schema, "properties": {**schema["properties"], **open_ones}} if open_ones else schema


def require(url: str, settings: Settings) -> None:
    """Raise `validation.field_invalid` unless a webhook may have the address.

    Plain http is for this machine, and for any other only with `settings.allow_http_webhooks`.
    """
    host = _host(url)
    if host is None:
        raise Problem("validation.field_invalid", "url: not an address", field="url")
    here = _is_here(host)
    if httpx.URL(url).scheme == "http" and not here and not settings.allow_http_webhooks:
        raise Problem("validation.field_invalid", "url: has to be an https address", field="url")
    literal = _literal(host)
    inside = not _is_public_name(host) if literal is None else not _may_connect(literal, host, settings)
    if inside and not here and not settings.allow_http_webhooks:
        raise Problem("validation.field_invalid", "url: leads into a private network", field="url")


async def addresses(url: str, settings: Settings) -> list[str]:
    """Look the host up and return the addresses to connect to.

    Raises `Unreachable` when there are none, or one of them lies inside a private network.
    """
    host = _host(url)
    if host is None or _lies_in(host, NOBODY):
        raise Unreachable("the name is reserved, so that nobody answers there")
    port = httpx.URL(url).port or 443
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable("the name of the endpoint is not known") from None
    texts = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not all(_may_connect(ip_address(text), host, settings) for text in texts):
        raise Unreachable("the endpoint lies inside a private network")
    return texts


def _host(url: str) -> str | None:
    try:
        parsed = httpx.URL(url)
        host = parsed.raw_host.decode("ascii").rstrip(".").lower()
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return None
    return host if host and parsed.scheme in ("http", "https") and url.isprintable() else None


def _is_here(host: str) -> bool:
    literal = _literal(host)
    return _lies_in(host, ("localhost",)) if literal is None else literal.is_loopback


def _is_public_name(host: str) -> bool:
    return "." in host and not _lies_in(host, INTERNAL) and not host.rpartition(".")[2].isdigit()


def _may_connect(address: Address, host: str, settings: Settings) -> bool:
    """Tell whether an address may be connected to; this machine only under a name that says so."""
    if settings.allow_http_webhooks:
        return True
    mapped = getattr(address, "ipv4_mapped", None) or address
    return _is_here(host) if mapped.is_loopback else mapped.is_global and not mapped.is_multicast


def _lies_in(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None
