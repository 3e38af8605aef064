"""What usually breaks a check: for each family, what is wrong with the faulty servers that it has caught.

`breaks.json` is written from the faults in `tests/faults` by `python tests/breaks.py`.
"""

import functools
import json
from collections.abc import Mapping
from importlib.resources import files


@functools.cache
def breaks() -> Mapping[str, tuple[str, ...]]:
    """Return sentences by family."""
    text = files("socialapi_conformance").joinpath("breaks.json").read_text(encoding="utf-8")
    return {family: tuple(sentences) for family, sentences in json.loads(text).items()}
