"""SARIF 2.1.0, for code scanning: a rule per family, a result per failure, at the files of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from socialapi_contract import VERSION
from socialapi_contract.operations import OPERATIONS

from socialapi_conformance import console, outcomes, places
from socialapi_conformance.console import Line
from socialapi_conformance.formats import Report
from socialapi_conformance.registry import Check, Level
from socialapi_conformance.verdicts import Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT_DOCUMENT = "spec/openapi.yaml"
"""Where a failure stands that is about no operation."""

_LEVELS = {Level.MUST: "error", Level.SHOULD: "warning"}


def render(report: Report) -> str:
    """Return the log; files are relative to the root of the contract's repository."""
    families = {check.family: check for check in reversed(list(report.checks.values()))}
    rules = [_rule(check) for _, check in sorted(families.items())]
    places_of_rules = {rule["id"]: index for index, rule in enumerate(rules)}
    failures = [line for line in report.lines if line["verdict"] == Verdict.FAIL]
    driver = {"name": "sapi check", "version": VERSION, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "socialapi-conformance/"},
        "invocations": [_invocation(report, places_of_rules)],
        "results": [_result(report, line, places_of_rules) for line in failures],
        "properties": {"url": report.run.url, "seed": report.run.seed},
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)
        + "\n"
    )


def _rule(check: Check) -> dict[str, Any]:
    requirement = " ".join(check.requirement.split())
    return {
        "id": check.family,
        "shortDescription": {"text": requirement},
        "help": {"text": f"{requirement}\n\nRun it: sapi check URL --select {check.family}"},
        "defaultConfiguration": {"level": _LEVELS[check.level]},
        "properties": {"tags": sorted({check.level, *places.place(check).topic.split()[:1], "api"})},
    }


def _result(report: Report, line: Line, rules: dict[str, int]) -> dict[str, Any]:
    check = report.checks[line["id"]]
    result: dict[str, Any] = {
        "ruleId": check.family,
        "ruleIndex": rules[check.family],
        "level": _LEVELS[check.level],
        "message": {"text": _message(report, line)},
        "locations": [_location(check)],
        "partialFingerprints": {"check/v1": check.id},
        "properties": {"check": check.id, "cites": line["cites"], "steps": line["steps"]},
    }
    if line.get("known"):
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": line["known"]}]
    return result | _exchange(line["exchange"])


def _message(report: Report, line: Line) -> str:
    said = [
        " ".join(line["requirement"].split()),
        f"Expected: {line['expected']}. Received: {line['received']}.",
        f"Check: {line['id']}",
        f"Repeat: {line['curl']}" if line["curl"] else "",
        f"Judge again: {report.run.rerun(line['id'])}",
    ]
    return "\n".join(filter(None, said))


def _location(check: Check) -> dict[str, Any]:
    operation = OPERATIONS.get(places.place(check).operation or "")
    file = places.source(operation) if operation else ROOT_DOCUMENT
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": file, "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 1},
        }
    }
    if operation:
        name = console.contract_place(operation.operation_id)
        location["logicalLocations"] = [
            {"name": operation.operation_id, "fullyQualifiedName": name, "kind": "function"}
        ]
    return location


def _exchange(exchange: Line | None) -> dict[str, Any]:
    if exchange is None:
        return {}
    request: dict[str, Any] = {"method": exchange["method"], "target": exchange["url"]}
    if exchange["request_body"]:
        request["body"] = {"text": exchange["request_body"]}
    if exchange["status"] is None:
        return {"webRequest": request, "webResponse": {"noResponseReceived": True}}
    response = {
        "statusCode": exchange["status"],
        "headers": exchange["response_headers"],
        "body": {"text": exchange["response_body"] or ""},
    }
    return {"webRequest": request, "webResponse": response}


def _invocation(report: Report, rules: dict[str, int]) -> dict[str, Any]:
    broken = [line for line in report.lines if line["verdict"] == Verdict.ERROR]
    return {
        "executionSuccessful": report.exit_code in (0, 1),
        "exitCode": report.exit_code,
        "exitCodeDescription": outcomes.MEANINGS[report.exit_code],
        "toolExecutionNotifications": list(_notifications(report, broken, rules)),
    }


def _notifications(report: Report, broken: Iterable[Line], rules: dict[str, int]) -> Iterator[dict[str, Any]]:
    for line in broken:
        family = report.checks[line["id"]].family
        yield {
            "level": "error",
            "message": {"text": f"{line['id']}: {line['reason']}"},
            "associatedRule": {"id": family, "index": rules[family]},
        }
