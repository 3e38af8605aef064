"""`sapi schemathesis`: what a run of Schemathesis needs to have the checks of the conformance suite."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from socialapi_tools.failures import USAGE, Failure

FILES = ("schemathesis.toml", "openapi.json")


def schemathesis(
    folder: Annotated[Path, typer.Argument(help="Where to write, an existing folder.")] = Path(),
) -> None:
    """Write schemathesis.toml and openapi.json into FOLDER, for your own run of Schemathesis.

    The configuration is made of the contract and names the checks of the conformance suite as its hooks. A
    file of yours is left as it is.
    """
    contract = files("socialapi_contract")
    wanted = {folder / name: contract.joinpath(name).read_text(encoding="utf-8") for name in FILES}
    for path, text in wanted.items():
        if path.exists() and path.read_text(encoding="utf-8") != text:
            hint = "Choose another folder, or move the file and take over from it what you need."
            raise Failure(f"{path} exists and is another file", hint=hint, exit_code=USAGE)
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
        typer.echo(path)
    typer.echo(
        "Next: export SAPI_TOKEN (an API key) and SAPI_DASHBOARD_TOKEN (a dashboard JWT), then", err=True
    )
    typer.echo("  schemathesis run openapi.json --url http://127.0.0.1:4010/v1", err=True)
