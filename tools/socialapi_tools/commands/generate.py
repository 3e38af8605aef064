"""`sapi generate`: write generated/ from spec/, or tell whether it is current."""

from pathlib import Path
from typing import Annotated

import typer

from socialapi_tools.failures import FINDINGS


def generate(
    spec: Annotated[Path, typer.Option(help="The root document.")] = Path("spec/openapi.yaml"),
    out: Annotated[Path, typer.Option(help="The folder to write.")] = Path("generated"),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when a file is stale.")
    ] = False,
) -> None:
    """Write the importable contract and its pages from the specification.

    The bundle must be valid OpenAPI; otherwise nothing is written. With --check the files are compared only.
    """
    from socialapi_tools.generate import files, stale, write

    wanted = files(spec)
    if not check:
        changed = write(wanted, out)
        typer.echo(f"{len(wanted)} files, {len(changed)} changed", err=True)
        return
    if found := stale(wanted, out):
        for path, reason in found:
            typer.echo(f"{path}: {reason}")
        typer.echo("Run `sapi generate` and commit what it writes.", err=True)
        raise typer.Exit(FINDINGS)
    typer.echo(f"{len(wanted)} files are current", err=True)
