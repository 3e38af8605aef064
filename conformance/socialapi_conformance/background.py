"""What is known of a family of checks beside its code.

`breaks.json` tells what was wrong with the faulty servers that it has caught, `overview.json` which sentences
of the API overview it holds. `python tests/background.py` writes them from what the tests know.
"""

import functools
import json
from collections.abc import Collection, Sequence
from importlib.resources import files


def breaks(family: str) -> Sequence[str]:
    """Return what usually breaks the checks of a family."""
    return _sentences("breaks.json").get(family, ())


def overview(family: str) -> Sequence[str]:
    """Return the sentences of the overview that hold because of a family."""
    return _sentences("overview.json").get(family, ())


def families() -> Collection[str]:
    """Return all families, without importing a check."""
    return _sentences("breaks.json").keys()


@functools.cache
def _sentences(name: str) -> dict[str, list[str]]:
    text = files("socialapi_conformance").joinpath(name).read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads(text)
    return found
