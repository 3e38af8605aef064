"""Connect flows that end in a choice among candidates, or in a code that the caller has received."""

from socialapi_stub import connecting, selecting
from socialapi_stub.call import Answer, Body, Call


def get_pending_connection(call: Call, connection_id: str) -> Body:
    """Return what there is to choose from."""
    return selecting.document(call, selecting.find(call, connection_id))


def select_pending_connection(call: Call, connection_id: str, body: Body) -> Body:
    """Connect what was chosen."""
    return connecting.connected(selecting.choose(call, connection_id, body))


def exchange_connection_code(call: Call, body: Body) -> Answer:
    """Connect the account behind a platform's code, or begin the choice among several."""
    return connecting.exchange(call, body)
