"""Provider states, for the conformance suite."""

from typing import Any

from socialapi_stub import clock, provider_states
from socialapi_stub.control import Order, OrderRefused, Plane
from socialapi_stub.control.choosing import workspace_of
from socialapi_stub.provider_states import CannotArrange, Wish


def list_states(_plane: Plane, _order: Order) -> dict[str, Any]:
    """Return the states, each with what it means."""
    known = provider_states.discover()
    return {"data": {name: (state.__doc__ or "").strip() for name, state in known.items()}}


def arrange_state(plane: Plane, order: Order) -> dict[str, Any]:
    """Arrange a state and return the ids of what it is about."""
    name, params = order.body["state"], order.body.get("params", {})
    state = provider_states.discover().get(name)
    if state is None:
        raise OrderRefused(f"state: there is no {name}", "GET /_mock/states lists them.", "not_found")
    with plane.storage.write() as session:
        workspace = workspace_of(session, params)
        try:
            keyring = plane.secrets.keyring
            return dict(state(Wish(session, workspace, params, clock.now(), plane.settings, keyring)))
        except CannotArrange as error:
            raise OrderRefused(str(error), "GET /_mock/states tells what a state needs.") from error
