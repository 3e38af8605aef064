"""Values at the edges of a schema."""

from typing import Any

import pytest
from socialapi_conformance import edges, fields
from socialapi_contract.operations import OPERATIONS

TRIED = {*edges.BOUNDS, "enum", "pattern", "format", "type", "nullable", "required"}
SILENT = {
    *("properties", "items", "oneOf", "additionalProperties", "discriminator"),
    *("title", "description", "example", "default", "deprecated"),
}


def test_every_rule_that_requests_are_held_against_is_tried() -> None:
    rules = {
        keyword
        for operation in OPERATIONS.values()
        for field in fields.declared(operation)
        for keyword in field.schema
    }
    assert {keyword for keyword in rules - TRIED - SILENT if not keyword.startswith("x-")} == set()


@pytest.mark.parametrize(
    ("schema", "sample", "expected"),
    [
        ({"minimum": 0, "maximum": 9}, 3, {"minimum": -1, "maximum": 10}),
        ({"minLength": 1, "pattern": "^[a-z]+$"}, "ab", {"minLength": ""}),
        ({"maxLength": 3, "pattern": "^[a-z]+$"}, "ab", {"maxLength": "abxx"}),
        ({"maxItems": 2, "items": {"example": "b"}}, ["a"], {"maxItems": ["a", "b", "a"]}),
        ({"minProperties": 1}, {"name": "x"}, {"minProperties": {}}),
    ],
)
def test_the_first_values_outside_are_one_step_beyond_each_bound(
    schema: dict[str, Any], sample: Any, expected: dict[str, Any]
) -> None:
    assert edges.outside(schema, sample) == expected


def test_the_longest_text_is_counted_in_characters() -> None:
    longest = edges.inside({"type": "string", "maxLength": 20}, "beans")["maxLength"]
    assert (len(longest), len(longest.encode())) == (20, 5 + 15 * 4)


def test_the_longest_text_keeps_to_the_pattern() -> None:
    schema = {"type": "string", "pattern": "^https://[^/]", "maxLength": 30}
    assert edges.inside(schema, "https://example.com") == {"maxLength": "https://example.com" + "x" * 11}


def test_a_text_that_cannot_be_so_short_is_no_value_inside() -> None:
    assert edges.inside({"type": "string", "pattern": "^https://", "minLength": 1}, "https://a.example") == {}


def test_a_text_unlike_a_pattern_breaks_nothing_else() -> None:
    assert edges.unlike({"pattern": "^[0-9]{6}$", "maxLength": 6}, "123456") == [" ", "sapi", "0"]


def test_a_closed_set_does_not_hold_its_values_in_other_letters() -> None:
    assert edges.others({"enum": ["draft", "failed"]}) == ["sapi_unknown", "DRAFT"]
