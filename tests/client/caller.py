"""The official client, synchronous or not, driven by one and the same code."""

import asyncio
import inspect
from typing import Any

import socialapi
from socialapi import AsyncSocialAPI, SocialAPI

Client = SocialAPI | AsyncSocialAPI


class Caller:
    """Calls methods of a client and remembers which; what has to be awaited is awaited in `runner`."""

    def __init__(self, client: Client, runner: asyncio.Runner) -> None:
        self.client = client
        self.made: set[str] = set()
        self.runner = runner

    def __call__(self, resource: str, method: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method of a resource, such as `accounts`, `list`."""
        self.made.add(f"{resource}.{method}")
        return self._awaited(getattr(getattr(self.client, resource), method)(*args, **kwargs))

    def on(self, found: Any, method: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method of what the client returned, or of the client itself."""
        self.made.add(f"{name_of(type(found))}.{method}")
        return self._awaited(getattr(found, method)(*args, **kwargs))

    def model(self, name: str) -> Any:
        """Return a class of what the client returns, in the form that is this client's."""
        prefix = "Async" if isinstance(self.client, AsyncSocialAPI) else ""
        return getattr(socialapi, prefix + name)

    def every(self, page: Any) -> list[Any]:
        """Return what a page and all that follow it hold."""
        return list(page) if hasattr(page, "__iter__") else list(self._awaited(_walk(page)))

    def _awaited(self, result: Any) -> Any:
        return self.runner.run(_wait(result)) if inspect.isawaitable(result) else result


def name_of(kind: type) -> str:
    """Return the name that a class of the client and its asynchronous twin have in common."""
    return kind.__name__.removeprefix("Async")


async def _wait(result: Any) -> Any:
    return await result


async def _walk(page: Any) -> list[Any]:
    return [found async for found in page]
