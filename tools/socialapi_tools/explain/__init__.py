"""The pages of `sapi explain`: one for each kind of thing that has the name asked for.

Every format is a module with `render(pages) -> str`.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from socialapi_tools.explain import as_json, as_text, kinds
from socialapi_tools.explain.page import Page, Section

__all__ = ["Format", "Page", "Section", "names", "pages", "render"]


class Format(StrEnum):
    """The formats by the name users type."""

    TEXT = "text"
    JSON = "json"


_RENDERERS: dict[Format, Callable[[Sequence[Page]], str]] = {
    Format.TEXT: as_text.render,
    Format.JSON: as_json.render,
}


def pages(name: str) -> list[Page]:
    """Return the pages of a name, one per kind that knows it; none when no kind does."""
    found = (kind.page(name) for kind in kinds.modules())
    return [page for page in found if page is not None]


def names() -> Iterator[str]:
    """Yield every name that has a page."""
    for kind in kinds.modules():
        yield from kind.names()


def render(found: Sequence[Page], form: Format) -> str:
    """Return pages as text of one format, ending in a newline."""
    return _RENDERERS[form](found)
