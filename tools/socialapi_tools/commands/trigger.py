"""`sapi trigger`: let something happen on a platform of a running mock."""

from typing import Annotated, Any

import typer

from socialapi_tools.failures import USAGE, Failure

SHOW = "Give a field and its value: --set content.text=Hello."


def trigger(
    event: Annotated[str, typer.Argument(help="The name of an event, such as comment.received.")],
    override: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="A field of the event's data, such as content.text=Hello; may be repeated.",
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

    body = {"event": event, "workspace": workspace, "overrides": _nested(override or [])}
    found = control.post(url, "trigger", {**body, **({"account_id": account} if account else {})})
    typer.echo(json.dumps(found))


def _nested(given: list[str]) -> dict[str, Any]:
    """Return `content.text=Hello` as an object in an object."""
    overrides: dict[str, Any] = {}
    for one in given:
        path, value = _pair(one)
        *outer, last = path.split(".")
        place = overrides
        for name in outer:
            place = place.setdefault(name, {})
            if not isinstance(place, dict):
                raise Failure(f"--set {one!r} sets a part of what has none", hint=SHOW, exit_code=USAGE)
        place[last] = value
    return overrides


def _pair(given: str) -> tuple[str, Any]:
    import json

    path, equals, value = given.partition("=")
    if not equals or not all(path.split(".")):
        raise Failure(f"--set {given!r} sets nothing", hint=SHOW, exit_code=USAGE)
    try:
        return path, json.loads(value)
    except ValueError:
        return path, value
