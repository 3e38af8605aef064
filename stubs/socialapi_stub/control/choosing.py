"""What an order is about: the workspace, the account."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from socialapi_stub import workspaces
from socialapi_stub.control import OrderRefused
from socialapi_stub.tables import Account, Workspace

DEFAULT = "demo"


def workspace_of(session: Session, body: Mapping[str, Any]) -> Workspace:
    """Return the workspace that a body names, `demo` if it names none. Raises `OrderRefused`."""
    name = str(body.get("workspace", DEFAULT))
    found = workspaces.find(session, name)
    if found is None:
        raise OrderRefused(f"there is no workspace {name}", "GET /_mock/credentials lists them.", "not_found")
    return found


def account_of(session: Session, workspace: Workspace, account_id: str) -> Account:
    """Return an account of a workspace. Raises `OrderRefused`."""
    found = session.get(Account, account_id)
    if found is None or found.workspace_id != workspace.id:
        hint = "GET /v1/accounts lists them."
        raise OrderRefused(f"the workspace {workspace.name} has no account {account_id}", hint, "not_found")
    return found
