"""What whoever sets off a comment or a mention wants to see in it."""

from datetime import datetime

from socialapi_stub import clock, upstream, wishes
from socialapi_stub.call import Body
from socialapi_stub.tables import Account
from socialapi_stub.triggers import CannotTrigger, Occasion

STRANGER = "lea.winter"


def author(occasion: Occasion, account: Account) -> Body:
    """Return who writes, in the form of `Comment.author`. Raises `CannotTrigger`."""
    wanted = wishes.part(occasion.overrides, "author")
    known = upstream.commenter(account.platform, wishes.text(wanted, "username", STRANGER))
    told = {name: wishes.text(wanted, name, known[name]) for name in ("id", "name", "username")}
    return {**known, **told, "picture": wishes.text(wanted, "avatar_url", known["picture"])}


def moment(occasion: Occasion) -> datetime:
    """Return when it happens, `received_at` or now. Raises `CannotTrigger`."""
    wanted = wishes.text(occasion.overrides, "received_at")
    try:
        return clock.parse(wanted) if wanted else occasion.now
    except ValueError as error:
        raise CannotTrigger(str(error)) from error
