"""What the stub's page shows works as shown."""

import re
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import fields
from pathlib import Path
from urllib.error import HTTPError

from mock_server import ROOT, Mock
from socialapi_stub.settings import Settings

UNITS = {"KiB": 1024, "MiB": 1024**2, "GiB": 1024**3}
WAITS = ("publish_seconds", "poll_seconds")
Start = Callable[..., AbstractContextManager[Mock]]
PAGE = (ROOT / "stubs/README.md").read_text(encoding="utf-8")


def test_the_fixture_can_be_planted(new_mock: Start, tmp_path: Path) -> None:
    (fixture,) = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)
    (tmp_path / "shop.yaml").write_text(fixture, encoding="utf-8")
    with new_mock("--seed", str(tmp_path / "shop.yaml")) as mock:
        assert mock.tokens("demo")["api_key"]


def status(mock: Mock, method: str, path: str, body: str) -> int:
    """Return the status of an order; one that is shown without its body is asked for its method alone."""
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{mock.url}{path}", body.encode() or None, headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except HTTPError as error:
        return 0 if not body and error.code == 400 else error.code


def test_the_orders_it_shows_are_taken(fresh_mock: Mock) -> None:
    shown = re.findall(r"`(POST|PUT|GET) (/_mock/[\w/?=-]+)(?: (\{.*?\}))?`", PAGE)
    refused = [order for order in shown if status(fresh_mock, *order) >= 400]
    assert (len(shown) > 8, refused) == (True, [])


def bytes_or_seconds(cell: str) -> float:
    """Return the number that a cell such as `64 KiB` or `1,000` begins with, in bytes or seconds."""
    number, _, unit = cell.strip().partition(" ")
    return float(number.replace(",", "")) * UNITS.get(unit, 1)


def test_the_limits_it_lists_are_those_of_the_settings() -> None:
    rows = re.findall(r"^\| `(\w+)`[^|]*\|([^|]+)\|", PAGE.partition("## Limits")[2], flags=re.MULTILINE)
    listed = {name: bytes_or_seconds(cell) for name, cell in rows if hasattr(Settings(), name)}
    known = {one.name: one.default for one in fields(Settings) if re.match("max_|.*_seconds$", one.name)}
    assert listed == {name: value for name, value in known.items() if name not in WAITS}


def test_the_modules_it_names_exist() -> None:
    names = re.findall(r"`([\w/]+(?:\.py|\.yaml|/))`", PAGE.partition("## How it is built")[2])
    inside = ROOT / "stubs/socialapi_stub"
    assert [name for name in names if not (inside / name).exists()] == []
