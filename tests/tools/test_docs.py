"""The pages of `generated/docs`: they know each other, and leave nothing of the catalogues out."""

import re

import pytest
from mock_server import ROOT
from socialapi_tools.catalogues import load_catalogues
from socialapi_tools.generate import OF_THE_TESTS, files

CATALOGUES = load_catalogues(ROOT / "spec/catalogues")
FOREIGN = ("rules.md",)  # its examples hold links that are meant to be wrong


@pytest.fixture(scope="module")
def docs() -> dict[str, str]:
    found = files(ROOT / "spec/openapi.yaml")
    written = {path.removeprefix("docs/"): text for path, text in found.items() if path.startswith("docs/")}
    pages = [ROOT / "generated" / name for name in OF_THE_TESTS]
    return written | {page.name: page.read_text("utf-8") for page in pages}


def test_the_index_links_every_page(docs: dict[str, str]) -> None:
    assert set(re.findall(r"\]\(([a-z]+\.md)\)", docs["README.md"])) == set(docs) - {"README.md"}


def test_every_link_leads_somewhere(docs: dict[str, str]) -> None:
    targets = {
        f"{name}#{anchor}"
        for name, text in docs.items()
        for anchor in re.findall(r'<a id="([^"]+)">', text) + [_slug(head) for head in _headings(text)]
    }
    broken = [
        (name, link)
        for name, text in docs.items()
        if name not in FOREIGN
        for link in re.findall(r"\]\(([^)]+)\)", text)
        if _whole(name, link) not in targets and link not in docs
    ]
    assert broken == []


def test_every_code_has_a_section(docs: dict[str, str]) -> None:
    names = [*CATALOGUES["errors"]["codes"], *CATALOGUES["errors"]["families"]]
    assert [name for name in names if f"### `{name}`" not in docs["errors.md"]] == []


def test_every_fact_of_the_plans_is_told(docs: dict[str, str]) -> None:
    facts = set(CATALOGUES["plans"]["entries"]["free"]) - {"name", "tagline", "popular"}
    table = docs["plans.md"].partition("What costs")[0]
    assert table.count("\n| ") == len(facts) + 2  # the head of the table, and the tier


def test_every_platform_and_setting_has_its_place(docs: dict[str, str]) -> None:
    page = docs["platforms.md"]
    for slug, facts in CATALOGUES["platforms"]["entries"].items():
        assert f'<a id="{slug}"></a>' in page
        for key in (facts["publishing"] or {"platform_data": {}})["platform_data"]:
            assert f"| `{key}` |" in page


def test_machines_are_drawn(docs: dict[str, str]) -> None:
    assert docs["states.md"].count("```mermaid\nstateDiagram-v2\n") == len(CATALOGUES["states"]["machines"])


def test_no_row_ends_in_a_blank(docs: dict[str, str]) -> None:
    assert [line for text in docs.values() for line in text.splitlines() if line.endswith("| ")] == []


def _headings(text: str) -> list[str]:
    return re.findall(r"(?m)^#+ (.+)$", text)


def _slug(heading: str) -> str:
    return heading.lower().replace(" ", "-")


def _whole(name: str, link: str) -> str:
    return f"{name}{link}" if link.startswith("#") else link
