"""How the pages of the payment provider look: a sentence, buttons that post to the page, and a way back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import Response

from socialapi_stub import html_pages
from socialapi_stub.html_pages import safe

NOTICE = "<p>This page stands for the payment provider. No money moves.</p>"
BUTTON = '<form method="post" action="?do={name}"><button>{label}</button></form>'
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
        buttons = [BUTTON.format(name=safe(name), label=safe(label)) for name, label in self.buttons.items()]
        back = BACK.format(url=safe(self.back)) if self.back else ""
        body = "".join([f"<p>{safe(self.text)}</p>", NOTICE, *buttons, back])
        return html_pages.page(self.title, body, status)


def gone(title: str, operation: str) -> Response:
    """Return the page for an address that is unknown, used up or too old."""
    return html_pages.message(title, f"Ask for a new address with {operation}.", 410)
