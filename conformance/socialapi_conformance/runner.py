"""`sapi check`: the suite under a pytest of its own, whatever the user's pytest is set up to do."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance import baseline, compare, console, formats, outcomes, target
from socialapi_conformance.client import DEFAULT_TIMEOUT, Client
from socialapi_conformance.inputs import InputError
from socialapi_conformance.profiles import Profile, chosen, usual
from socialapi_conformance.registry import Check, Level, UnknownSelectionError, discover, select
from socialapi_conformance.reports import COULD_NOT_RUN, USAGE, Reporter
from socialapi_conformance.verdicts import Broken

CHECKS = Path(__file__).parent / "checks"
_PYTEST_VARIABLES = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")


@dataclass(frozen=True)
class Options:
    """What a run is asked to do; `reports` are pairs of kind (`junit`, `jsonl`, a format) and file."""

    url: str
    target: str | None = None
    select: Sequence[str] = ()
    about: Sequence[str] = ()
    level: Level = Level.SHOULD
    seed: int | None = None
    workers: int = 0
    reports: Sequence[tuple[str, Path]] = ()
    timeout: float = DEFAULT_TIMEOUT
    profile: Profile | None = None
    """None is the profile standard, or deep where a selection says what it is about."""
    read_only: bool = False
    rate: float | None = None
    """Requests per second at most, of all workers together."""
    baseline: Path | None = None
    compare: Path | None = None
    """The JSON Lines report of an earlier run."""


class RunError(Exception):
    """The run cannot start: what is wrong, how to mend it, and the exit code that says so."""

    def __init__(self, message: str, hint: str, exit_code: int) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


def selected(options: Options, seed: int) -> list[Check]:
    """Return the checks a run is about; raises `RunError` when there is none."""
    try:
        found = select(discover(), options.select, options.level, options.about)
    except UnknownSelectionError as error:
        hint = (
            f"did you mean {error.suggestion}?" if error.suggestion else "`sapi check --list` prints every id"
        )
        raise RunError(str(error), hint, USAGE) from None
    if not found:
        raise RunError("the selection holds no check", "drop --level or --about, or widen --select", USAGE)
    return chosen(found, options.profile or usual([*options.select, *options.about]), seed)


def listed(options: Options) -> list[Check]:
    """Return the checks to list: all that there are, or those of a profile."""
    return selected(replace(options, profile=options.profile or Profile.DEEP), options.seed or 0)


def run(options: Options) -> int:
    """Judge the server and return the exit code; raises `RunError` when that is impossible.

    After Ctrl-C what is known so far is printed before `KeyboardInterrupt` is raised.
    """
    seed = random.randrange(1_000_000) if options.seed is None else options.seed  # noqa: S311 - not a secret
    checks = selected(options, seed)
    known, before = _inputs(options)
    _probe(options)
    this = console.Run(options.url, options.target, seed, options.read_only, options.rate)
    print(f"judging {options.url} with {len(checks)} checks (seed {seed})", file=sys.stderr)
    with _opened(options.reports) as jsonl:
        reporter = Reporter(this, checks, jsonl)
        interrupted = _run_pytest(options, seed, reporter)
        reporter.finish()
    _write_reports(
        options,
        formats.Report(
            this, reporter.lines, {check.id: check for check in checks}, reporter.seconds, reporter.exit_code
        ),
    )
    _print_outcome(reporter, checks, this)
    for each in baseline.mended(known, reporter.lines):
        print(f"mended: {each.check} passes; take it out of {options.baseline} ({each.reason})")
    if before is not None:
        print(compare.told(before, reporter.lines))
    if interrupted:
        raise KeyboardInterrupt
    return reporter.exit_code


def _inputs(options: Options) -> tuple[list[baseline.Known], dict[str, str] | None]:
    """Return the known failures, and the verdicts to compare with; raises `RunError` for a bad file."""
    try:
        known = baseline.load(options.baseline) if options.baseline else []
        return known, compare.verdicts(options.compare) if options.compare else None
    except InputError as error:
        raise RunError(error.message, error.hint, USAGE) from None


def _probe(options: Options) -> None:
    """Make sure that an API answers at all, so that a wrong address is one message instead of a thousand
    failures.
    """
    try:
        workspace = target.load(options.target, options.url, options.timeout).workspaces["demo"]
        client = Client(options.url, options.timeout)
        first = next(each for each in OPERATIONS.values() if each.method == "GET" and "{" not in each.path)
        headers = {"Authorization": f"Bearer {workspace.tokens['api_key']}"}
        answer = client.send("GET", first.path, headers=headers)
        client.close()
    except InputError as error:
        raise RunError(error.message, error.hint, COULD_NOT_RUN) from None
    except Broken as error:
        raise RunError(str(error), "is the server running, and is this its root?", COULD_NOT_RUN) from None
    if answer.status == 401:
        message = f"{client.api}{first.path} refuses the target's api_key of demo: {answer.summary()}"
        raise RunError(message, "is the target that of this server, and the key still active?", COULD_NOT_RUN)
    if "html" in answer.headers.get("content-type", ""):
        message = f"{client.api}{first.path} answers HTML, so this is no API ({answer.status})"
        raise RunError(message, "give the server's root; the suite appends /v1 itself", COULD_NOT_RUN)


@contextlib.contextmanager
def _opened(reports: Sequence[tuple[str, Path]]) -> Iterator[IO[str] | None]:
    """Make sure every report can be written before anything runs; yield the JSON Lines file, if one is
    wanted.
    """
    with contextlib.ExitStack() as stack:
        files: dict[str, IO[str]] = {}
        for kind, path in reports:
            try:
                files[kind] = stack.enter_context(path.open("w", encoding="utf-8"))
            except OSError as error:
                message = f"cannot write the report {path}: {error.strerror}"
                raise RunError(message, "the folder must exist", USAGE) from None
        yield files.get("jsonl")


def _run_pytest(options: Options, seed: int, reporter: Reporter) -> bool:
    """Run the checks and return whether somebody interrupted them."""
    import pytest

    with _own_environment():
        code = pytest.main(_arguments(options, seed), plugins=[reporter])
    return code == pytest.ExitCode.INTERRUPTED and not reporter.crashes and not reporter.gone


def _arguments(options: Options, seed: int) -> list[str]:
    arguments = [str(CHECKS), "-c", os.devnull, f"--rootdir={CHECKS}", "--noconftest", "--capture=no"]
    for name in ("terminal", "cacheprovider", "logging", "warnings", "faulthandler", "doctest", "unittest"):
        arguments += ["-p", f"no:{name}"]
    arguments += ["-p", "socialapi_conformance.plugin", "--sapi-url", options.url, "--sapi-seed", str(seed)]
    arguments += ["--sapi-level", options.level, "--sapi-timeout", str(options.timeout)]
    arguments += [part for selection in options.select for part in ("--sapi-select", selection)]
    arguments += [part for name in options.about for part in ("--sapi-about", name)]
    arguments += ["--sapi-target", options.target] if options.target else []
    arguments += ["--sapi-profile", options.profile] if options.profile else []
    arguments += ["--sapi-read-only"] if options.read_only else []
    arguments += ["--sapi-baseline", str(options.baseline.absolute())] if options.baseline else []
    arguments += ["--sapi-rate", str(options.rate)] if options.rate else []
    arguments += [f"--junitxml={path.absolute()}" for kind, path in options.reports if kind == "junit"]
    if options.workers > 1 and importlib.util.find_spec("xdist"):
        arguments += ["-p", "xdist", "-n", str(options.workers)]
    return arguments


@contextlib.contextmanager
def _own_environment() -> Iterator[None]:
    """Keep the plugins and options of the user's own pytest away, in workers as well."""
    kept = dict(os.environ)
    for name in _PYTEST_VARIABLES:
        os.environ.pop(name, None)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def _write_reports(options: Options, report: formats.Report) -> None:
    for kind, path in options.reports:
        if kind in formats.names():
            path.write_text(formats.render(kind, report), encoding="utf-8")


def _print_outcome(reporter: Reporter, checks: Sequence[Check], this: console.Run) -> None:
    families = {check.id: check.family for check in checks}
    unsatisfied = outcomes.failed(reporter.lines)
    if unsatisfied:
        print(console.failures(unsatisfied, families, this), end="\n\n")
    for crash in reporter.crashes:
        print(f"error: {crash}", file=sys.stderr)
    print(console.totals(reporter.lines, reporter.seconds, this))
    missing = len(checks) - len(reporter.lines)
    if reporter.gone:
        print(f"error: {reporter.gone}", file=sys.stderr)
    if missing:
        print(f"error: {missing} checks did not run", file=sys.stderr)
    if unsatisfied:
        print("`sapi explain ID` prints the page of a check.", file=sys.stderr)
