"""The configuration of Schemathesis: what of it the contract decides."""

from typing import Any

PACK = "socialapi_conformance.schemathesis_pack"
"""The module of hooks; a name only, for the tools know nothing of the suite."""


def schemathesis_context(document: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the template of `schemathesis.toml` needs for a bundle and its rows."""
    return {
        "hooks": PACK,
        "title": document["info"]["title"],
        "operations": [_settings(document, row) for row in rows],
    }


def _settings(document: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    operation = document["paths"][row["path"]][row["method"].lower()]
    statuses = sorted(int(status) for status in operation["responses"])
    return {
        "operation_id": row["operation_id"],
        "deletes_its_caller": row["method"] == "DELETE" and row["path"].endswith("/me"),
        "statuses": statuses,
        "refusals": [status for status in statuses if status > 500],
    }
