"""What the suite knows of its checks beside their code: `breaks.json` and `overview.json` in its package.

Only the tests know the faults, and which check holds which sentence of the overview, so the files are written
from here: `python tests/background.py`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from coverage_page import CHECKS, OVERVIEW
from faults.loading import FAULTS
from mock_server import ROOT
from socialapi_conformance.registry import lies_under

FOLDER = ROOT / "conformance/socialapi_conformance"
FAMILIES = sorted({check.family for check in CHECKS})

Sentences = dict[str, list[str]]


def files() -> dict[Path, Sentences]:
    """Return what the files hold."""
    return {FOLDER / "breaks.json": breaks(), FOLDER / "overview.json": overview()}


def breaks() -> Sentences:
    """Return what is wrong with the stub under each fault that wakes checks of a family."""
    return _by_family((fault.wrong, fault.wakes) for fault in FAULTS.values())


def overview() -> Sentences:
    """Return the sentences of the overview that checks of a family hold."""
    return _by_family((row["says"], row.get("checks", ())) for row in OVERVIEW)


def text(sentences: Sentences) -> str:
    """Return the text of a file."""
    return json.dumps(sentences, indent=1, ensure_ascii=False) + "\n"


def _by_family(told: Iterable[tuple[str, Iterable[str]]]) -> Sentences:
    """Return sentences by the families that are named with them, or have a part in what is named."""
    found = defaultdict(set)
    for sentence, names in told:
        for family, name in product(FAMILIES, names):
            if lies_under(family, name) or lies_under(name, family):
                found[family].add(" ".join(sentence.split()))
    return {family: sorted(found[family]) for family in FAMILIES if family in found}


if __name__ == "__main__":
    for path, sentences in files().items():
        path.write_text(text(sentences), encoding="utf-8")
