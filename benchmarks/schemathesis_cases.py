"""Whether plain Schemathesis gets the mock to fall over, or to say what the contract does not know.

Run `python benchmarks/schemathesis_cases.py 100000`. Each round has a seed and a mock of its own, until there
were so many requests. It prints every answer that was an error of the server's own, or had a status, a code
or a body that is not documented, and the seed that repeats it. Exit code 1 tells that there was one.
"""

import argparse
import random
import sys
from pathlib import Path

from schemathesis_run import answers

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from mock_server import start_mock

EXAMPLES = 20
"""So many requests for each operation in a round, beside those that Schemathesis makes of the contract."""


def round_of(seed: int) -> tuple[int, list[str]]:
    """Return how many requests a round made, and a line for each answer that is wrong."""
    with start_mock() as mock:
        failures, requests = answers(mock.url, mock.tokens(), EXAMPLES, seed)
    return requests, [f"  {each['operation']}: {each['answer']} ({each['check']})" for each in failures]


def main() -> int:
    """Run rounds until there were enough requests, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("requests", type=int, nargs="?", default=100_000)
    options.add_argument("--seed", type=int, help="run one round, with this seed")
    given = options.parse_args()
    made, failed = 0, 0
    while made < (1 if given.seed is not None else given.requests):
        seed = random.randrange(1_000_000) if given.seed is None else given.seed  # noqa: S311 - a choice
        requests, lines = round_of(seed)
        if not requests:
            raise SystemExit("Schemathesis made no request")
        made, failed = made + requests, failed + len(lines)
        print(f"seed {seed}: {requests} requests, {made} in all, {len(lines)} wrong answers")
        print("\n".join(lines), end="\n" if lines else "", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
