"""The README's session runs as it is printed."""

import re
import subprocess
from pathlib import Path

import pytest
from mock_server import ROOT, Mock

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


@pytest.fixture
def session(fresh_mock: Mock) -> str:
    return next(block for block in blocks("sh") if "curl" in block).replace(
        "http://127.0.0.1:4010", fresh_mock.url
    )


def test_curl_session_lists_creates_and_refuses(session: str) -> None:
    printed = subprocess.run(["bash", "-euc", session], capture_output=True, text=True, check=True).stdout
    assert '"has_more"' in printed
    assert '"A first draft"' in printed
    assert '"post.not_found"' in printed


def test_the_second_session_triggers_moves_the_clock_and_logs_in(fresh_mock: Mock) -> None:
    told = next(block for block in blocks("sh") if "sapi trigger" in block)
    for command in ("sapi trigger comment.received", "sapi token"):
        told = told.replace(command, f"{command} --url {fresh_mock.url}")
    told = told.replace("http://127.0.0.1:4010", fresh_mock.url)
    printed = subprocess.run(["bash", "-euc", told], capture_output=True, text=True, check=True).stdout
    assert '"comment_id"' in printed
    assert '"ahead":' in printed
    assert '"email":"demo@example.com"' in printed


def test_the_server_is_judged_and_a_code_explained(fresh_mock: Mock, tmp_path: Path) -> None:
    told = next(block for block in blocks("sh") if "sapi explain" in block)
    told = told.replace("http://127.0.0.1:4010 -n 2", f"{fresh_mock.url} --profile smoke")
    done = subprocess.run(["bash", "-euc", told], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, " 0 fail" in done.stdout, "Post not found" in done.stdout) == (0, True, True)
    assert "<html" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_client_session_prints_accounts_and_a_draft(
    fresh_mock: Mock, capsys: pytest.CaptureFixture[str]
) -> None:
    source = blocks("python")[0].replace("http://127.0.0.1:4010", fresh_mock.url)
    exec(source, {"KEY": fresh_mock.tokens()["api_key"]})
    assert capsys.readouterr().out.endswith("draft\n")


def test_every_link_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
