"""What the payment provider shows: a heading, a sentence, buttons that post to the page, and a way back."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import HTMLResponse, Response

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<body style="font-family:sans-serif;max-width:40em;margin:4em auto"><h1>{title}</h1><p>{text}</p>{rest}</body>
</html>"""
BUTTON = '<form method="post" action="?do={name}"><p><button>{label}</button></p></form>'
BACK = '<p><a href="{url}">Back</a></p>'


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `buttons` are the labels by what they ask for, `back` is where the user came from."""

    title: str
    text: str
    buttons: Mapping[str, str] = field(default_factory=dict)
    back: str | None = None

    def response(self, status: int = 200) -> Response:
        """Return the page as an answer."""
        title, text = html.escape(self.title), html.escape(self.text)
        rest = "".join(
            BUTTON.format(name=html.escape(name), label=html.escape(label))
            for name, label in self.buttons.items()
        )
        rest += BACK.format(url=html.escape(self.back)) if self.back else ""
        content = PAGE.format(title=title, text=text, rest=rest)
        return HTMLResponse(content, status, {"Cache-Control": "no-store"})


def gone(title: str, operation: str) -> Response:
    """Return the page for an address that is unknown, used up or too old."""
    return Page(title, f"Ask for a new address with {operation}.").response(410)
