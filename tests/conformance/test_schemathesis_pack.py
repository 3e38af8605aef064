"""Somebody's own run of Schemathesis has the checks of the suite: silent on a sound server, loud on a broken
one.
"""

import json
import os
import re
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from faults.faulty import Reply, replies, serving
from mock_server import SAPI

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
CHECKS = {
    *("error_catalogue", "error_message", "request_id", "success_format", "valid_requests", "pagination"),
}
OPERATIONS = ("list_brands", "create_brand", "list_media", "redeem_invite")
QUICK = ("--phases", "examples,coverage", "--seed", "1", "--no-color")


@dataclass(frozen=True)
class Run:
    """What Schemathesis printed, how it ended, and the checks that failed."""

    code: int
    printed: str
    failed: set[str]


def run(url: str, folder: Path, **environment: str) -> Run:
    """Run Schemathesis on some operations of a server, in a fresh folder, as the suite's page says."""
    subprocess.run([SAPI, "schemathesis"], cwd=folder, check=True, capture_output=True)
    chosen = [f"--include-operation-id={name}" for name in OPERATIONS]
    report = ("--report-ndjson-path", "report.ndjson")
    command = [SCHEMATHESIS, "run", "openapi.json", "--url", f"{url}/v1", *QUICK, *report, *chosen]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    told = (folder / "report.ndjson").read_text(encoding="utf-8")
    return Run(
        done.returncode, done.stdout, set(re.findall(r'"name": ?"(\w+)", ?"status": ?"failure"', told))
    )


def tokens(url: str) -> dict[str, str]:
    with urllib.request.urlopen(f"{url}/_mock/credentials") as answer:
        found = json.load(answer)["workspaces"]["demo"]["tokens"]
    return {"SAPI_TOKEN": found["api_key"], "SAPI_DASHBOARD_TOKEN": found["dashboard_jwt"]}


def break_everything(reply: Reply) -> None:
    """Refuse what is valid, and answer with a wrong request id, code, time and page."""
    reply.headers["x-request-id"] = "none"
    if reply.method == "POST" and reply.status == 201:
        reply.status, reply.json = 400, {"error": {"code": "validation.body_invalid", "message": "no"}}
    elif reply.code:
        reply.json = {"error": {"code": "brand.lost", "message": "KeyError"}, "request_id": "none"}
    elif reply.method == "GET":
        body = reply.json
        reply.json = {**body, "data": [{**each, "created_at": "now"} for each in body["data"] * 200]}


def test_a_sound_server_raises_no_alarm(tmp_path: Path) -> None:
    with serving() as url:
        done = run(url, tmp_path, **tokens(url))
    assert (done.code, done.failed) == (0, set()), done.printed


def test_a_broken_server_fails_every_check_of_the_pack(tmp_path: Path) -> None:
    with serving(replies(break_everything)) as url:
        done = run(url, tmp_path, **tokens(url))
    assert (done.code, CHECKS - done.failed) == (1, set()), done.printed


def test_a_missing_token_is_asked_for(tmp_path: Path) -> None:
    with serving() as url:
        done = run(url, tmp_path)
    assert "SAPI_TOKEN is not set: export an API key with full access" in done.printed
