"""Accounts: none can be connected yet, so that every brand is without."""

from callers import Caller, needs
from flask import Blueprint
from flask.typing import ResponseReturnValue

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/accounts")
@needs("accounts:read")
def list_accounts(_caller: Caller) -> ResponseReturnValue:
    """Return no account."""
    return {"data": [], "count": 0}
