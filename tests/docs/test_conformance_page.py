"""What the suite's page shows works as shown."""

import re
import subprocess
from pathlib import Path

from mock_server import ROOT, Mock
from socialapi_conformance import formats

PAGE = (ROOT / "conformance/README.md").read_text(encoding="utf-8")


def test_ones_own_run_of_schemathesis_is_quiet_about_the_mock(fresh_mock: Mock, tmp_path: Path) -> None:
    told = next(block for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) if "schemathesis" in block)
    told = told.replace("sapi token", f"sapi token --url {fresh_mock.url}")
    told = told.replace("http://127.0.0.1:4010", fresh_mock.url).rstrip()
    few = "--phases examples,coverage --include-operation-id list_brands --include-operation-id create_brand"
    done = subprocess.run(
        ["bash", "-euc", f"{told} {few}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Tested: 2" in done.stdout) == (0, True), done.stdout + done.stderr


def test_every_kind_of_report_is_written_as_shown(fresh_mock: Mock, tmp_path: Path) -> None:
    told = next(block for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) if "--report" in block)
    told = told.replace("http://127.0.0.1:4010", fresh_mock.url).rstrip()
    subprocess.run(["bash", "-euc", f"{told} --select brands/create_brand"], cwd=tmp_path, check=True)
    assert all(path.stat().st_size for path in tmp_path.iterdir())
    listed = re.findall(
        r"^\| `(\w+)` \|", PAGE.partition("## Reports")[2].partition("\n## ")[0], re.MULTILINE
    )
    assert set(listed) == {"jsonl", "junit", *formats.names()}
