"""One run of Schemathesis' command against a server, and the failures it reports."""

import base64
import contextlib
import json
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from schemathesis_runner import Runner
from socialapi_contract.operations import OPERATIONS

CONTRACT = Path(__file__).parent.parent / "generated/socialapi_contract"

EXAMPLES = 100
"""How many requests Schemathesis makes up for each operation if it is not told otherwise."""

SEED = "--seed=1"
"""So that a run can be compared with another."""

Run = tuple[list[dict[str, str]], int]
"""The failures, each once, and the number of requests."""


def plain(url: str, tokens: Mapping[str, str], operations: Sequence[str], examples: int) -> Run:
    """Run Schemathesis as its command does by itself: every check, one token, no configuration."""
    bearer = ("--checks", "all", "--header", f"Authorization: Bearer {tokens['api_key']}")
    return _run(url, operations, (*bearer, f"--max-examples={examples}", SEED), {})


def pack(url: str, tokens: Mapping[str, str], operations: Sequence[str], examples: int) -> Run:
    """Run it as the suite's README says: with the pack and the configuration that is made of the contract."""
    known = {"SAPI_TOKEN": tokens["api_key"], "SAPI_DASHBOARD_TOKEN": tokens["dashboard_jwt"]}
    return _run(url, operations, (f"--max-examples={examples}", SEED), known, CONTRACT / "schemathesis.toml")


def answers(url: str, tokens: Mapping[str, str], examples: int, seed: int) -> Run:
    """Run it for what is answered alone: whether it is in the contract, and no error of the server."""
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    bearer = ("--checks", checks, "--header", f"Authorization: Bearer {tokens['api_key']}")
    failures, requests = _run(url, (), (*bearer, f"--max-examples={examples}", f"--seed={seed}"), {})
    return [each for each in failures if not _is_a_platform(each)], requests


def prepare() -> None:
    """Start what runs the command, before a fault changes what this process has imported."""
    _runner()


def _run(
    url: str,
    operations: Sequence[str],
    options: Sequence[str],
    environment: Mapping[str, str],
    configuration: Path | None = None,
) -> Run:
    failures: dict[str, dict[str, str]] = {}
    requests = 0
    for arguments in _commands(url, operations):
        for event in _events([*arguments, *options], environment, configuration):
            scenario = event.get("ScenarioFinished", {}).get("recorder", {})
            requests += len(scenario.get("interactions", {}))
            failures |= {json.dumps(each): each for each in _failures(scenario)}
    return [failures[key] for key in sorted(failures)], requests


@cache
def _runner() -> Runner:
    return Runner(str(CONTRACT / "openapi.json"))


def _commands(url: str, operations: Sequence[str]) -> Iterator[list[str]]:
    """Yield what to test: all of the published bundle, or these operations by document and by base URL."""
    if not operations:
        yield [str(CONTRACT / "openapi.json"), "--url", f"{url}/v1"]
    places = defaultdict(list)
    for name in operations:
        bundle = "openapi" if OPERATIONS[name].document == "api" else OPERATIONS[name].document
        places[bundle, OPERATIONS[name].at_root].append(f"--include-operation-id={name}")
    for (bundle, at_root), chosen in places.items():
        yield [str(CONTRACT / f"{bundle}.json"), "--url", url if at_root else f"{url}/v1", *chosen]


def _events(
    arguments: Sequence[str], environment: Mapping[str, str], configuration: Path | None
) -> Iterator[dict[str, Any]]:
    """Run the command in a folder of its own, so that no run learns from another, and yield its report."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.ndjson"
        if configuration:
            shutil.copy(configuration, folder)
        _runner().run([*arguments, "--report-ndjson-path", str(report)], folder, environment)
        with report.open(encoding="utf-8") as lines:
            for line in lines:
                with contextlib.suppress(ValueError):  # the last line of a run that was ended
                    yield json.loads(line)


def _failures(scenario: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for case, checks in scenario.get("checks", {}).items():
        answer = scenario.get("interactions", {}).get(case, {}).get("response")
        for check in checks:
            if check["status"] == "failure":
                operation = check["failure_info"]["failure"]["operation"]
                yield {"operation": operation, "check": check["name"], "answer": _summary(answer)}


def _is_a_platform(failure: Mapping[str, str]) -> bool:
    """Tell whether an error is that of a platform, or of what it cannot do; the contract lists them."""
    return failure["check"] == "not_a_server_error" and failure["answer"].startswith(("501 ", "502 "))


def _summary(answer: Mapping[str, Any] | None) -> str:
    """Return the status and, of an error, its code: `404 post.not_found`."""
    if answer is None:
        return "no answer"
    try:
        body = json.loads(base64.b64decode(answer["content"]["$base64"]))
        return f"{answer['status_code']} {body['error']['code']}"
    except (ValueError, KeyError, TypeError):
        return str(answer["status_code"])
