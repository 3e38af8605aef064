"""The page of a rule: its module's docstring, in sections, with examples that the tests run."""

import inspect
import re

from socialapi_tools.lint import rules

SECTIONS = ("What", "Why", "Bad", "Good", "Fix")
MARK = "# <-"
"""Ends every line of a Bad example that the rule reports."""

_FILE = re.compile(r"^# (\S+\.(?:yaml|md))\b")
_BLOCK = re.compile(r"^```(?:yaml|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    """Return the page as Markdown, headed by the rule's name. Raises `KeyError` for an unknown rule."""
    return f"# {name}\n\n{inspect.cleandoc(rules.module(name).__doc__ or '')}\n"


def summary(name: str) -> str:
    """Return the defect in one line."""
    return (rules.module(name).__doc__ or "").strip().partition("\n")[0]


def sections(name: str) -> dict[str, str]:
    """Return the page's sections by heading."""
    parts = re.split(r"^## (.+)$", page(name), flags=re.MULTILINE)
    return {heading: text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def example(name: str, section: str) -> dict[str, str]:
    """Return the files of an example by path below the specification.

    A block holds one or more whole files; each starts with a comment that is its path.
    """
    files: dict[str, str] = {}
    for block in _BLOCK.findall(sections(name).get(section, "")):
        path = ""
        for line in block.splitlines(keepends=True):
            if found := _FILE.match(line):
                path = found[1]
            files[path] = files.get(path, "") + line
    return files
