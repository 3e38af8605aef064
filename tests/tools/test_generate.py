"""`sapi generate`: what the specification becomes, and what is refused."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mock_server import ROOT, SAPI
from socialapi_tools.bundle import METHODS, bundle
from socialapi_tools.catalogues import load_catalogues
from socialapi_tools.expand import CURSOR_FIELDS, pagination_parameters
from socialapi_tools.failures import Failure
from socialapi_tools.generate import resources
from socialapi_tools.generate.operations import operations
from socialapi_tools.generate.tables import events_context

ENVELOPE = {"$ref": "#/components/schemas/ErrorResponse"}


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A copy of the specification that a test may break."""
    return Path(shutil.copytree(ROOT / "spec", tmp_path / "spec"))


@pytest.fixture
def break_brands(spec: Path) -> Callable[[str, str], Path]:
    """Replace one piece of text in the brands' path file and return the root document."""

    def replace(old: str, new: str) -> Path:
        path = spec / "paths/brands/brands.yaml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
        return spec / "openapi.yaml"

    return replace


def sapi_generate(*options: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SAPI, "generate", *options], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def document() -> dict:  # type: ignore[type-arg]
    return bundle(ROOT / "spec/openapi.yaml")


def test_errors_become_responses_with_their_codes(document: dict) -> None:  # type: ignore[type-arg]
    answer = document["paths"]["/brands/{id}"]["delete"]["responses"]["404"]["content"]["application/json"]
    envelope, narrowed = answer["schema"]["allOf"]
    assert envelope == ENVELOPE
    assert narrowed["properties"]["error"]["allOf"][1]["properties"]["code"]["enum"] == ["brand.not_found"]
    assert answer["examples"]["brand.not_found"]["value"]["error"]["code"] == "brand.not_found"


def test_every_response_has_the_request_id_header(document: dict) -> None:  # type: ignore[type-arg]
    operations = [item[method] for item in document["paths"].values() for method in METHODS if method in item]
    assert all(
        "X-Request-ID" in answer["headers"] for one in operations for answer in one["responses"].values()
    )


def test_pagination_becomes_parameters(document: dict) -> None:  # type: ignore[type-arg]
    parameters = document["paths"]["/posts"]["get"]["parameters"]
    limit = next(found for found in parameters if found.get("name") == "limit")
    bounds = {"type": "integer", "minimum": 1, "maximum": 100, "default": 25}
    assert limit["schema"] == {**bounds, "x-lenient": True}


@pytest.mark.parametrize(("envelope", "field"), CURSOR_FIELDS.items())
def test_the_cursor_parameter_names_the_field_it_comes_from(envelope: str, field: str) -> None:
    paging = {"envelope": envelope, "items": "data", "default_limit": 25, "max_limit": 100}
    cursor = pagination_parameters(paging, "schemas/common")[1]
    assert f"`{field}`" in cursor["description"]


def test_enums_come_from_the_catalogues(document: dict) -> None:  # type: ignore[type-arg]
    assert "x-enum" not in json.dumps(document)
    assert document["components"]["schemas"]["User"]["properties"]["plan"]["enum"][0] == "free"


def test_a_callback_is_no_operation(document: dict) -> None:  # type: ignore[type-arg]
    rows = operations(document, resources(ROOT / "spec/openapi.yaml"))
    assert len({row["operation_id"] for row in rows}) == len(rows)
    written = document["paths"]["/webhooks"]["post"]["callbacks"]["event"]["{$request.body#/url}"]["post"]
    assert not [key for key in written if key.startswith("x-")]


def test_a_discriminator_leads_to_components(document: dict) -> None:  # type: ignore[type-arg]
    schemas = document["components"]["schemas"]
    mapping = schemas["WebhookEvent"]["discriminator"]["mapping"]
    named = {value: schemas[target.rpartition("/")[2]] for value, target in mapping.items()}
    assert all(schema["properties"]["event"]["enum"] == [value] for value, schema in named.items())


def test_events_come_from_known_platforms() -> None:
    catalogues = load_catalogues(ROOT / "spec/catalogues")
    named = {
        slug for event in events_context(catalogues)["events"].values() for slug in event["platforms"] or ()
    }
    assert named <= set(catalogues["platforms"]["entries"])


def test_every_attempt_has_its_delay() -> None:
    delivery = load_catalogues(ROOT / "spec/catalogues")["events"]["delivery"]
    assert len(delivery["delays_seconds"]) == delivery["attempts"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("BrandList.yaml", "BrandLits.yaml", r"brands\.yaml:\d+:\d+: no such file: .*BrandLits"),
        ("billing.past_due", "billing.past_dew", r"brands\.yaml:9:\d+: no such error: billing\.past_dew"),
        ("../../schemas/brands/BrandList.yaml", "../../catalogues/plans.yaml", "cannot refer to"),
        ("../../schemas/brands/BrandList.yaml", "../../../../etc/passwd", "no such file"),
        ('    "200":', '    "401":', r"status 401 is said twice"),
    ],
)
def test_points_at_the_source_of_a_mistake(
    break_brands: Callable[[str, str], Path], old: str, new: str, message: str
) -> None:
    with pytest.raises(Failure, match=message):
        bundle(break_brands(old, new))


@pytest.mark.usefixtures("spec")
def test_check_names_stale_missing_and_left_over_files(tmp_path: Path) -> None:
    assert sapi_generate(cwd=tmp_path).returncode == 0
    package = tmp_path / "generated/socialapi_contract"
    (package / "errors.py").write_text("# edited\n")
    (package / "scopes.py").unlink()
    (package / "left_over.py").write_text("")
    done = sapi_generate("--check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "socialapi_contract/errors.py: out of date",
        "socialapi_contract/left_over.py: no longer generated",
        "socialapi_contract/scopes.py: missing",
    ]


@pytest.mark.usefixtures("spec")
def test_refuses_a_folder_that_holds_other_files(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    done = sapi_generate("--out", ".", cwd=tmp_path)
    assert done.returncode == 3
    assert "error: .: holds precious.txt" in done.stderr


def test_says_where_it_looked_for_the_specification(tmp_path: Path) -> None:
    done = sapi_generate(cwd=tmp_path)
    assert done.returncode == 3
    assert "spec/openapi.yaml:1:1: cannot be read" in done.stderr


def test_catalogue_value_of_the_wrong_kind_is_refused_with_its_place(spec: Path) -> None:
    path = spec / "catalogues/errors.yaml"
    path.write_text(path.read_text().replace("status: 401", "status: unauthorized", 1))
    with pytest.raises(Failure, match=r"errors\.yaml:4:13: 'unauthorized'"):
        bundle(spec / "openapi.yaml")
