"""The pages of `generated/docs`: the catalogues and the operations, fit for a docs site."""

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from socialapi_tools.catalogues import Catalogues
from socialapi_tools.generate.rendering import render
from socialapi_tools.generate.tables import events_context
from socialapi_tools.generate.wording import amount, answer, days, price, size, span
from socialapi_tools.lint.pages import page
from socialapi_tools.lint.rules import names

Rows = list[dict[str, Any]]

PLAN_ROWS = {
    "monthly_price_usd": ("Price by the month", price),
    "annual_price_usd": ("Price by the year", price),
    "brands": ("Brands", amount),
    "posts_per_month": ("Post credits a period", amount),
    "interactions_per_month": ("Interaction credits a period", amount),
    "enforced": ("Calls without a credit left are refused", answer),
    "storage_bytes": ("Media storage", size),
    "exports_per_month": ("Exports a period", amount),
    "concurrent_exports": ("Exports at the same time", amount),
    "export_cooldown_seconds": ("Pause between exports", lambda value: span(value) if value else "none"),
    "export_max_videos": ("Videos in an export", amount),
    "export_max_transcripts": ("Transcripts in an export", amount),
    "vision_analysis": ("Exports describe what videos show", answer),
    "report_expiry_days": ("Exports can be fetched for", days),
    "event_retention_days": ("Events are kept for", days),
}

OPTIONAL: dict[str, Any] = {"statuses": [], "meta": [], "alternatives": [], "where": None, "layer": None}


def pages(document: dict[str, Any], catalogues: Catalogues, rows: Rows) -> dict[str, str]:
    """Return every page by file name."""
    summaries = {row["operation_id"]: row["summary"] for row in rows}
    found = {
        "errors.md": render("errors.md.j2", **_errors(catalogues, rows)),
        "events.md": _events(document, catalogues),
        "operations.md": render(
            "operations.md.j2",
            tags=_by_tag(rows),
            bearer=_bearer(catalogues),
            families=_families_of(catalogues),
        ),
        "plans.md": render("plans.md.j2", **_plans(catalogues), rows=rows),
        "platforms.md": render("platforms.md.j2", **_platforms(catalogues)),
        "rules.md": _rules(),
        "scopes.md": render("scopes.md.j2", scopes=catalogues["scopes"]["entries"], rows=rows),
        "states.md": render("states.md.j2", machines=_machines(catalogues), summaries=summaries),
    }
    return {"README.md": render("index.md.j2", pages=_index(found))} | found


def _index(found: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the title and the first paragraph of every page."""
    return {name: _head(text) for name, text in sorted(found.items())}


def _head(text: str) -> tuple[str, str]:
    title, paragraph, *_ = text.strip().split("\n\n")
    return title.removeprefix("# "), " ".join(paragraph.split())


def _rules() -> str:
    """Return the page of every lint rule, its headings one level deeper under the rule's name."""
    intro = "What the linter holds the contract to. Each rule says what is wrong, why, and how to mend it."
    deeper = [re.sub(r"^#", "##", page(name), flags=re.MULTILINE) for name in names()]
    return "\n".join([f"# Rules of `sapi lint`\n\n{intro}\n", *deeper])


def _events(document: dict[str, Any], catalogues: Catalogues) -> str:
    """Return the page of the events, each with the example of its payload."""
    context = events_context(catalogues)
    schemas = document["components"]["schemas"]
    payloads = [event["payload"] for event in context["events"].values()]
    categories = groupby(context["events"], key=lambda name: context["events"][name]["category"])
    return render(
        "events.md.j2",
        **context,
        examples={payload: schemas.get(payload, {}).get("example") for payload in payloads},
        categories={category: list(names) for category, names in categories},
    )


def _errors(catalogues: Catalogues, rows: Rows) -> dict[str, Any]:
    codes, families = (
        {name: OPTIONAL | facts for name, facts in catalogues["errors"][kind].items()}
        for kind in ("codes", "families")
    )
    namespaces: dict[str, dict[str, Any]] = {}
    for code, facts in codes.items():
        namespaces.setdefault(_namespace(code), {})[code] = facts
    known = _families_of(catalogues)
    answers = {row["operation_id"]: {known.get(code, code) for code in row["errors"]} for row in rows}
    return {
        "namespaces": namespaces,
        "families": families,
        "answering": {
            name: [operation for operation, listed in answers.items() if name in listed]
            for name in (*codes, *families)
        },
        "operations": len(rows),
    }


def _families_of(catalogues: Catalogues) -> dict[str, str]:
    """Return the family of each code that a family expands to."""
    return {code: facts["family"] for code, facts in catalogues.expanded().items()}


def _namespace(code: str) -> str:
    return code.partition(".")[0] if "." in code else "without a namespace"


def _bearer(catalogues: Catalogues) -> list[str]:
    return [*catalogues["errors"]["sets"]["bearer"], "billing.past_due", "auth.insufficient_scope"]


def _plans(catalogues: Catalogues) -> dict[str, Any]:
    plans = catalogues["plans"]["entries"]
    table = {
        label: [wording(plan[key]) for plan in plans.values()] for key, (label, wording) in PLAN_ROWS.items()
    }
    return {"plans": plans, "table": table, "page_allowance": catalogues["plans"]["page_allowance"]}


def _platforms(catalogues: Catalogues) -> dict[str, Any]:
    platforms = catalogues["platforms"]["entries"]
    codes = [*catalogues["errors"]["codes"]]
    own = {slug: [code for code in codes if _belongs(code, slug)] for slug in platforms}
    return {"platforms": platforms, "own_codes": own}


def _belongs(code: str, slug: str) -> bool:
    return code.startswith((f"platform.{slug}.", f"{slug}."))


def _machines(catalogues: Catalogues) -> dict[str, Any]:
    return {name: _machine(catalogues, facts) for name, facts in catalogues["states"]["machines"].items()}


def _machine(catalogues: Catalogues, facts: dict[str, Any]) -> dict[str, Any]:
    moves: dict[tuple[str, str], list[str]] = {}
    for before, after, trigger in facts["transitions"]:
        moves.setdefault((before, after), []).append(trigger)
    own = facts.get("refusals", {})
    codes = {action: own.get(action, facts.get("refusal")) for action in facts.get("actions", {})}
    refusals = {code: catalogues.error(code)["status"] for code in codes.values() if code}
    return (
        {
            "triggers": {},
            "set_off": {},
            "shown": None,
            "gone": None,
            "actions": {},
            "undocumented": {},
            "unreachable": [],
        }
        | facts
        | {"moves": moves, "codes": codes, "refusals": refusals}
    )


def _by_tag(rows: Rows) -> dict[str, Rows]:
    tags = dict.fromkeys(row["tag"] for row in rows)
    return {tag: [row for row in rows if row["tag"] == tag] for tag in tags}
