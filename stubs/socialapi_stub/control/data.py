"""Planting data, keeping them, bringing them back."""

import json
from typing import Any

from socialapi_stub import fixtures, seeds, snapshots, timekeeping
from socialapi_stub.clock import Setting
from socialapi_stub.control import Order, OrderRefused, Plane
from socialapi_stub.control.credentials import get_credentials


def reset(plane: Plane, _order: Order) -> None:
    """Bring the seed back, and real time with it."""
    seeds.reset(plane.storage)
    _begin_anew(plane)


def plant_seed(plane: Plane, order: Order) -> dict[str, Any]:
    """Replace all data by a fixture."""
    try:
        seeds.reset(plane.storage, json.dumps(order.body))
    except fixtures.NotAFixture as error:
        raise OrderRefused(str(error), "Mend the fixture; the data are what they were.") from error
    _begin_anew(plane)
    return get_credentials(plane, order)


def list_snapshots(plane: Plane, _order: Order) -> dict[str, Any]:
    """Return the names of the snapshots."""
    return {"data": snapshots.names(plane.storage)}


def take_snapshot(plane: Plane, order: Order) -> None:
    """Keep all data as they are."""
    snapshots.take(plane.storage, order.parameters["name"])


def restore_snapshot(plane: Plane, order: Order) -> None:
    """Bring all data back to a snapshot."""
    name = order.parameters["name"]
    _require(plane, order)
    try:
        snapshots.restore(plane.storage, name)
    except snapshots.SnapshotOutdated as error:
        hint = f"Take it again: PUT /_mock/snapshots/{name}."
        raise OrderRefused(f"the snapshot {name} is one of an older stub", hint) from error
    timekeeping.load(plane.storage)


def delete_snapshot(plane: Plane, order: Order) -> None:
    """Forget a snapshot."""
    _require(plane, order)
    snapshots.drop(plane.storage, order.parameters["name"])


def _begin_anew(plane: Plane) -> None:
    plane.requests.clear()
    timekeeping.keep(plane.storage, lambda _: Setting())


def _require(plane: Plane, order: Order) -> None:
    known = snapshots.names(plane.storage)
    if order.parameters["name"] not in known:
        hint = f"There are: {', '.join(known)}." if known else "PUT /_mock/snapshots/{name} takes one."
        raise OrderRefused(f"there is no snapshot {order.parameters['name']}", hint, "not_found")
