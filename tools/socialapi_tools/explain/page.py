"""What there is to say of one thing, before it is laid out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A part of a page: prose, then a list, then what is shown letter by letter; each may be empty.

    Prose is Markdown in paragraphs; one of a single line is wrapped, one of several is laid out already.
    """

    heading: str
    text: str = ""
    items: tuple[str, ...] = ()
    code: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.items or self.code)


@dataclass(frozen=True)
class Page:
    """The page of one thing; `source` is the Python that makes it, where there is some."""

    kind: str
    id: str
    summary: str
    sections: tuple[Section, ...]
    source: str = ""
