"""The example page, in a browser: it lists, publishes, and shows the webhooks that follow."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mock_server import ROOT, SAPI, Mock, start_mock
from playwright.sync_api import Browser, Page, expect

EXAMPLE = ROOT / "examples" / "frontend"


@pytest.fixture(scope="module")
def own_mock() -> Iterator[Mock]:
    with start_mock() as running:
        yield running


@pytest.fixture(scope="module")
def address(own_mock: Mock) -> Iterator[str]:
    command = [sys.executable, str(EXAMPLE / "receiver.py"), "--port", "0", "--mock", own_mock.url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as receiver:
        assert receiver.stdout is not None
        lines = iter(receiver.stdout.readline, "")
        yield next(found[0] for line in lines if (found := re.search(r"http://\S+", line)))
        receiver.terminate()


@pytest.fixture(scope="module")
def page(address: str, browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1000, "height": 760})
    opened.goto(address)
    opened.wait_for_selector("body[data-ready]", timeout=20000)
    yield opened
    opened.close()


def test_it_lists_posts(page: Page) -> None:
    expect(page.locator("#posts li")).to_have_count(8)
    expect(page.locator("#problem")).to_be_hidden()


def test_it_publishes_and_shows_the_signed_webhook(page: Page) -> None:
    page.fill("#text", "Hello from the page")
    page.click("text=Publish")
    expect(page.locator("#webhooks li", has_text="post.published").first).to_have_class(
        "verified", timeout=10000
    )
    expect(page.locator("#posts li", has_text="Hello from the page")).to_contain_text("published")


def test_it_shows_a_comment_that_sapi_triggers(page: Page, own_mock: Mock, tmp_path: Path) -> None:
    said = "Where can I buy these?"
    order = [SAPI, "trigger", "comment.received", "--set", f"content.text={said}", "--url", own_mock.url]
    subprocess.run(order, check=True, capture_output=True)
    expect(page.locator("#webhooks li", has_text=said)).to_have_class("verified", timeout=10000)
    expect(page.locator("#posts li", has_text="Hello from the page")).to_contain_text(said)
    page.screenshot(path=os.environ.get("SAPI_SCREENSHOT", str(tmp_path / "page.png")))


def test_it_tells_what_goes_wrong(page: Page) -> None:
    page.route(
        "**/v1/posts", lambda route: route.continue_(headers={**route.request.headers, "prefer": "code=403"})
    )
    page.fill("#text", "Not to be")
    page.click("text=Publish")
    expect(page.locator("#problem")).to_contain_text(re.compile(r"^\w+\.\w+: .+ \(request \w+\)$"))
