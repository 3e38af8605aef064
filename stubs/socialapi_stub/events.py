"""What happened: rows of the events log, and the deliveries to webhooks that follow from them."""

from dataclasses import dataclass
from datetime import datetime

from socialapi_contract.events import Event
from sqlalchemy.orm import Session

from socialapi_stub.call import Body
from socialapi_stub.tables import Account


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event that happens in a workspace.

    `data` is the body that the contract gives the event (`EVENTS[event].payload`), without what all events
    share. `account` is the account it happens on, if it is one.
    """

    workspace_id: str
    event: Event
    data: Body
    at: datetime
    account: Account | None = None


def emit(session: Session, occurrence: Occurrence) -> None:
    """Note an event within the transaction that makes it happen, for the log and for every webhook."""
