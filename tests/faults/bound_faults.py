"""Faults in what fields are held against: bounds, closed sets, patterns, formats, types."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

import re
from collections.abc import Callable
from typing import Any

import pytest
from faults.error_faults import when
from faults.faulty import Middleware, Reply, fault
from socialapi_stub import bodies, schemas

Rules = dict[str, Any]
_BOUNDS = "across/bounds"


def holding_against(patch: pytest.MonkeyPatch, change: Callable[[Rules], Rules]) -> None:
    """Let the stub hold requests against what `change` makes of each schema."""
    original = schemas.json_schema

    def json_schema(schema: Any) -> Any:
        rules = original(schema)
        return change(rules) if isinstance(rules, dict) else rules

    patch.setattr(schemas, "json_schema", json_schema)


def reading(patch: pytest.MonkeyPatch, change: Callable[[Any], Any]) -> None:
    """Let the stub read what `change` makes of each plain value in a body."""
    original = bodies.parse_json

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: changed(each) for name, each in value.items()}
        return [changed(each) for each in value] if isinstance(value, list) else change(value)

    patch.setattr(bodies, "parse_json", lambda body: changed(original(body)))


def moving(keyword: str, by: int) -> Callable[[Rules], Rules]:
    """Return a change of one bound wherever it stands."""
    return lambda rules: {**rules, keyword: rules[keyword] + by} if keyword in rules else rules


def without(keyword: str, given: Callable[[Rules], bool] = bool) -> Callable[[Rules], Rules]:
    """Return a change that drops a rule from the schemas that meet a condition."""
    return lambda rules: {name: each for name, each in rules.items() if name != keyword or not given(rules)}


@fault(f"{_BOUNDS}/refuses_values_beyond_bounds", f"{_BOUNDS}/refuses_values_beyond_bounds/create_brand")
def takes_one_character_too_many(patch: pytest.MonkeyPatch) -> None:
    """A text may be one character longer than its maximum."""
    holding_against(patch, moving("maxLength", 1))


@fault(
    f"{_BOUNDS}/refuses_values_beyond_bounds",
    f"{_BOUNDS}/refuses_values_beyond_bounds/validate_whatsapp_template",
)
def takes_lists_of_any_length(patch: pytest.MonkeyPatch) -> None:
    """A list may have no item, or any number of them."""
    holding_against(patch, lambda rules: without("minItems")(without("maxItems")(rules)))


@fault(f"{_BOUNDS}/refuses_values_beyond_bounds/list_commented_posts")
def draws_numbers_into_bounds(patch: pytest.MonkeyPatch) -> None:
    """A number below the smallest one counts as that."""
    original = schemas.Parameter.value

    def value(self: Any, given: list[str]) -> Any:
        return original(self, [text.removeprefix("-") for text in given])

    patch.setattr(schemas.Parameter, "value", value)


@fault(f"{_BOUNDS}/accepts_values_at_bounds", f"{_BOUNDS}/accepts_values_at_bounds/create_brand")
def refuses_the_last_character(patch: pytest.MonkeyPatch) -> None:
    """A text has to be shorter than its maximum."""
    holding_against(patch, moving("maxLength", -1))


@fault(f"{_BOUNDS}/accepts_values_at_bounds", f"{_BOUNDS}/accepts_values_at_bounds/reply_to_comment")
def counts_units_instead_of_characters(patch: pytest.MonkeyPatch) -> None:
    """A character beyond the basic plane counts as two."""
    reading(patch, lambda value: value.replace("\U0001f600", "xx") if isinstance(value, str) else value)


@fault(
    f"{_BOUNDS}/refuses_values_outside_enums/send_feedback",
    f"{_BOUNDS}/refuses_values_outside_enums",
)
def knows_no_closed_sets(patch: pytest.MonkeyPatch) -> None:
    """Any value is taken for one of a closed set."""
    holding_against(patch, without("enum"))


@fault(f"{_BOUNDS}/accepts_every_value_of_enums", f"{_BOUNDS}/accepts_every_value_of_enums/send_feedback")
def forgets_the_last_of_a_set(patch: pytest.MonkeyPatch) -> None:
    """The last value of a closed set is not known."""

    def change(rules: Rules) -> Rules:
        return {**rules, "enum": rules["enum"][:-1]} if len(rules.get("enum", [])) > 1 else rules

    holding_against(patch, change)


@fault(f"{_BOUNDS}/refuses_broken_patterns/create_brand", f"{_BOUNDS}/refuses_broken_patterns")
def looks_at_no_pattern(patch: pytest.MonkeyPatch) -> None:
    """A text may have any form."""
    holding_against(patch, without("pattern"))


@fault(f"{_BOUNDS}/refuses_broken_formats")
def looks_at_no_format(patch: pytest.MonkeyPatch) -> None:
    """A timestamp or an address may be any text."""
    holding_against(patch, without("format"))


@fault(f"{_BOUNDS}/accepts_timestamps_in_every_form")
def takes_timestamps_in_utc_only(patch: pytest.MonkeyPatch) -> None:
    """A timestamp has to end in Z."""

    def change(rules: Rules) -> Rules:
        return {**rules, "pattern": "Z$"} if rules.get("format") == "date-time" else rules

    holding_against(patch, change)


@fault(f"{_BOUNDS}/refuses_other_types/update_account_page")
def takes_words_for_booleans(patch: pytest.MonkeyPatch) -> None:
    """ "true" counts as true."""
    words = {"true": True, "false": False}
    reading(patch, lambda value: words.get(value, value) if isinstance(value, str) else value)


@fault(f"{_BOUNDS}/refuses_other_types/create_brand", f"{_BOUNDS}/refuses_other_types/update_brand")
def takes_numbers_for_text(patch: pytest.MonkeyPatch) -> None:
    """A number counts as the text it is written as."""
    reading(patch, lambda value: str(value) if type(value) is int else value)


@fault(f"{_BOUNDS}/refuses_null", f"{_BOUNDS}/refuses_null/update_me")
def takes_null_for_a_value(patch: pytest.MonkeyPatch) -> None:
    """Null is taken for every number, text and list."""

    def change(rules: Rules) -> Rules:
        kind = rules.get("type")
        return {**rules, "type": [kind, "null"]} if isinstance(kind, str) and kind != "object" else rules

    holding_against(patch, change)


@fault(f"{_BOUNDS}/refuses_missing_fields/create_post", f"{_BOUNDS}/refuses_missing_fields/validate_post")
def demands_no_source_of_media(patch: pytest.MonkeyPatch) -> None:
    """Media without a source are taken."""
    holding_against(patch, without("required", lambda rules: "source" in rules.get("properties", {})))


@fault(f"{_BOUNDS}/refuses_ids_of_any_form", f"{_BOUNDS}/bears_filters_of_any_form")
def fails_on_long_ids(patch: pytest.MonkeyPatch) -> Middleware:
    """An id that is longer than the column it is looked up in is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        reply.status, reply.body = 500, b"value too long for type character varying(255)"

    return when(lambda reply: re.search(r"[/=]x{256}", f"{reply.path}?{reply.query}") is not None, spoil)
