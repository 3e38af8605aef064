"""The suite under plain pytest, and pytest without the suite."""

import re
import subprocess
import sys
from pathlib import Path

from mock_server import Mock
from socialapi_conformance.registry import discover


def pytest_run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    plugin = ["-p", "socialapi_conformance.plugin"]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *plugin, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=cwd, check=False)


def test_plain_pytest_judges_a_server(fresh_mock: Mock, tmp_path: Path) -> None:
    arguments = ["--pyargs", "socialapi_conformance", "--sapi-url", fresh_mock.url, "--sapi-select", "brands"]
    done = pytest_run(*arguments, "-v", "--sapi-seed", "5", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "brands/create_brand/allows_equal_names PASSED" in done.stdout
    assert f"socialapi conformance: {fresh_mock.url} (--sapi-seed 5)" in done.stdout


def test_checks_that_need_a_workspace_to_themselves_share_a_worker(fresh_mock: Mock, tmp_path: Path) -> None:
    arguments = [
        "--pyargs",
        "socialapi_conformance",
        "--sapi-url",
        fresh_mock.url,
        "--sapi-select",
        "usage",
        "-n",
        "2",
    ]
    done = pytest_run(*arguments, "-v", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    ran_on = {check: worker for worker, check in re.findall(r"\[(gw\d)\].*::(\S+)", done.stdout)}
    alone_in_free = [each.id for each in discover() if each.alone_in == "free" and each.id in ran_on]
    assert len(alone_in_free) > 2
    assert len({ran_on[check] for check in alone_in_free}) == 1


def test_without_a_url_the_plugin_does_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_own.py").write_text(
        "import sys\n"
        "def test_own():\n"
        "    heavy = {'httpx', 'schemathesis', 'socialapi_contract', 'socialapi_conformance.suite'}\n"
        "    assert not heavy & set(sys.modules)\n"
    )
    done = pytest_run("-p", "no:schemathesis", "-p", "no:schemathesis.pytest.plugin", cwd=tmp_path)
    assert "1 passed" in done.stdout, done.stdout


def test_without_a_url_the_package_holds_no_tests(tmp_path: Path) -> None:
    done = pytest_run("--pyargs", "socialapi_conformance", cwd=tmp_path)
    assert "no tests ran" in done.stdout


def test_a_wrong_selection_is_an_error_of_usage(fresh_mock: Mock, tmp_path: Path) -> None:
    done = pytest_run("--sapi-url", fresh_mock.url, "--sapi-select", "brand", cwd=tmp_path)
    assert done.returncode == 4
    assert "no check is called or starts with 'brand'" in done.stderr
