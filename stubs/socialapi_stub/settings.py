"""What a stub server is started with."""

from dataclasses import dataclass
from typing import Literal

Seed = Literal["demo", "empty"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of whoever starts the server.

    `database_url` is an SQLAlchemy URL; without one the data lives in a temporary file that goes with the
    server. `publish_seconds` is how long a delivery takes, so that a post can be seen `publishing`.
    `poll_seconds` is how often due deliveries are looked for. `max_body_bytes` bounds every request body but
    a form's, whose files the contract bounds; `max_upload_bytes` bounds what an upload address takes.
    `media_dir` is the folder for media files, by default one beside the database.
    """

    database_url: str = ""
    seed: Seed = "demo"
    publish_seconds: float = 0.3
    poll_seconds: float = 0.1
    max_body_bytes: int = 4 * 1024 * 1024
    max_upload_bytes: int = 2 * 1024**3
    media_dir: str = ""
