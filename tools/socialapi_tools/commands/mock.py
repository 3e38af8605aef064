"""`sapi mock`: the stub server on this machine."""

import gc
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialapi_tools.failures import COULD_NOT_RUN, USAGE, Failure

if TYPE_CHECKING:
    import socket


class LogFormat(StrEnum):
    """How requests are logged."""

    TEXT = "text"
    JSON = "json"


def mock(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 4010,
    database_url: Annotated[
        str,
        typer.Option(
            help="sqlite:///mock.db or postgresql://user:password@host/name; without it the data goes with "
            "the server."
        ),
    ] = "",
    media_dir: Annotated[
        str,
        typer.Option(
            help="A folder for uploaded files, one for all servers of a database; without it they lie beside "
            "a database that is a file, and go with the server otherwise."
        ),
    ] = "",
    seed: Annotated[
        str,
        typer.Option(
            metavar="demo|empty|FILE",
            help="What a new database starts with: demo data, workspaces and tokens only, or a fixture.",
        ),
    ] = "demo",
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes answer requests.")] = 1,
    max_connections: Annotated[
        int, typer.Option(min=1, help="How many connections each process keeps open; the rest is told 503.")
    ] = 512,
    allow_http_webhooks: Annotated[
        bool,
        typer.Option(
            "--allow-http-webhooks",
            help="Let webhooks use plain http on other machines too, and lead into private networks.",
        ),
    ] = False,
    latency: Annotated[
        str, typer.Option(metavar="80±40ms", help="A wait before every answer; ± or +- its spread.")
    ] = "0ms",
    error_rate: Annotated[
        float, typer.Option(min=0, max=1, help="The share of requests that fail with 500.")
    ] = 0,
    cors_origin: Annotated[
        list[str] | None,
        typer.Option(help="A site whose pages may call too, or * for every site; may be repeated."),
    ] = None,
    log_format: Annotated[LogFormat, typer.Option(help="Lines for people, or JSON.")] = LogFormat.TEXT,
    watch: Annotated[
        bool, typer.Option("--watch", help="Generate and start again when ./spec changes; data stay.")
    ] = False,
) -> None:
    """Run a stateful mock of the API.

    Prints its URL, its reference page and a ready API key, then one line per request. GET
    /_mock/credentials lists more tokens, POST /_mock/reset brings the data back to the start, and GET
    /_mock/openapi.json describes what else the mock can be told. Pages of this machine may call it from a
    browser. Ctrl-C stops it.
    """
    listener = _listen(host, port)  # before the heavy imports, so that a taken port is told at once
    gc.disable()  # until requests are answered: what a server starts with stays

    from socialapi_stub import launch, options, serve
    from socialapi_stub.engines import DatabaseUnavailable
    from socialapi_stub.settings import Settings

    try:
        settings = Settings(
            database_url=database_url,
            media_dir=media_dir,
            seed=options.seed(seed),
            latency_ms=options.latency(latency),
            error_rate=error_rate,
            cors_origins=options.origins(cors_origin or []),
            log_format=log_format.value,
            max_connections=max_connections,
            allow_http_webhooks=allow_http_webhooks,
        )
        if watch:
            launch.run_watching(settings, listener, workers, _watched(), _renew)
        else:
            launch.run(settings, listener, workers)
    except options.WrongOption as error:
        raise Failure(str(error), hint=error.hint, exit_code=USAGE) from error
    except DatabaseUnavailable as error:
        raise Failure(error.reason, hint=error.hint, exit_code=COULD_NOT_RUN) from error
    except serve.DidNotStart as error:
        hint = "Start with --workers 1 to see why."
        raise Failure(
            "The workers ended before they answered a request", hint=hint, exit_code=COULD_NOT_RUN
        ) from error


def _watched() -> Path:
    spec = Path.cwd() / "spec"
    if not (spec / "openapi.yaml").is_file():
        hint = "Run it in a checkout of the project, installed with `pip install -e .`."
        raise Failure(f"There is no {spec / 'openapi.yaml'} to watch", hint=hint, exit_code=USAGE)
    return spec


def _renew() -> bool:
    """Generate what the changed contract gives; tell whether that is another one that can be served."""
    from socialapi_tools.generate import files, write

    try:
        changed = write(files(Path.cwd() / "spec" / "openapi.yaml"), Path.cwd() / "generated")
    except Failure as failure:
        hint = f"\nhint: {failure.hint}" if failure.hint else ""
        typer.echo(f"not reloaded: {failure.message}{hint}", err=True)
        return False
    if changed:
        typer.echo(f"{len(changed)} generated files changed; starting again", err=True)
    return bool(changed)


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
