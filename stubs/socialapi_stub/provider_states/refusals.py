"""Platforms that do not do what they are asked for."""

from socialapi_contract.errors import lookup
from ulid import ULID

from socialapi_stub import arranging
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables.outcomes import Outcome


def platform_refuses(wish: Wish) -> dict[str, str]:
    """The next call of the workspace that reaches a platform is refused by it, which is `code` in the API."""
    code = arranging.text(wish, "code")
    try:
        lookup(code)
    except KeyError:
        raise CannotArrange(f"code: {code} is none of the catalogue") from None
    outcome = Outcome(id=str(ULID()), workspace_id=wish.workspace.id, reason=code, remaining=1)
    wish.session.add(outcome)
    return {"workspace": wish.workspace.name}
