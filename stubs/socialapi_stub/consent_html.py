"""How the consent page looks: plain HTML that needs nothing from elsewhere and works by keyboard."""

import html
from collections.abc import Sequence

from socialapi_contract.platforms import PLATFORMS
from starlette.responses import HTMLResponse, Response

from socialapi_stub.tables import Connection
from socialapi_stub.upstream import PageProfile

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem }}
label, fieldset, button {{ display: block; margin: 1rem 0 }}
fieldset label {{ margin: .25rem 0 }}
input[name=account] {{ font: inherit; width: 100%; box-sizing: border-box }}
button {{ font: inherit; padding: .4rem 1rem; display: inline-block }}
</style></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""

FORM = """<p>This page stands for the consent page of {platform}. Nothing leaves this machine.</p>
<form>
<input type="hidden" name="state" value="{state}">
<label>Account on {platform} <input name="account" value="{who}" required autofocus></label>
{pages}<button name="approve" value="1">Allow access</button>
<button name="deny" value="1">Refuse</button>
</form>"""

# Its button comes first, so that Enter in the field above looks at the pages of another account.
PAGES = """<button name="show" value="1">Show the pages of this account</button>
<input type="hidden" name="page" value="">
<fieldset><legend>Pages to give access to</legend>
{boxes}
</fieldset>
"""

BOX = '<label><input type="checkbox" name="page" value="{id}" checked> {name}</label>'


def form(connection: Connection, who: str, pages: Sequence[PageProfile]) -> Response:
    """Return the page that asks `who` to agree, and to which of their pages."""
    platform = PLATFORMS[connection.platform]
    boxes = "\n".join(BOX.format(id=_safe(page.platform_page_id), name=_safe(page.name)) for page in pages)
    body = FORM.format(
        platform=_safe(platform.name),
        state=_safe(connection.state),
        who=_safe(who),
        pages=PAGES.format(boxes=boxes or "There are none.") if platform.pages else "",
    )
    return _page(f"Connect {platform.name}", body, 200)


def message(title: str, text: str, status: int) -> Response:
    """Return a page that tells something."""
    return _page(title, f"<p>{_safe(text)}</p>", status)


def _page(title: str, body: str, status: int) -> Response:
    return HTMLResponse(PAGE.format(title=_safe(title), body=body), status)


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
