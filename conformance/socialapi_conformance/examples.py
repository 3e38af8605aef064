"""How Hypothesis makes its examples here: quietly, in any time it takes, remembering nothing."""

from __future__ import annotations

import functools
import os
import tempfile
from pathlib import Path

import hypothesis
from hypothesis import configuration


def settings(count: int) -> hypothesis.settings:
    """Return the settings for `count` examples."""
    _use_home()
    return hypothesis.settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=False,
        print_blob=False,
        report_multiple_bugs=False,
        phases=[hypothesis.Phase.generate, hypothesis.Phase.shrink],
        suppress_health_check=list(hypothesis.HealthCheck),
        verbosity=hypothesis.Verbosity.quiet,
    )


@functools.cache
def _use_home() -> None:
    """Tell Hypothesis where to keep its tables of characters, which take seconds to make."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "socialapi-conformance"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        cache = Path(tempfile.mkdtemp(prefix="socialapi-conformance-"))
    configuration.set_hypothesis_home_dir(cache)
