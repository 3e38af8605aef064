"""Platforms that do not do what they are asked for."""

from socialapi_contract.errors import lookup
from ulid import ULID

from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables.outcomes import Outcome


def platform_refuses(wish: Wish) -> dict[str, str]:
    """The next calls of the workspace that reach a platform are refused by it, one with each of `codes`."""
    codes, order = wish.params.get("codes"), ULID()
    if not isinstance(codes, list) or not codes or not all(_is_known(code) for code in codes):
        raise CannotArrange("codes: give a list of codes of the catalogue")
    for place, code in enumerate(codes):
        name = f"{order}-{place:03}"
        wish.session.add(Outcome(id=name, workspace_id=wish.workspace.id, reason=code, remaining=1))
    return {"workspace": wish.workspace.name}


def _is_known(code: object) -> bool:
    try:
        return bool(lookup(str(code)))
    except KeyError:
        return False
