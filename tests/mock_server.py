"""The mock server as its users start it: `sapi mock`, a process of its own."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SAPI = shutil.which("sapi") or "sapi"


@dataclass
class Mock:
    """A running `sapi mock`: where it listens and the tokens it hands out."""

    url: str
    process: subprocess.Popen[str]

    def tokens(self, workspace: str = "demo") -> dict[str, str]:
        with urllib.request.urlopen(f"{self.url}/_mock/credentials") as answer:
            found: dict[str, Any] = json.load(answer)
        return dict(found["workspaces"][workspace]["tokens"])

    def keep(self) -> None:
        """Keep the data as they are now; `restore` brings them back, sooner than they could be planted."""
        self._order("PUT", "snapshots/start")

    def restore(self) -> None:
        """Bring the data back that were kept."""
        self._order("POST", "snapshots/start/restore")

    def kill(self) -> None:
        """Kill it with all its processes, which gives none of them time for anything."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _order(self, method: str, path: str) -> None:
        urllib.request.urlopen(urllib.request.Request(f"{self.url}/_mock/{path}", method=method)).close()


@contextlib.contextmanager
def start_mock(
    *options: str,
    command: Sequence[str] = (SAPI,),
    cwd: Path | None = None,
    env: Mapping[str, str] = os.environ,
) -> Iterator[Mock]:
    """Start `sapi mock` on a free port, yield it when it is ready, stop it as Ctrl-C would."""
    with subprocess.Popen(
        [*command, "mock", "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=cwd,
        env={**env, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield Mock(_base_url(process.stdout), process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def _base_url(lines: Iterator[str]) -> str:
    for line in lines:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found.group()
    raise AssertionError("sapi mock ended before it was ready")
