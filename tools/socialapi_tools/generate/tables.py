"""The catalogues as their templates need them: defaults filled in, named as the dataclasses are."""

from typing import Any

from socialapi_tools.catalogues import Catalogues


def errors_context(catalogues: Catalogues) -> dict[str, Any]:
    """Return every concrete code, the members of expanded families among them, and the families."""
    errors = catalogues["errors"]
    codes = {code: _error(code, facts) for code, facts in (errors["codes"] | catalogues.expanded()).items()}
    families = {
        name: {
            "pattern": facts["pattern"],
            "info": _error(name, facts),
            "framework": facts.get("layer") == "framework",
        }
        for name, facts in errors["families"].items()
    }
    return {"codes": codes, "families": families}


def _error(code: str, facts: dict[str, Any]) -> dict[str, Any]:
    status = facts["status"] if isinstance(facts["status"], int) else 0
    return {
        "code": code,
        "status": status,
        "title": facts["title"],
        "when": facts["when"],
        "message": facts["message"],
        "messages": facts.get("messages", {}),
        "meta": tuple(facts.get("meta", ())),
        "retryable": facts["retryable"],
        "statuses": tuple(dict.fromkeys([status, *facts.get("statuses", ())])),
        "alternatives": tuple(facts.get("alternatives", ())),
        "target": facts.get("where") == "target",
    }


def scopes_context(catalogues: Catalogues) -> dict[str, Any]:
    """Return every scope by name."""
    entries = catalogues["scopes"]["entries"].items()
    return {"scopes": {name: {"name": name, "account_level": False} | facts for name, facts in entries}}


def events_context(catalogues: Catalogues) -> dict[str, Any]:
    """Return every event by name, and what all deliveries share."""
    events = catalogues["events"]
    headers = events["headers"].items()
    return {
        "events": {name: {"name": name} | _event(facts) for name, facts in events["entries"].items()},
        "ping": events["ping"],
        "delivery": events["delivery"] | {"delays_seconds": tuple(events["delivery"]["delays_seconds"])},
        "headers": {
            name: {"name": name} | facts | {"sent_with": tuple(facts["sent_with"])} for name, facts in headers
        },
        "signatures": {
            version: {"tolerance_seconds": None} | facts for version, facts in events["signatures"].items()
        },
    }


def _event(facts: dict[str, Any]) -> dict[str, Any]:
    platforms = facts["platforms"]
    return facts | {"platforms": None if platforms == "all" else tuple(platforms)}


def plans_context(catalogues: Catalogues) -> dict[str, Any]:
    """Return every plan by tier, and what all plans share."""
    plans = catalogues["plans"]
    entries = {tier: {"tier": tier} | facts for tier, facts in plans["entries"].items()}
    return {"plans": entries, "page_allowance": plans["page_allowance"]}


def states_context(catalogues: Catalogues) -> dict[str, Any]:
    """Return every state machine, its rows ordered as the catalogue has them."""
    machines = catalogues["states"]["machines"]
    shown = {name: {"says": {}} | facts["shown"] for name, facts in machines.items() if "shown" in facts}
    return {"machines": {name: _machine(name, facts) for name, facts in machines.items()}, "shown": shown}


def _machine(name: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "initial": tuple(facts["initial"]),
        "states": facts["states"],
        "unreachable": tuple(facts.get("unreachable", ())),
        "transitions": tuple(tuple(row) for row in facts["transitions"]),
        "set_off": {trigger: tuple(call.values()) for trigger, call in facts.get("set_off", {}).items()},
        "gone": facts.get("gone"),
        "refusal": facts.get("refusal"),
        "refusals": facts.get("refusals", {}),
        "actions": facts.get("actions", {}),
        "undocumented": {action: tuple(states) for action, states in facts.get("undocumented", {}).items()},
    }
