"""The platform catalogue as nested dataclasses of the generated package."""

from dataclasses import dataclass
from typing import Any

from socialapi_tools.catalogues import Catalogues
from socialapi_tools.generate.rendering import arguments


def platforms_context(catalogues: Catalogues) -> dict[str, Any]:
    """Return every platform by slug, as the source of its dataclass."""
    entries = catalogues["platforms"]["entries"].items()
    return {
        "platforms": {slug: Source("Platform", {"slug": slug} | _platform(facts)) for slug, facts in entries}
    }


@dataclass(frozen=True)
class Source:
    """A dataclass to be written: `repr` is the call that makes it, with lists as tuples."""

    name: str
    fields: dict[str, Any]

    def __repr__(self) -> str:
        return f"{self.name}({arguments({key: _frozen(value) for key, value in self.fields.items()})})"


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _platform(facts: dict[str, Any]) -> dict[str, Any]:
    ceilings = facts["ceilings"]
    return facts | {
        "scopes": {kind: tuple(scopes) for kind, scopes in facts["scopes"].items()},
        "account_id": _optional("IdForm", facts["account_id"]),
        "limits": {ceiling["counter"]: ceiling["most"] for ceiling in ceilings if "counter" in ceiling},
        "ceilings": [Source("Ceiling", ceiling) for ceiling in ceilings],
        "webhooks": Source("Webhooks", facts["webhooks"]),
        "comments": Source("Comments", facts["comments"]),
        "messages": _messages(facts["messages"]),
        "mentions": Source("Mentions", facts["mentions"]),
        "reviews": Source("Reviews", facts["reviews"]),
        "publishing": _publishing(facts["publishing"]),
    }


def _messages(facts: dict[str, Any] | None) -> Source | None:
    if facts is None:
        return None
    return Source("Messages", facts | {"attachments": Source("Attachments", facts["attachments"])})


def _publishing(facts: dict[str, Any] | None) -> Source | None:
    if facts is None:
        return None
    nested = {
        "capabilities": Source("Capabilities", facts["capabilities"]),
        "requires": {key: tuple(others) for key, others in facts["requires"].items()},
        "formats": {form: Source("Format", rules) for form, rules in facts["formats"].items()},
        "processing": _optional("Processing", facts["processing"]),
        "post_id": Source("IdForm", facts["post_id"]),
    }
    return Source("Publishing", facts | nested)


def _optional(name: str, facts: dict[str, Any] | None) -> Source | None:
    return Source(name, facts) if facts else None
