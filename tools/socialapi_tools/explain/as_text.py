"""The format for people: Markdown that reads well as it is on a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from socialapi_tools.explain.page import Page, Section

WIDTH = 100
"""Prose and lists are wrapped to this many characters."""


def render(pages: Sequence[Page]) -> str:
    """Return the pages under each other."""
    return "\n".join("\n\n".join(_blocks(page)) + "\n" for page in pages)


def _blocks(page: Page) -> Iterator[str]:
    yield f"# {page.kind} {page.id}"
    yield _wrapped(page.summary)
    for section in (*page.sections, Section("Source", code=page.source)):
        if section:
            yield f"## {section.heading}"
            yield from _parts(section)


def _parts(section: Section) -> Iterator[str]:
    if section.text:
        yield "\n\n".join(_laid_out(paragraph) for paragraph in section.text.split("\n\n"))
    if section.items:
        yield "\n".join(_wrapped(item, "- ") for item in section.items)
    if section.code:
        yield f"```\n{section.code.strip()}\n```"


def _laid_out(paragraph: str) -> str:
    return paragraph if "\n" in paragraph else _wrapped(paragraph)


def _wrapped(text: str, mark: str = "") -> str:
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
