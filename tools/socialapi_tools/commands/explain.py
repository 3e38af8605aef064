"""`sapi explain`: print the page of whatever has a name."""

from dataclasses import replace
from typing import Annotated

import typer

from socialapi_tools.explain import Format, names, pages, render
from socialapi_tools.failures import USAGE, Failure


def _completed(incomplete: str) -> list[str]:
    return [name for name in names() if name.startswith(incomplete)]


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A check or the beginning of its id, an error code, an operationId, a lint rule, a scope "
            "or a provider state.",
            show_default=False,
            autocompletion=_completed,
        ),
    ],
    form: Annotated[Format, typer.Option("--format", help="How to print the page.")] = Format.TEXT,
    source: Annotated[bool, typer.Option("--source", help="Add the source text of a check.")] = False,
) -> None:
    """Print what there is to know of a check, an error code, an operation or a lint rule.

    Of a check: the requirement, its place in the contract, how it is tested and what usually breaks it. Exits
    2 when nothing is called ID.
    """
    found = pages(name.strip("/"))
    if not found:
        raise _unknown(name)
    typer.echo(render([page if source else replace(page, source="") for page in found], form), nl=False)


def _unknown(name: str) -> Failure:
    from socialapi_tools.lint.suggestions import did_you_mean

    lists = "`sapi check --list` prints every check, `sapi lint --rules` every rule."
    hint = did_you_mean(name, names(), lists)
    return Failure(f"Nothing to explain is called {name}", hint=hint, exit_code=USAGE)
