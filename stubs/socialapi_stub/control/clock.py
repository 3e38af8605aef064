"""What time it is for the mock."""

from datetime import timedelta
from functools import partial
from typing import Any

from socialapi_stub import clock, timekeeping
from socialapi_stub.clock import Setting
from socialapi_stub.control import Order, OrderRefused, Plane


def read_clock(_plane: Plane, _order: Order) -> dict[str, Any]:
    """Return the time, and whether it stands."""
    setting = clock.setting()
    now = setting.read()
    ahead = (now - Setting().read()).total_seconds() if setting != Setting() else 0
    return {"now": clock.text(now), "frozen": setting.stopped_at is not None, "ahead": round(ahead, 3)}


def set_clock(plane: Plane, order: Order) -> dict[str, Any]:
    """Stop, move or release the clock, then do what is due."""
    timekeeping.keep(plane.storage, partial(_wanted, order))
    timekeeping.catch_up(plane.storage, plane.settings)
    return read_clock(plane, order)


def _wanted(order: Order, setting: Setting) -> Setting:
    setting = Setting() if order.body.get("reset") else setting
    here = setting.read()
    frozen = order.body.get("freeze", setting.stopped_at is not None)
    if "at" in order.body:
        here = clock.parse(order.body["at"])
    elif not ({"advance", "freeze"} & set(order.body)):
        return setting
    try:
        here += timedelta(seconds=order.body.get("advance", 0))
    except OverflowError as error:
        raise OrderRefused("advance: the calendar ends before that", "Advance less.") from error
    return Setting(stopped_at=here) if frozen else Setting(ahead=here - Setting().read())
