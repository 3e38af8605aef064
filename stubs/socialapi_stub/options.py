"""What is said on the command line about a server."""

import json
import re
from pathlib import Path

from socialapi_stub import fixtures, plain_yaml, seeds
from socialapi_stub.control import OrderRefused, orders

LATENCY = re.compile(r"(\d{1,5})(?:(?:±|\+-|\+/-)(\d{1,5}))?(?:ms)?")
ORIGIN = re.compile(r"https?://[^/\s*]+")


class WrongOption(Exception):
    """An option that means nothing; `hint` says how to give it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def seed(given: str) -> str:
    """Return a seed as the server takes it: a built-in one by its name, a fixture file as JSON.

    Raises `WrongOption`.
    """
    if given in seeds.BUILT_IN:
        return given
    try:
        fixture = plain_yaml.load(Path(given).read_bytes())
        orders.check("plant_seed", fixture)
        fixtures.check(fixture)
    except OSError as error:
        hint = "Give --seed demo, empty, or the path of a fixture."
        raise WrongOption(f"Cannot read the seed {given}: {error.strerror}", hint) from error
    except (plain_yaml.NotPlainYaml, OrderRefused, fixtures.NotAFixture) as error:
        hint = "stubs/README.md shows a fixture."
        raise WrongOption(f"{given} is no fixture: {error}", hint) from error
    return json.dumps(fixture)


def latency(given: str) -> tuple[float, float]:
    """Return mean and spread in milliseconds. Raises `WrongOption`."""
    found = LATENCY.fullmatch(given.replace(" ", ""))
    if found is None:
        hint = "Give milliseconds and, as a choice, their spread: --latency 80±40ms."
        raise WrongOption(f"--latency {given!r} is no latency", hint)
    return float(found[1]), float(found[2] or 0)


def origins(given: list[str]) -> tuple[str, ...]:
    """Return the sites whose pages may call. Raises `WrongOption`."""
    wrong = [origin for origin in given if origin != "*" and not ORIGIN.fullmatch(origin)]
    if wrong:
        hint = "Give scheme and host, without a path: --cors-origin https://app.example.com."
        raise WrongOption(f"--cors-origin {wrong[0]!r} is no origin", hint)
    return tuple(given)
