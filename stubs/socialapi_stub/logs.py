"""What the server says on stderr: one line per request, and whatever else there is."""

import asyncio
import json
import logging
import sys
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import orjson

from socialapi_stub import clock
from socialapi_stub.settings import Settings

GATHER_SECONDS = 0.05
Row = Mapping[str, Any]


class RequestLines:
    """The lines of requests, a moment's written at once: one by one they would take a fifth of the time."""

    def __init__(self, form: Callable[[Row], str]) -> None:
        self._form = form
        self._waiting: list[Row] = []

    def add(self, row: Row) -> None:
        """Write the line of a request within a moment; it is for the thread of the event loop."""
        if not self._waiting:
            asyncio.get_running_loop().call_later(GATHER_SECONDS, self.write)
        self._waiting.append(row)

    def write(self) -> None:
        """Write what waits."""
        rows, self._waiting = self._waiting, []
        sys.stderr.write("".join(map(self._form, rows)))  # line by line it would be written line by line
        sys.stderr.flush()


def to_stderr(settings: Settings) -> RequestLines:
    """Let everything the server has to say go to stderr, and return where the lines of requests go."""
    handler = logging.StreamHandler(sys.stderr)
    text = logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S")
    handler.setFormatter(JsonLines() if settings.log_format == "json" else text)
    log = logging.getLogger("socialapi_stub")
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False
    # It warns about what a caller is told anyway.
    logging.getLogger("python_multipart").setLevel(logging.ERROR)
    return RequestLines(json_line if settings.log_format == "json" else text_line)


class JsonLines(logging.Formatter):
    """One JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        fields: dict[str, Any] = {"level": record.levelname.lower(), "message": record.getMessage()}
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        return json.dumps({"at": clock.text(clock.now()), **fields}, default=str, ensure_ascii=False)


@lru_cache(maxsize=1)
def _time_of_day(second: int) -> str:
    """Return a second of today, which is the same for many lines."""
    return time.strftime("%H:%M:%S", time.localtime(second))


def json_line(row: Row) -> str:
    """Return the line of a request as JSON; its keys are those of `GET /_mock/requests`."""
    line = {**row, "at": clock.text(row["at"]), "level": "info"}
    del line["id"]
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE).decode()


def text_line(row: Row) -> str:
    """Return the line of a request for people."""
    told = f"{row['method']} {row['path']} {row['status']} {row['ms']}ms"
    return f"{_time_of_day(int(time.time()))} {told} {row['operation'] or '-'} {row['request_id']}\n"
