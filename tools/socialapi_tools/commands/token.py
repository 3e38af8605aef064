"""`sapi token`: a token of a running mock."""

from enum import StrEnum
from typing import Annotated, Any

import typer


class Kind(StrEnum):
    """The kinds of bearer token."""

    KEY = "key"
    DASHBOARD = "dashboard"
    OAUTH = "oauth"


def token(
    kind: Annotated[
        Kind, typer.Option("--as", help="An API key, a dashboard JWT or an OAuth access token.")
    ] = Kind.KEY,
    workspace: Annotated[str, typer.Option(help="The name or id of a workspace.")] = "demo",
    scope: Annotated[
        list[str] | None, typer.Option(help="What a key is restricted to; may be repeated.")
    ] = None,
    brand: Annotated[
        list[str] | None, typer.Option(help="A brand's id that a key is restricted to; may be repeated.")
    ] = None,
    expires_in: Annotated[
        int | None, typer.Option(metavar="SECONDS", help="How long a JWT is good for; -1 has expired.")
    ] = None,
    url: Annotated[str, typer.Option(help="The address of the mock.")] = "http://127.0.0.1:4010",
) -> None:
    """Print a new token of a running mock.

    A key is good until it is revoked, a JWT for an hour unless --expires-in says otherwise.
    """
    from socialapi_tools import control

    wanted: dict[str, Any] = {"scopes": scope, "brand_ids": brand, "expires_in": expires_in}
    given = {name: value for name, value in wanted.items() if value is not None}
    typer.echo(control.post(url, "tokens", {"as": kind.value, "workspace": workspace, **given})["token"])
