"""What breaks checks, for people who have no tests at hand: `conformance/socialapi_conformance/breaks.json`.

Only the tests know the faults, so the file is written from here: `python tests/breaks.py`.
"""

import json
from collections import defaultdict

from faults.loading import FAULTS
from mock_server import ROOT
from socialapi_conformance.registry import discover, lies_under

FILE = ROOT / "conformance/socialapi_conformance/breaks.json"


def text() -> str:
    """Return the whole file."""
    return json.dumps(breaks(), indent=1, ensure_ascii=False) + "\n"


def breaks() -> dict[str, list[str]]:
    """Return what is wrong with the stub under each fault that wakes a family of checks."""
    families = sorted({check.family for check in discover()})
    found = defaultdict(set)
    for fault in FAULTS.values():
        for family in families:
            if any(lies_under(name, family) for name in fault.wakes):
                found[family].add(" ".join(fault.wrong.split()))
    return {family: sorted(found[family]) for family in families if found[family]}


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
