"""What a stub server is started with."""

from dataclasses import dataclass
from typing import Literal

Seed = Literal["demo", "empty"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of whoever starts the server.

    `database_url` is an SQLAlchemy URL; without one the data lives in a temporary file that goes with the
    server. `publish_seconds` is how long a delivery takes, so that a post can be seen `publishing`.
    `poll_seconds` is how often due deliveries are looked for. `max_body_bytes` bounds every request body
    but an import's. `allow_http_webhooks` lets webhooks point to plain http and into private networks, as
    they otherwise may to this machine alone.
    """

    database_url: str = ""
    seed: Seed = "demo"
    publish_seconds: float = 0.3
    poll_seconds: float = 0.1
    max_body_bytes: int = 4 * 1024 * 1024
    allow_http_webhooks: bool = False
