"""`sapi trigger`: let something happen on a platform of a running mock."""

from typing import Annotated

import typer

from socialapi_tools.failures import USAGE, Failure


def trigger(
    event: Annotated[str, typer.Argument(help="The name of an event, such as comment.received.")],
    override: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="A field of the event's data, as text or JSON; may be repeated.",
        ),
    ] = None,
    account: Annotated[str, typer.Option(help="The id of the account it happens on.")] = "",
    workspace: Annotated[str, typer.Option(help="The name or id of a workspace.")] = "demo",
    url: Annotated[str, typer.Option(help="The address of the mock.")] = "http://127.0.0.1:4010",
) -> None:
    """Let an event happen in a running mock.

    The data change as if it had happened, and the webhooks that subscribe to it are called. Prints the ids of
    what there is now, as JSON.
    """
    import json

    from socialapi_tools import control

    body = {"event": event, "workspace": workspace, "overrides": dict(map(_pair, override or []))}
    found = control.post(url, "trigger", {**body, **({"account_id": account} if account else {})})
    typer.echo(json.dumps(found))


def _pair(given: str) -> tuple[str, object]:
    import json

    name, equals, value = given.partition("=")
    if not equals or not name:
        raise Failure(
            f"--set {given!r} sets nothing",
            hint="Give a field and its value: --set text=Hello.",
            exit_code=USAGE,
        )
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
