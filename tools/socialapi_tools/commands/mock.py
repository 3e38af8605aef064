"""`sapi mock`: the stub server on this machine."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from socialapi_tools.failures import COULD_NOT_RUN, Failure

if TYPE_CHECKING:
    import socket


class Seed(StrEnum):
    """What a new database starts with."""

    DEMO = "demo"
    EMPTY = "empty"


def mock(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 4010,
    database_url: Annotated[
        str,
        typer.Option(
            help="An SQLAlchemy URL such as sqlite:///mock.db; without it the data goes with the server."
        ),
    ] = "",
    media_dir: Annotated[
        str,
        typer.Option(
            help="A folder for uploaded files; without it they lie beside a database that is a file, "
            "and go with the server otherwise."
        ),
    ] = "",
    seed: Annotated[
        Seed, typer.Option(help="What a new database starts with: demo data, or workspaces and tokens only.")
    ] = Seed.DEMO,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes answer requests.")] = 1,
) -> None:
    """Run a stateful mock of the API.

    Prints its URL, its reference page and a ready API key, then one line per request. GET
    /_mock/credentials lists more tokens, POST /_mock/reset brings the data back to the start. Ctrl-C stops
    it.
    """
    listener = _listen(host, port)  # before the heavy imports, so that a taken port is told at once

    from socialapi_stub import seeds, serve, served, sockets
    from socialapi_stub import workers as several
    from socialapi_stub.settings import Settings
    from socialapi_stub.storage import DatabaseUnavailable

    root = sockets.root_of(listener)

    def ready() -> None:
        typer.echo(
            f"SocialAPI mock  {root}\n"
            f"Reference       {root}/docs\n"
            f"API key         {seeds.stable_key('demo', 'api_key')}"
        )
        if served.UNSERVED:
            typer.echo(f"Not served yet  {', '.join(served.UNSERVED)}", err=True)

    settings = Settings(database_url=database_url, media_dir=media_dir, seed=seed.value)
    try:
        if workers == 1:
            serve.run(settings, listener, ready)
        else:
            several.run(seeds.prepared(settings), listener, ready, workers)
    except DatabaseUnavailable as error:
        raise Failure(error.reason, hint=error.hint, exit_code=COULD_NOT_RUN) from error
    except serve.DidNotStart as error:
        hint = "Start with --workers 1 to see why."
        raise Failure(
            "The workers ended before they answered a request", hint=hint, exit_code=COULD_NOT_RUN
        ) from error


def _listen(host: str, port: int) -> "socket.socket":
    import errno

    from socialapi_stub import sockets

    try:
        return sockets.listen(host, port)
    except OSError as error:
        hints = {
            errno.EADDRINUSE: f"Stop what listens there, or take another one: --port {port + 1}.",
            errno.EACCES: "Ports below 1024 need privileges: choose another one with --port.",
        }
        reason = {errno.EADDRINUSE: f"Port {port} is taken"}.get(
            error.errno or 0, f"Cannot listen on {host}:{port}: {error}"
        )
        hint = hints.get(error.errno or 0, "Give --host an address of this machine, such as 127.0.0.1.")
        raise Failure(reason, hint=hint, exit_code=COULD_NOT_RUN) from error
