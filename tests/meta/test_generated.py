"""What is generated is current, importable and used."""

import copy
import subprocess
from statistics import median
from typing import get_args

import pytest
import schemathesis
from mock_server import ROOT, SAPI
from openapi_spec_validator import OpenAPIV30SpecValidator
from pydantic import BaseModel
from socialapi_contract import bundle, models
from socialapi_contract.errors import ERRORS, lookup
from socialapi_contract.operations import OPERATIONS, Document


def test_generated_files_are_current() -> None:
    done = subprocess.run(
        [SAPI, "generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_bundle_is_valid_openapi() -> None:
    assert list(OpenAPIV30SpecValidator(bundle()).iter_errors()) == []


def test_every_schema_has_a_model_of_its_name() -> None:
    objects = {name for name, schema in bundle()["components"]["schemas"].items() if schema.get("properties")}
    found = {
        name
        for name, value in vars(models).items()
        if isinstance(value, type) and issubclass(value, BaseModel)
    }
    assert objects <= found
    assert not [name for name in found if name[-1].isdigit()]


def test_every_operation_can_refuse_its_token() -> None:
    assert [
        row.operation_id
        for row in OPERATIONS.values()
        if row.tokens and 401 not in {lookup_status(code) for code in row.errors}
    ] == []


def lookup_status(code: str) -> int:
    return lookup(code.replace("{platform}", "instagram").replace("{number}", "36003")).status


def test_every_expanded_code_is_found_by_its_name() -> None:
    assert all(lookup(code).code == code for code in ERRORS)


@pytest.mark.parametrize("document", get_args(Document))
def test_schemathesis_sees_every_operation(document: Document) -> None:
    seen = schemathesis.openapi.from_dict(copy.deepcopy(bundle(document))).get_all_operations()
    wanted = {name for name, row in OPERATIONS.items() if row.document == document}
    assert {found.ok().definition.raw["operationId"] for found in seen} == wanted


def test_half_of_the_path_files_fit_on_two_screens() -> None:
    lengths = [
        len(path.read_text("utf-8").splitlines()) for path in (ROOT / "spec").glob("**/paths/*/*.yaml")
    ]
    assert median(lengths) < 120
