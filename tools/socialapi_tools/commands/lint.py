"""`sapi lint`: find mistakes in the specification."""

from pathlib import Path
from typing import Annotated

import typer

from socialapi_tools.failures import FINDINGS, USAGE, Failure
from socialapi_tools.report import Format, render


def lint(
    path: Annotated[
        Path, typer.Argument(help="The folder that holds openapi.yaml, or the root document.")
    ] = Path("spec"),
    form: Annotated[Format, typer.Option("--format", help="How to print findings.")] = Format.TEXT,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules, one line each, and exit.")] = False,
    explain: Annotated[
        str, typer.Option("--explain", metavar="RULE", help="Print a rule's page and exit.")
    ] = "",
) -> None:
    """Find mistakes in the specification, with file, line, reason and fix.

    Exits 0 when there are none, 1 when there are some, 2 when there is no such specification, 3 when its
    root cannot be read. Findings can be accepted in lint-waivers.yaml beside the root.
    """
    if rules:
        typer.echo(_list(), nl=False)
    elif explain:
        typer.echo(_page(explain), nl=False)
    else:
        from socialapi_tools.lint.engine import lint as run

        report = run(path)
        typer.echo(render(report, form), nl=False)
        if report.findings:
            typer.echo("`sapi lint --explain RULE` prints the page of a rule.", err=True)
            raise typer.Exit(FINDINGS)


def _list() -> str:
    from socialapi_tools.lint import pages
    from socialapi_tools.lint.rules import names

    width = max(map(len, names()))
    return "".join(f"{name:<{width}}  {pages.summary(name)}\n" for name in names())


def _page(name: str) -> str:
    from socialapi_tools.lint import pages
    from socialapi_tools.lint.rules import names
    from socialapi_tools.lint.suggestions import did_you_mean

    if name not in names():
        hint = did_you_mean(name, names(), "`sapi lint --rules` lists them.")
        raise Failure(f"No such rule: {name}", hint=hint, exit_code=USAGE)
    return pages.page(name)
