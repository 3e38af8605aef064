"""Every error an operation lists is provoked by the conformance suite, or waived with a reason."""

import json
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from mock_server import SAPI
from routes import operation_at
from socialapi_conformance.expect import listed_as
from socialapi_conformance.registry import discover
from socialapi_contract.operations import OPERATIONS
from socialapi_stub.serve import running
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LEFT_OUT = {"across/properties"}
"""What random requests provoke changes from run to run."""

WAIVERS = yaml.safe_load(Path(__file__).with_name("waived_errors.yaml").read_text(encoding="utf-8"))
PROMISED = {(operation.operation_id, code) for operation in OPERATIONS.values() for code in operation.errors}


class Recorder:
    """Notes which operation answered which error."""

    def __init__(self, app: ASGIApp, seen: set[tuple[str, str]]) -> None:
        self.app = app
        self.seen = seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def note(message: Message) -> None:
            self.note(scope, message.get("body", b""))
            await send(message)

        await self.app(scope, receive, note if scope["type"] == "http" else send)

    def note(self, scope: Scope, body: bytes) -> None:
        operation = operation_at(scope["method"], scope["path"])
        if operation and body.startswith(b'{"error"'):
            code = json.loads(body)["error"]["code"]
            self.seen.add((operation.operation_id, listed_as(operation, code) or code))


@pytest.fixture
def provoked() -> set[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    groups = sorted({"/".join(check.id.split("/")[:2]) for check in discover()} - LEFT_OUT)
    selected = [option for group in groups for option in ("--select", group)]
    with running(middleware=lambda app: Recorder(app, seen)) as url:
        command = [SAPI, "check", url, "--seed", "1", "-n", "2", *selected]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return seen


def waived(operation: str, code: str) -> list[int]:
    rows = enumerate(WAIVERS)
    return [number for number, row in rows if fnmatch(operation, row["operation"]) and row["code"] == code]


def test_every_listed_error_is_provoked_or_waived_and_every_waiver_is_needed(
    provoked: set[tuple[str, str]],
) -> None:
    missing = PROMISED - provoked
    used = {number for pair in missing for number in waived(*pair)}
    assert sorted(pair for pair in missing if not waived(*pair)) == []
    assert [row for number, row in enumerate(WAIVERS) if number not in used] == []
