"""`sapi check` as its users run it."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mock_server import SAPI


@dataclass(frozen=True)
class Outcome:
    """How a run ended: exit code, results, talk."""

    code: int
    out: str
    err: str


def sapi_check(*arguments: str, cwd: Path | None = None) -> Outcome:
    done = subprocess.run(
        [SAPI, "check", *arguments], capture_output=True, text=True, timeout=120, cwd=cwd, check=False
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
