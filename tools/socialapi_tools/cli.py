"""`sapi`: find the command, run it, and turn every way to end into lines for people and an exit code.

0 clean, 1 findings or violations, 2 wrong usage, 3 could not run; 130 after Ctrl-C, 141 after a closed pipe.
"""

import contextlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from socialapi_tools import commands
from socialapi_tools.failures import COULD_NOT_RUN, USAGE, Failure

INTERRUPTED = 130
PIPE_CLOSED = 141
COMPLETION = "_SAPI_COMPLETE"
"""The environment variable that tells that a shell wants to complete a line; its name is Typer's."""

# Some versions of Typer carry their own click, others import it; in both this is click's UsageError.
UsageError: Any = typer.BadParameter.__mro__[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, `sys.argv` by default, and return the exit code."""
    _print_any_text()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        code = _pipe_closed()
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Failure as failure:
        code = _say(failure.message, failure.hint, failure.exit_code)
    except UsageError as error:
        code = _say(error.format_message(), f"See `{_help_command(error)}`.", USAGE)
    except Exception as error:
        code = _internal_error(error)
    return code


def _run(arguments: list[str]) -> int:
    group: Any = typer.main.get_command(app)
    if COMPLETION in os.environ:
        return _complete(group)
    try:
        with group.make_context("sapi", arguments) as context:
            group.invoke(context)
    except typer.Exit as ending:
        return ending.exit_code
    return 0


def _complete(group: Any) -> int:
    """Answer a shell that asks how a line may go on; one with a command that there is not goes on nowhere."""
    with contextlib.suppress(Failure):
        group.main(prog_name="sapi", complete_var=COMPLETION)
    return 0


class Commands(typer.core.TyperGroup):
    """The modules of `socialapi_tools.commands`; each is imported when its command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 # click's signature
        """Return the names of all commands."""
        return sorted(found.name for found in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return one command. Raises `Failure` with the closest name when there is none."""
        if cmd_name.startswith("-"):
            return None
        if cmd_name not in (names := self.list_commands(ctx)):
            close = get_close_matches(cmd_name, names, n=1)
            hint = f"Did you mean `sapi {close[0]}`?" if close else f"Commands: {', '.join(names)}."
            raise Failure(f"No such command: {cmd_name}", hint=hint, exit_code=USAGE)
        function = getattr(import_module(f"{commands.__name__}.{cmd_name}"), cmd_name)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, short_help=(function.__doc__ or "").partition("\n")[0])(function)
        return typer.main.get_command(single)


app = typer.Typer(cls=Commands, rich_markup_mode=None)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"sapi {version('socialapi-contract')}")
        except PackageNotFoundError:
            hint = "Install the project: `pip install .`"
            raise Failure("socialapi-contract is not installed, so it has no version", hint=hint) from None
        raise typer.Exit


@app.callback(invoke_without_command=True)
def sapi(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """The SocialAPI contract at work: mock it, judge an implementation by it, keep it consistent."""
    del version
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _help_command(error: Any) -> str:
    path = error.ctx.command_path if error.ctx else "sapi"
    return f"{path} --help"


def _say(message: str, hint: str, code: int) -> int:
    print(f"error: {message}", file=sys.stderr)
    if hint:
        print(f"hint: {hint}", file=sys.stderr)
    return code


def _internal_error(error: Exception) -> int:
    if os.environ.get("SAPI_DEBUG") == "1":
        traceback.print_exception(error)
    message = f"Internal error, please report it with the command line: {type(error).__name__}"
    return _say(message, "Run it again with SAPI_DEBUG=1 for the traceback.", COULD_NOT_RUN)


def _pipe_closed() -> int:
    # Python flushes stdout once more at exit and would complain there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _print_any_text() -> None:
    """Let names that the terminal's encoding lacks be printed as escapes rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
