"""What the stub's page shows works as shown."""

import re
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.error import HTTPError

from mock_server import ROOT, Mock

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


def test_the_modules_it_names_exist() -> None:
    names = re.findall(r"`([\w/]+(?:\.py|\.yaml|/))`", PAGE.partition("## How it is built")[2])
    inside = ROOT / "stubs/socialapi_stub"
    assert [name for name in names if not (inside / name).exists()] == []
