"""The shell around the commands: help, wrong usage, every way to end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from socialapi_tools import commands
from socialapi_tools.cli import main

Capture = pytest.CaptureFixture[str]
SPEC = Path(__file__).parents[2] / "spec"
HEAVY = (
    "connexion",
    "schemathesis",
    "sqlalchemy",
    "hypothesis",
    "datamodel_code_generator",
    "socialapi_contract",
)


@pytest.fixture
def explode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a command that raises what it is told to."""
    source = (
        'def explode(what: str) -> None:\n    """Raise."""\n    raise getattr(__import__("builtins"), what)\n'
    )
    (tmp_path / "explode.py").write_text(source)
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, f"{commands.__name__}.explode", raising=False)
    monkeypatch.delenv("SAPI_DEBUG", raising=False)


def sapi(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "socialapi_tools", *arguments]


def test_help_lists_every_command_module(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    modules = {path.stem for path in Path(commands.__path__[0]).glob("[a-z]*.py")}
    listed = capsys.readouterr().out.partition("Commands:")[2]
    assert {line.split()[0] for line in listed.splitlines() if line[:3].strip()} == modules


def test_every_command_has_help() -> None:
    names = [path.stem for path in Path(commands.__path__[0]).glob("[a-z]*.py")]
    assert [main([name, "--help"]) for name in names] == [0] * len(names)


def test_no_command_prints_the_help(capsys: Capture) -> None:
    assert main([]) == 0
    assert "Commands:" in capsys.readouterr().out


def test_the_version_is_that_of_the_distribution(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("importlib.metadata.version", {"socialapi-contract": "1.2.3"}.__getitem__)
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "sapi 1.2.3\n"


def test_an_unknown_command_exits_2_with_the_closest_one(capsys: Capture) -> None:
    assert main(["lnit"]) == 2
    assert capsys.readouterr().err == "error: No such command: lnit\nhint: Did you mean `sapi lint`?\n"


def test_an_unknown_option_exits_2_and_points_at_the_help(capsys: Capture) -> None:
    assert main(["lint", "--formt", "json"]) == 2
    said = capsys.readouterr()
    assert "--format" in said.err
    assert said.err.endswith("hint: See `sapi lint --help`.\n")
    assert said.out == ""


def test_a_surplus_argument_exits_2() -> None:
    assert main(["lint", "spec", "more"]) == 2


@pytest.mark.usefixtures("explode")
def test_an_unexpected_error_exits_3_without_a_traceback(capsys: Capture) -> None:
    assert main(["explode", "ZeroDivisionError"]) == 3
    assert capsys.readouterr().err == (
        "error: Internal error, please report it with the command line: ZeroDivisionError\n"
        "hint: Run it again with SAPI_DEBUG=1 for the traceback.\n"
    )


@pytest.mark.usefixtures("explode")
def test_the_traceback_is_shown_on_request(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("SAPI_DEBUG", "1")
    assert main(["explode", "ZeroDivisionError"]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.usefixtures("explode")
def test_control_c_exits_130_quietly(capsys: Capture) -> None:
    assert main(["explode", "KeyboardInterrupt"]) == 130
    assert capsys.readouterr().err == ""


def test_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen(sapi("lint", "--rules"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_name_that_the_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    result = subprocess.run(
        sapi("lint", str(tmp_path / "spéc")), capture_output=True, env=environment, check=False
    )
    assert result.returncode == 2
    assert b"sp\\xe9c: no such file" in result.stderr


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("sapi expl", ["explain"]),
        ("sapi explain media.in", ["media.in_use"]),
        ("sapi explain keys/revoke_key/stops", ["keys/revoke_key/stops_a_revoked_key"]),
        ("sapi check --select keys/revoke_key/stops", ["keys/revoke_key/stops_a_revoked_key"]),
        ("sapi expalin keys", []),
    ],
)
def test_a_shell_can_complete_commands_and_names(line: str, words: list[str]) -> None:
    asked = {"_SAPI_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    done = subprocess.run(sapi(), env=os.environ | asked, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, words, "")


def test_lint_starts_without_the_libraries_of_the_other_commands() -> None:
    lines = ("import sys", "from socialapi_tools.cli import main", "main(sys.argv[1:])")
    code = "; ".join((*lines, "print(*sys.modules, file=sys.stderr)"))
    command = [sys.executable, "-c", code, "lint", str(SPEC)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split()
    assert not {name.partition(".")[0] for name in loaded} & set(HEAVY)
