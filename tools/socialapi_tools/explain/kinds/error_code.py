"""Pages of error codes, and of the families that codes of one form belong to."""

import json
from collections.abc import Iterable
from functools import cache

from socialapi_contract.errors import ERRORS, FAMILIES, ErrorInfo, family_of, lookup
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_tools.expand import EXAMPLE_META, EXAMPLE_REQUEST_ID
from socialapi_tools.explain import suite
from socialapi_tools.explain.page import Page, Section
from socialapi_tools.explain.wording import heading_of, listed


def names() -> Iterable[str]:
    """Return the codes and the families."""
    return (*ERRORS, *FAMILIES)


def page(name: str) -> Page | None:
    """Return the page of a code, or of a family by its name such as `http.{status}`."""
    try:
        info = FAMILIES[name].info if name in FAMILIES else lookup(name)
    except KeyError:
        return None
    sections = (
        Section("In an answer", items=tuple(_facts(info))),
        Section("Answered by", *_answered_by(info)),
        Section("Provider states that lead to it", items=tuple(_states(name))),
        Section("Example", code=_example(info)),
    )
    return Page("error code", name, f"{info.title}. {info.when}", tuple(filter(None, sections)))


def _facts(info: ErrorInfo) -> Iterable[str]:
    others = (
        f" (a server may also answer {', '.join(map(str, info.statuses[1:]))})" if info.statuses[1:] else ""
    )
    yield f"status: {info.status or 'the number in the code'}{others}"
    if info.target:
        yield "where: only in `targets[].error` of a post, never in the error envelope"
    yield f"`error.meta`: {listed(info.meta)}"
    yield f"worth repeating unchanged: {'yes' if info.retryable else 'no'}"
    if info.alternatives:
        yield f"means the same: {listed(info.alternatives)}"
    if (family := _family(info.code)) not in ("", info.code):
        yield f"family: `{family}`"


@cache
def _family(code: str) -> str:
    """Return the family of a code, that of a family itself, nothing for a code that has none."""
    if code in FAMILIES:
        return code
    try:
        return family_of(code).info.code
    except KeyError:
        return ""


def _answered_by(info: ErrorInfo) -> tuple[str, tuple[str, ...]]:
    """Return the operations that list a code: in a sentence where they are most, else one by one."""
    if _family(info.code) and FAMILIES[_family(info.code)].framework:
        return "Every operation; none lists it, because the call has not reached one yet.", ()
    found = [each for each in OPERATIONS.values() if _lists(each, info.code)]
    if len(found) > len(OPERATIONS) / 2:
        return f"{len(found)} of {len(OPERATIONS)} operations.", ()
    return "", tuple(heading_of(each) for each in found)


def _lists(operation: Operation, code: str) -> bool:
    return any(_is_same(code, listed) for listed in operation.errors)


def _is_same(code: str, other: str) -> bool:
    """Return whether two codes are the same, or one is the family of the other."""
    return code == other or code == _family(other) or _family(code) == other


def _states(code: str) -> Iterable[str]:
    for name, state in suite.states().items():
        if any(_is_same(code, led) for led in state.leads_to):
            yield f"`{name}`: {state.means}"


def _example(info: ErrorInfo) -> str:
    error: dict[str, object] = {"code": info.code, "message": info.message}
    if info.meta:
        error["meta"] = {key: EXAMPLE_META[key] for key in info.meta}
    envelope = error if info.target else {"error": error, "request_id": EXAMPLE_REQUEST_ID}
    return json.dumps(envelope, indent=2, ensure_ascii=False)
