"""The pages of `generated/docs`: the catalogues and the operations, fit for a docs site."""

import re
from itertools import groupby
from typing import Any

from socialapi_tools.catalogues import Catalogues
from socialapi_tools.generate.rendering import render
from socialapi_tools.generate.tables import events_context
from socialapi_tools.lint.pages import page
from socialapi_tools.lint.rules import names


def pages(document: dict[str, Any], catalogues: Catalogues, rows: list[dict[str, Any]]) -> dict[str, str]:
    """Return every page by file name."""
    return {
        "errors.md": render(
            "errors.md.j2", namespaces=_namespaces(catalogues), families=_families(catalogues)
        ),
        "events.md": _events(document, catalogues),
        "operations.md": render("operations.md.j2", tags=_by_tag(rows)),
        "plans.md": render("plans.md.j2", plans=catalogues["plans"]["entries"]),
        "platforms.md": render("platforms.md.j2", platforms=catalogues["platforms"]["entries"]),
        "rules.md": _rules(),
        "scopes.md": render("scopes.md.j2", scopes=catalogues["scopes"]["entries"], rows=rows),
    }


def _rules() -> str:
    """Return the page of every lint rule, its headings one level deeper under the rule's name."""
    deeper = [re.sub(r"^#", "##", page(name), flags=re.MULTILINE) for name in names()]
    return "\n".join(["# Rules of `sapi lint`\n", *deeper])


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


def _namespaces(catalogues: Catalogues) -> dict[str, dict[str, Any]]:
    codes = catalogues["errors"]["codes"].items()
    grouped = groupby(codes, key=lambda item: item[0].partition(".")[0] if "." in item[0] else "other")
    return {name: dict(group) for name, group in grouped}


def _families(catalogues: Catalogues) -> dict[str, Any]:
    found: dict[str, Any] = catalogues["errors"]["families"]
    return found


def _by_tag(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    tags = dict.fromkeys(row["tag"] for row in rows)
    return {tag: [row for row in rows if row["tag"] == tag] for tag in tags}
