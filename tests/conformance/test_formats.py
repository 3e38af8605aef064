"""Reports of a run against a server that is wrong in two ways, and hostile in what it says."""

import json
import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conformance.made_up import EXCHANGE, failure, line, report, report_of_every_check
from conformance.running import lines, sapi_check
from faults.faulty import Reply, replies, serving
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt
from mock_server import ROOT
from playwright.sync_api import Browser, Page, expect
from socialapi_conformance import formats, places
from socialapi_conformance.console import Line
from socialapi_conformance.registry import discover
from socialapi_contract.operations import OPERATIONS

SARIF = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
HOSTILE = "</script><script>alert(1)</script>\n```\n<img src=x onerror=alert(2)> {{ 7 * 7 }}"
CHECK = discover()[0]


@dataclass(frozen=True)
class Run:
    """Where the reports of the run are, and what must not be in them."""

    folder: Path
    tokens: list[str]

    def text(self, kind: str) -> str:
        return (self.folder / kind).read_text(encoding="utf-8")

    def failures(self) -> list[Line]:
        return [each for each in lines(self.folder / "jsonl") if each.get("verdict") == "fail"]


def spoil(reply: Reply) -> None:
    """Answer a missing header with 403, and brands with markup and with the token that was sent."""
    if reply.status == 401 and "authorization" not in reply.sent:
        reply.status = 403
    elif reply.path == "/v1/brands" and reply.method == "GET" and reply.status == 200:
        reply.body = f"{HOSTILE} {reply.sent.get('authorization')}".encode()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("reports")
    kinds = ["jsonl", "junit", *formats.names()]
    wanted = [word for kind in kinds for word in ("--report", f"{kind}={folder / kind}")]
    selected = ["--select", "brands", "--select", "across/auth/refuses_missing_header"]
    with serving(replies(spoil)) as url:
        assert sapi_check(url, *selected, "--seed", "7", *wanted).code == 1
        with urllib.request.urlopen(f"{url}/_mock/credentials") as answer:
            workspaces = json.load(answer)["workspaces"].values()
    return Run(folder, [token for each in workspaces for token in each["tokens"].values()])


@pytest.mark.parametrize("kind", ["jsonl", "junit", *formats.names()])
def test_no_report_holds_a_token(run: Run, kind: str) -> None:
    text = run.text(kind)
    assert text
    assert [token for token in run.tokens if token in text] == []


def test_sarif_satisfies_its_schema_and_has_a_result_per_failure(run: Run) -> None:
    log = json.loads(run.text("sarif"))
    Draft4Validator(SARIF).validate(log)
    (found,) = log["runs"]
    fingerprints = [result["partialFingerprints"]["check/v1"] for result in found["results"]]
    assert sorted(fingerprints) == sorted(each["id"] for each in run.failures())
    assert (found["invocations"][0]["exitCode"], found["results"][0]["level"]) == (1, "error")


def test_sarif_points_into_the_contract() -> None:
    assert [each for each in OPERATIONS.values() if not (ROOT / places.source(each)).is_file()] == []


def test_sarif_suppresses_a_known_failure() -> None:
    said = json.loads(formats.render("sarif", report([failure(CHECK, known="ticket 12")])))
    Draft4Validator(SARIF).validate(said)
    (result,) = said["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "ticket 12"}
    ]


