"""How much longer `sapi lint` takes than reading the same files: the bound below which no linter can get.

Run `python benchmarks/lint_time.py` in the project's folder. Prints one line of CPU seconds and their ratio.
"""

import time
from collections.abc import Callable
from pathlib import Path

import yaml
from socialapi_tools.lint.engine import lint

RUNS = 5


def read() -> None:
    """Parse every source file and do nothing with it."""
    for path in Path("spec").rglob("*.yaml"):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def best(work: Callable[[], object]) -> float:
    """Return the least CPU time of several runs."""
    return min(seconds(work) for _ in range(RUNS))


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    linting, reading = best(lambda: lint(Path("spec"))), best(read)
    print(f"lint {linting:.3f} s, read {reading:.3f} s, ratio {linting / reading:.1f}")
