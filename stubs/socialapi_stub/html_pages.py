"""How the pages look that stand for other systems: plain HTML that needs nothing from elsewhere."""

import html

from starlette.responses import HTMLResponse, Response

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


def page(title: str, body: str, status: int = 200) -> Response:
    """Return a page; `body` is HTML, the title is plain text."""
    return HTMLResponse(PAGE.format(title=safe(title), body=body), status, {"Cache-Control": "no-store"})


def message(title: str, text: str, status: int) -> Response:
    """Return a page that tells something."""
    return page(title, f"<p>{safe(text)}</p>", status)


def safe(text: str) -> str:
    """Return plain text as HTML, fit for attributes too."""
    return html.escape(text, quote=True)