def test_sarif_tells_what_broke_apart_from_what_failed() -> None:
    said = json.loads(formats.render("sarif", report([line(CHECK, "error", reason="lost")], 3)))
    Draft4Validator(SARIF).validate(said)
    (notification,) = said["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert (said["runs"][0]["results"], notification["message"]["text"]) == ([], f"{CHECK.id}: lost")


def test_a_summary_shows_one_failure_of_a_cause_and_names_the_rest(run: Run) -> None:
    text = run.text("markdown")
    assert text.startswith("## The server violates the contract\n")
    assert text.count("### A request without an Authorization header") == 1
    assert re.search(r"^Also \d+ more checks: .*\bupdate_post\b", text, re.MULTILINE)


def test_a_summary_takes_what_the_server_says_for_text(run: Run) -> None:
    text = run.text("markdown") + formats.render("markdown", report([failure(CHECK, curl=HOSTILE)]))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    every = [token for outer in tokens for token in (outer, *(outer.children or []))]
    assert [each.content for each in every if each.type.startswith("html") and "alert" in each.content] == []
    assert any("alert" in each.content for each in every if each.type == "fence")


def test_a_summary_collapses_what_follows_the_tenth_requirement() -> None:
    text = formats.render("markdown", report_of_every_check(failure))
    assert text.partition("<details>")[0].count("\n### ") == 10


def test_a_summary_stays_below_the_limit_and_says_what_it_leaves_out() -> None:
    body = {**EXCHANGE, "response_body": "x" * 2000}
    everything = report_of_every_check(lambda check: failure(check, received=check.id, exchange=body))
    text = formats.render("markdown", everything)
    assert len(text.encode()) < 1_000_000
    assert "The rest is left out" in text[-200:]


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_known_failure_is_shown_as_such(kind: str) -> None:
    text = formats.render(kind, report([failure(CHECK, known="ticket 12")], 0))
    assert "Known failures" in text
    assert "ticket 12" in text
    assert not re.search(">Failures<|## Failures", text)


def test_a_page_stays_small_whatever_fails() -> None:
    page = formats.render("html", report_of_every_check(lambda check: failure(check, received=check.id)))
    assert len(page.encode()) < 6_000_000


def test_a_page_takes_what_the_server_says_for_text(run: Run) -> None:
    text = run.text("html")
    assert (text.count("<script"), text.count("<img")) == (2, 0)
    assert "&lt;img src=x onerror=alert(2)&gt;" in text


@dataclass
class Visit:
    """The page in a browser, and what it complained about or asked for."""

    page: Page
    noticed: list[str]


@pytest.fixture
def visit(browser: Browser, run: Run) -> Iterator[Visit]:
    page, noticed = browser.new_page(viewport={"width": 1280, "height": 800}), list[str]()
    page.on("console", lambda message: noticed.append(message.text))
    page.on("pageerror", lambda error: noticed.append(error.message))
    page.on("request", lambda request: noticed.append(request.url))
    (run.folder / "report.html").write_text(run.text("html"), encoding="utf-8")
    page.goto((run.folder / "report.html").as_uri())
    yield Visit(page, noticed)
    page.close()


def test_a_page_asks_nobody_for_anything_and_complains_of_nothing(visit: Visit) -> None:
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("The server violates the contract")
    visit.page.locator("td .cell:visible").first.click()
    assert visit.noticed == [visit.page.url.partition("#")[0]]


def test_a_cell_opens_its_checks_and_closing_gives_the_place_back(visit: Visit) -> None:
    cell = visit.page.get_by_role("link", name="list_brands, auth: 1 fail", exact=True)
    cell.focus()
    visit.page.keyboard.press("Enter")
    panel = visit.page.get_by_role("dialog", name="list_brands, auth")
    expect(panel).to_contain_text("A request without an Authorization header")
    expect(panel).to_contain_text("GET http://")
    visit.page.keyboard.press("Escape")
    expect(cell).to_be_focused()


def test_an_address_leads_to_one_check(visit: Visit) -> None:
    visit.page.goto(f"{visit.page.url}#across/auth/refuses_missing_header/get_post")
    expect(visit.page.get_by_role("dialog").locator("details[open]")).to_contain_text("get_post")


def test_a_filter_leaves_what_matches(visit: Visit) -> None:
    visit.page.get_by_role("radio", name="fail").first.check(force=True)
    visit.page.get_by_role("searchbox").fill("list_webhooks missing_header")
    expect(visit.page.locator("td .cell:visible")).to_have_count(2)  # that of the resource, and its own
    expect(visit.page.locator(".failures .check:not([hidden])")).to_have_count(1)
    expect(visit.page.get_by_role("status")).to_contain_text("1 of ")


def test_a_command_is_copied(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.locator(".cause > summary").first.click()
    visit.page.get_by_role("button", name="Copy").last.click()
    expect(visit.page.get_by_role("button", name="Copied")).to_be_visible()
    assert visit.page.evaluate("navigator.clipboard.readText()").startswith("sapi check ")


def test_a_page_fits_a_phone(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content(formats.render("html", report_of_every_check(failure)))
    page.locator(".cause > summary").first.click()
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) == 390
    page.locator("td .cell:visible").first.click()
    assert page.evaluate(width) == 390
    page.close()


def test_a_page_is_read_without_javascript(browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    failed = failure(CHECK, received="404 for no reason")
    page.set_content(formats.render("html", report([failed, *map(line, discover()[1:])])))
    expect(page.get_by_text("404 for no reason").first).to_be_visible()
    expect(page.get_by_role("row", name="list_webhooks")).to_be_visible()
    page.context.close()
