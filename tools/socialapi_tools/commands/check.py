"""`sapi check`: judge a server by the contract."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from socialapi_tools.failures import USAGE, Failure


class Binding(StrEnum):
    """Which requirements are judged."""

    MUST = "must"
    SHOULD = "should"


class Scope(StrEnum):
    """How much of the suite is judged."""

    SMOKE = "smoke"
    STANDARD = "standard"
    DEEP = "deep"


def _completed(incomplete: str) -> list[str]:
    from socialapi_tools.explain import suite

    return [name for name in suite.prefixes() if name.startswith(incomplete)]


def check(
    url: Annotated[
        str,
        typer.Argument(
            help="The server's root, such as http://127.0.0.1:4010; with --init the file to write.",
            show_default=False,
        ),
    ] = "",
    target: Annotated[
        str | None,
        typer.Option(help="File or URL that describes workspaces and tokens. Default: URL/_mock/target."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Id of a check, or the beginning of ids. Repeatable.",
            show_default=False,
            autocompletion=_completed,
        ),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(help="Only what is about this resource or operation. Repeatable.", show_default=False),
    ] = None,
    level: Annotated[
        Binding, typer.Option(help="Judge only what the contract demands (must), or all.")
    ] = Binding.SHOULD,
    profile: Annotated[
        Scope | None,
        typer.Option(
            help="smoke: a glance; standard: all about each resource, and some of what holds everywhere;"
            " deep: all. Default: standard, or deep with --select or --about.",
            show_default=False,
        ),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Send nothing that changes data.")] = False,
    rate: Annotated[
        float | None,
        typer.Option(min=0.01, help="Requests per second at most.", show_default=False),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            help="File of failures that are known, with reasons; they fail no run.", show_default=False
        ),
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(help="JSON Lines report of an earlier run: tell what changed.", show_default=False),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Repeat the random choices of an earlier run.")] = None,
    workers: Annotated[int, typer.Option("-n", "--workers", min=0, help="Run in this many processes.")] = 0,
    report: Annotated[
        list[str] | None,
        typer.Option(
            help="Write a report: KIND=FILE, such as jsonl=FILE or html=FILE. Repeatable.", show_default=False
        ),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for an answer.")] = 10.0,
    list_checks: Annotated[bool, typer.Option("--list", help="Print every check and judge nothing.")] = False,
    init: Annotated[
        bool, typer.Option("--init", help="Write a target file to fill in, and judge nothing.")
    ] = False,
) -> None:
    """Judge whether the server at URL keeps the contract.

    Exit codes: 0 it does, 1 it does not, 2 wrong usage, 3 it could not be judged.
    """
    from socialapi_conformance import console, profiles, registry, runner

    if init:
        _begin_target(url)
        return
    options = runner.Options(
        url="" if list_checks else _root(url),
        target=target,
        select=select or [],
        about=about or [],
        level=registry.Level(level),
        seed=seed,
        workers=workers,
        reports=[_report(text) for text in report or []],
        timeout=timeout,
        profile=profiles.Profile(profile) if profile else None,
        read_only=read_only,
        rate=rate,
        baseline=baseline,
        compare=compare,
    )
    try:
        if list_checks:
            typer.echo(console.listing(runner.listed(options)))
            return
        code = runner.run(options)
    except runner.RunError as error:
        raise Failure(error.message, hint=error.hint, exit_code=error.exit_code) from None
    raise typer.Exit(code)


def _begin_target(name: str) -> None:
    from socialapi_conformance import target_file

    if "://" in name:
        hint = f"sapi check --init {target_file.DEFAULT_NAME}"
        raise Failure(f"--init writes a file, and {name} is an address", hint=hint, exit_code=USAGE)
    path = Path(name or target_file.DEFAULT_NAME)
    try:
        target_file.begin(path)
    except FileExistsError:
        hint = "Remove it first, or name another file: sapi check --init FILE"
        raise Failure(f"{path} is there already and stays as it is", hint=hint, exit_code=USAGE) from None
    except OSError as error:
        raise Failure(
            f"Cannot write {path}: {error.strerror}", hint="The folder must exist.", exit_code=USAGE
        ) from None
    typer.echo(f"{path} names one workspace, and the rest switched off. Now")
    typer.echo("  export DEMO_API_KEY=...   # a full-access key of a workspace for tests")
    typer.echo(f"  sapi check https://staging.example.com --target {path}")


def _root(url: str) -> str:
    if not url:
        raise Failure("No server to judge", hint="sapi check http://127.0.0.1:4010", exit_code=USAGE)
    if not url.startswith(("http://", "https://")):
        meant = f"http://{url.rpartition('://')[2]}"
        raise Failure(f"{url} is not an HTTP URL", hint=f"Did you mean {meant}?", exit_code=USAGE)
    return url.rstrip("/")


def _report(text: str) -> tuple[str, Path]:
    from socialapi_conformance import formats

    kind, _, file = text.partition("=")
    kinds = ("jsonl", "junit", *formats.names())
    if kind not in kinds or not file:
        hint = f"Write --report KIND=FILE, where KIND is one of {', '.join(kinds)}."
        raise Failure(f"Unknown report: {text}", hint=hint, exit_code=USAGE)
    return kind, Path(file)
