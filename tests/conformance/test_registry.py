"""Checks: how they are declared, found and chosen."""

# ruff: noqa: SLF001 - what a declaration leaves behind is the registry's own

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from socialapi_conformance import checks, registry
from socialapi_conformance.registry import MUST, SHOULD, UnknownSelectionError, check, discover, select
from socialapi_contract.operations import OPERATIONS


def requirement(*_: object) -> None:
    """Something holds."""


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    discover()
    monkeypatch.setattr(registry, "_found", dict(registry._found))


def named(name: str, doc: str | None = "Something holds.") -> Callable[..., None]:
    def function(api: object, case: object = None) -> None: ...

    function.__name__, function.__doc__, function.__module__ = (
        name,
        doc,
        "socialapi_conformance.checks.things",
    )
    return function


def test_an_id_is_the_path_of_resource_operation_and_function() -> None:
    check(MUST, "create_post")(named("holds"))
    assert "things/create_post/holds" in registry._found


def test_a_check_over_cases_is_one_check_per_case_and_cites_the_operation_in_its_name() -> None:
    check(MUST, topic="states", over={"retry_post/draft": 1})(named("holds"))
    assert registry._found["things/states/holds/retry_post/draft"].cites == ("retry_post",)


def test_an_operation_that_does_not_exist_cannot_be_cited() -> None:
    with pytest.raises(ValueError, match="create_pots"):
        check(MUST, "create_pots")(named("holds"))


def test_a_check_states_its_requirement() -> None:
    with pytest.raises(ValueError, match="no docstring"):
        check(MUST, "create_post")(named("holds", None))


def test_two_checks_cannot_share_an_id() -> None:
    check(MUST, "create_post")(named("holds"))
    with pytest.raises(ValueError, match="two checks are called"):
        check(MUST, "create_post")(named("holds"))


def test_every_id_can_be_typed_without_quotes() -> None:
    assert [each.id for each in discover() if not re.fullmatch("[A-Za-z0-9_./-]+", each.id)] == []


def test_every_requirement_is_a_sentence() -> None:
    assert [
        each.id for each in discover() if not re.search(r"^[A-Z`].*\.$", each.requirement, re.DOTALL)
    ] == []


def test_every_operation_of_the_stub_is_cited_by_a_check_of_its_resource() -> None:
    cited = {name for each in discover() if not each.id.startswith("across/") for name in each.cites}
    assert set(OPERATIONS) - cited == set()


def test_checks_across_operations_name_none() -> None:
    sources = (Path(checks.__file__).parent / "across").glob("*.py")
    lines = [line for each in sources for line in each.read_text("utf-8").splitlines() if "check(" in line]
    assert {name for line in lines for name in re.findall(r'"(\w+)"', line)} & set(OPERATIONS) == set()


def test_a_selection_takes_ids_and_what_lies_under_them() -> None:
    chosen = {
        each.id
        for each in select(discover(), ["brands/create_brand", "across/errors/answers_unknown_routes"])
    }
    assert "brands/create_brand/needs_a_name/empty" in chosen
    assert "across/errors/answers_unknown_routes" in chosen
    assert all(
        each.startswith(("brands/create_brand/", "across/errors/answers_unknown_routes")) for each in chosen
    )


def test_half_a_name_selects_nothing_but_is_guessed() -> None:
    with pytest.raises(UnknownSelectionError) as caught:
        select(discover(), ["brands/create_bran"])
    assert caught.value.suggestion == "brands/create_brand"


def test_the_level_must_leaves_out_what_should_be() -> None:
    assert {each.level for each in select(discover(), level=MUST)} == {MUST}
    assert {each.level for each in select(discover(), level=SHOULD)} == {MUST, SHOULD}


def test_what_is_about_a_resource_is_its_own_and_the_cases_of_its_operations() -> None:
    found = {each.id for each in select(discover(), about=["brands"])}
    assert "brands/create_brand/allows_equal_names" in found
    assert "across/auth/refuses_missing_header/list_brands" in found
    assert not {name for name in found if "list_posts" in name or name.startswith("keys/")}


def test_what_is_about_an_operation_is_nothing_of_its_neighbors() -> None:
    found = [each.id for each in select(discover(), about=["create_brand"])]
    assert found
    assert all("create_brand" in name.split("/") for name in found)


def test_what_the_contract_does_not_have_cannot_be_asked_about() -> None:
    with pytest.raises(UnknownSelectionError) as caught:
        select(discover(), about=["brand"])
    assert caught.value.suggestion == "brands"
