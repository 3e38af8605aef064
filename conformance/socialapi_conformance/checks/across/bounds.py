"""Bounds: every field takes what its schema allows to the last value, and refuses what lies beyond."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from socialapi_contract.errors import ErrorCode
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import edges, fields, schemas
from socialapi_conformance.api import Api
from socialapi_conformance.callers import ABSENT, Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import problem, refused, that
from socialapi_conformance.fields import Field
from socialapi_conformance.registry import MUST, Function, check
from socialapi_conformance.relations import creator_of, deletes_its_caller, path_parameters
from socialapi_conformance.verdicts import NotVerified

EVERY = [operation for operation in OPERATIONS.values() if not deletes_its_caller(operation)]
WITH_ID = [operation for operation in EVERY if path_parameters(operation)]

_INVALID: tuple[ErrorCode, ...] = (
    "validation.field_invalid",
    "validation.field_required",
    "validation.body_invalid",
)
_ODD_IDS = ("x" * 300, "\U0001f600é", "' OR '1'='1", "100%", "null")
"""What no server hands out: too long, of other alphabets, a piece of SQL, an escape, a word of JSON."""

Values = Callable[[Field], Iterable[Any]]


def _beyond(field: Field) -> Iterable[Any]:
    return [] if field.is_open else edges.outside(field.schema, field.sample).values()


def _within(field: Field) -> Iterable[Any]:
    return [] if field.is_open else edges.inside(field.schema, field.sample).values()


def _outside_the_set(field: Field) -> Iterable[Any]:
    return edges.others(field.schema) if "enum" in field.schema else []


def _in_the_set(field: Field) -> Iterable[Any]:
    values = schemas.resolved(field.schema.get("items", {})).get("enum")
    if values:
        return [values]
    alone = field.steps[-1:] == ("[]",) or len(field.schema.get("enum", [])) < 2
    return [] if alone else field.schema["enum"]


def _unlike_the_pattern(field: Field) -> Iterable[Any]:
    return edges.unlike(field.schema, field.sample) if "pattern" in field.schema else []


def _misspelled(field: Field) -> Iterable[Any]:
    return edges.misspellings(field.schema) if "format" in field.schema else []


def _spelled(field: Field) -> Iterable[Any]:
    return edges.spellings(field.schema) if "format" in field.schema else []


def _of_other_types(field: Field) -> Iterable[Any]:
    if field.in_query:
        return ["sapi"] if field.schema["type"] in ("integer", "boolean") else []
    return [edges.of_another_type(field.schema, field.sample)] if _is_typed(field) else []


def _null(field: Field) -> Iterable[Any]:
    return [None] if _is_typed(field) and not field.schema.get("nullable") else []


def _is_typed(field: Field) -> bool:
    """Return whether a value inside the body has to be of one JSON type."""
    return "type" in field.schema and bool(field.steps) and not field.in_query


def _missing(field: Field) -> Iterable[Any]:
    return [ABSENT] if field.required and field.steps and field.steps[-1] != "[]" else []


def _of_any_form(field: Field) -> Iterable[Any]:
    return _ODD_IDS[:3] if field.in_query and field.is_open else []


def _over(values: Values) -> list[Operation]:
    """Return the operations with a field to give such values to."""
    return [each for each in EVERY if any(_tried(fields.declared(each), values))]


def _tried(found: Iterable[Field], values: Values) -> Iterator[tuple[int, Field, Any]]:
    """Yield each field that has to be right with each of its values, and the place of the field.

    What several places of a request share is tried in the first of them.
    """
    seen: set[int] = set()
    for place, field in enumerate(found):
        if not field.is_lenient and field.definition not in seen:
            seen.add(field.definition)
            for value in values(field):
                yield place, field, value


def on_fields(values: Values) -> Callable[[Function], Function]:
    """Make a check over the operations that have a field to give such values to."""
    return check(MUST, "overview: Response format", over=_over(values))


@on_fields(_beyond)
def refuses_values_beyond_bounds(api: Api, operation: Operation) -> None:
    """A number, text or list just below its minimum or above its maximum is refused with 400."""
    _all_refused(api, operation, _beyond)


@on_fields(_within)
def accepts_values_at_bounds(api: Api, operation: Operation) -> None:
    """The smallest and the largest number, and the shortest and the longest text or list, are accepted; a
    text is as long as it has characters, not bytes.
    """
    _none_refused(api, operation, _within)


@on_fields(_outside_the_set)
def refuses_values_outside_enums(api: Api, operation: Operation) -> None:
    """A value that a closed set does not hold is refused with 400, also when only its case differs."""
    _all_refused(api, operation, _outside_the_set)


@on_fields(_in_the_set)
def accepts_every_value_of_enums(api: Api, operation: Operation) -> None:
    """Every value of a closed set is accepted."""
    _none_refused(api, operation, _in_the_set)


@on_fields(_unlike_the_pattern)
def refuses_broken_patterns(api: Api, operation: Operation) -> None:
    """A text that its pattern does not allow is refused with 400."""
    _all_refused(api, operation, _unlike_the_pattern)


@on_fields(_misspelled)
def refuses_broken_formats(api: Api, operation: Operation) -> None:
    """A text that only resembles its format is refused with 400: a date without a time, a time without an
    offset, a day that does not exist, an address without a scheme.
    """
    _all_refused(api, operation, _misspelled)


@check(MUST, "overview: Request format", over=_over(_spelled))
def accepts_timestamps_in_every_form(api: Api, operation: Operation) -> None:
    """A timestamp is taken in every form of RFC 3339: with `Z` or an offset, with and without fractions."""
    _none_refused(api, operation, _spelled)


@on_fields(_of_other_types)
def refuses_other_types(api: Api, operation: Operation) -> None:
    """A value of another JSON type is refused with 400, even where it could be read as the right one: "true",
    "5", 5 for "5", one item for a list.
    """
    _all_refused(api, operation, _of_other_types)


@on_fields(_null)
def refuses_null(api: Api, operation: Operation) -> None:
    """Null is refused with 400 wherever the contract does not allow it."""
    _all_refused(api, operation, _null)


@on_fields(_missing)
def refuses_missing_fields(api: Api, operation: Operation) -> None:
    """A request that lacks one required field or parameter, at any depth, is refused with 400."""
    _all_refused(api, operation, _missing)


@check(MUST, "overview: Response format", over=WITH_ID)
def refuses_ids_of_any_form(api: Api, operation: Operation) -> None:
    """An id that is too long, or of characters no id has, is refused with 400 or like an unknown one with
    404, never with an internal error.
    """
    caller = api.demo.fit_for(operation)
    request = api.samples(caller).naming_nothing(operation)
    for odd in _ODD_IDS:
        refused(caller.send(replace(request, path=dict.fromkeys(request.path, odd))), 400, 404)


@check(MUST, "overview: Request format", over=_over(_of_any_form))
def bears_filters_of_any_form(api: Api, operation: Operation) -> None:
    """An id or a word that nothing has, of any length and alphabet, matches nothing or is refused with 400 or
    404, never with an internal error.
    """
    caller = api.demo.fit_for(operation)
    nothing = api.samples(caller).naming_nothing(operation)
    for _, field, odd in _tried(fields.of(nothing), _of_any_form):
        answer = caller.send(field.put(odd))
        if answer.status not in operation.successes:
            refused(answer, 400, 404)


def _all_refused(api: Api, operation: Operation, values: Values) -> None:
    """Expect 400 for each value; the rest of the request is valid but names nothing that exists."""
    caller = api.demo.fit_for(operation)
    for place, field, value in _tried(fields.of(api.samples(caller).naming_nothing(operation)), values):
        answer = caller.send(field.put(value))
        if _is_about_something_else(answer):
            answer = _on_existing(api, caller, operation, place, value)
        error = problem(answer, 400, *_INVALID)
        told = error.get("meta", {}).get("field")
        that(answer, told is None or _names(told, field), f"error.meta.field to name {field.name}", told)


def _on_existing(api: Api, caller: Caller, operation: Operation, place: int, value: Any) -> Answer:
    """Try a value again where everything named exists, for a server that looks at values last."""
    samples = api.samples(caller)
    on_throwaway = creator_of(operation) and path_parameters(operation)
    request = samples.on_throwaway(operation) if on_throwaway else samples.real(operation)
    given = request.body if isinstance(request.body, dict) else {}
    if lacking := set(schemas.required_fields(operation.operation_id)) - set(given):
        raise NotVerified(f"the workspace has nothing to give for {', '.join(sorted(lacking))}")
    field = fields.of(request)[place]
    answer = caller.send(field.put(value))
    if _is_about_something_else(answer):
        raise NotVerified(f"before {field.name} is looked at, the answer is {answer.summary()}")
    return answer


def _is_about_something_else(answer: Answer) -> bool:
    """Return whether a request was refused for another reason than a value that it may not have."""
    return answer.code() not in (None, "system.internal", *_INVALID)


def _none_refused(api: Api, operation: Operation, values: Values) -> None:
    """Expect that no value is called invalid; the request names nothing that exists, to change nothing."""
    caller = api.demo.fit_for(operation)
    for _, field, value in _tried(fields.of(api.samples(caller).naming_nothing(operation)), values):
        answer = caller.send(field.put(value))
        that(answer, answer.code() != "system.internal", "no internal error", answer.summary())
        if (refusal := _refusal(answer)) and _is_about(refusal, field):
            as_usual = _refusal(caller.send(field.put(field.sample)))
            expected = f"{field.name} to be accepted with a value it may have"
            that(answer, refusal == as_usual, expected, answer.summary())
        api.leftovers.remove()


def _refusal(answer: Answer) -> tuple[str, str | None] | None:
    """Return the code and the field of an answer that calls a value invalid, None for any other answer."""
    if answer.status != 400 or answer.code() not in _INVALID:
        return None
    error = answer.json()["error"]
    return error["code"], error.get("meta", {}).get("field")


def _is_about(refusal: tuple[str, str | None], field: Field) -> bool:
    """Return whether a refusal may mean the value of a field; what is missing elsewhere need not be named."""
    code, told = refusal
    return code != "validation.field_required" if told is None else _names(told, field)


def _names(told: str, field: Field) -> bool:
    """Return whether `error.meta.field` names a field or what it is in, by its path or a part of it."""
    parts = [part for part in re.split(r"[.\[\]/]+", told) if part and not part.isdigit()]
    return set(parts) <= {"body", *field.steps}
