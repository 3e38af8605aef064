"""What a stub server is started with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of whoever starts the server.

    `database_url` is the URL of an SQLite file or of a PostgreSQL database; without one the data live in a
    temporary file that goes with the server. `seed` is what a new database starts with: `demo`, `empty`, or a
    fixture as JSON. `publish_seconds` is how long a delivery takes, so that a post can be seen `publishing`.
    `poll_seconds` is how often due work is looked for while things change.

    `max_body_bytes` bounds every request body but a form's, whose files the contract bounds;
    `max_upload_bytes` bounds what an upload address takes. `media_dir` is the folder for media files, by
    default one beside the database. `allow_http_webhooks` lets webhooks point to plain http and into private
    networks, as they otherwise may to this machine alone.

    `max_connections` are open at a time, in each process; who comes then is answered 503. A request has
    `header_seconds` for its head and at most `max_header_bytes` and `max_query_parameters` in it. Its body
    has `body_seconds`, and another one for every `min_bytes_per_second` that have come. An answer of which
    nothing is taken for `answer_seconds` is given up; a connection without a request is closed after
    `keep_alive_seconds`.

    `latency_ms` are the mean and the spread of a wait before every answer, `error_rate` is the share of
    requests that fail as if the server did. `cors_origins` are the sites whose pages may call, beside those
    of this machine; `*` is every site. `log_format` is `text` or `json`.
    """

    database_url: str = ""
    seed: str = "demo"
    publish_seconds: float = 0.3
    poll_seconds: float = 0.1
    max_body_bytes: int = 4 * 1024 * 1024
    latency_ms: tuple[float, float] = (0, 0)
    error_rate: float = 0
    cors_origins: tuple[str, ...] = ()
    log_format: str = "text"
    allow_http_webhooks: bool = False
    max_upload_bytes: int = 2 * 1024**3
    media_dir: str = ""
    max_connections: int = 512
    max_header_bytes: int = 64 * 1024
    max_query_parameters: int = 1000
    header_seconds: float = 10
    body_seconds: float = 20
    min_bytes_per_second: int = 500
    answer_seconds: float = 30
    keep_alive_seconds: float = 5
