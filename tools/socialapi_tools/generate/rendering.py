"""Rendering of generated Python and Markdown from templates."""

import json
import subprocess
import sys
from functools import cache
from typing import Any

import jinja2

from socialapi_tools.generate.wording import FILTERS


@cache
def environment() -> jinja2.Environment:
    """Return the template environment: strict about names, with filters that write Python."""
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("socialapi_tools.generate"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 # the output is Python and Markdown, never HTML
    )
    found.filters |= {"py": python, "arguments": arguments, "cell": cell, "json": indented} | FILTERS
    return found


def render(template: str, **context: Any) -> str:
    """Return a rendered template; Python is formatted by ruff."""
    text = environment().get_template(template).render(**context)
    return formatted(text) if template.endswith(".py.j2") else text


def python(value: Any) -> str:
    """Return a value as Python source."""
    return repr(value)


def arguments(values: dict[str, Any]) -> str:
    """Return a mapping as keyword arguments."""
    return ", ".join(f"{name}={python(value)}" for name, value in values.items())


def cell(value: Any) -> str:
    """Return a value as one Markdown table cell."""
    return " ".join(str(value).replace("|", r"\|").split())


def indented(value: Any) -> str:
    """Return a value as JSON for people."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def formatted(source: str) -> str:
    """Return Python source as ruff lays it out, whatever the user's own configuration says."""
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length=110", "-"]
    return subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout  # noqa: S603 # fixed command
