"""How the consent page looks; it works by keyboard."""

from collections.abc import Sequence

from socialapi_contract.platforms import PLATFORMS
from starlette.responses import Response

from socialapi_stub.html_pages import page, safe
from socialapi_stub.tables import Connection
from socialapi_stub.upstream import PageProfile

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
    boxes = "\n".join(BOX.format(id=safe(one.platform_page_id), name=safe(one.name)) for one in pages)
    body = FORM.format(
        platform=safe(platform.name),
        state=safe(connection.state),
        who=safe(who),
        pages=PAGES.format(boxes=boxes or "There are none.") if platform.pages else "",
    )
    return page(f"Connect {platform.name}", body)
