"""Provider states: what `sapi check` asks for because no call of the API brings it about."""

from typing import Any

from credentials import Credentials
from flask import Blueprint, current_app, request
from flask.typing import ResponseReturnValue
from storage import now, run

blueprint = Blueprint("states", __name__)


@blueprint.post("/states")
def arrange() -> ResponseReturnValue:
    """Arrange a state by its name, or refuse one that this server cannot."""
    states = {"deleted_user": deleted_user}
    wanted = request.get_json().get("state")
    if wanted not in states:
        return {"error": f"no such state here: {wanted}"}, 400
    return states[wanted]()


def deleted_user() -> dict[str, Any]:
    """Delete a user who has a key and tokens, and return these."""
    credentials = Credentials(current_app.extensions["keyring"])
    user = credentials.new_user("deleted")
    tokens = {"api_key": credentials.api_key(user), **credentials.jwts(user)}
    run("update users set deleted_at = ? where id = ?", now(), user["id"])
    return {"tokens": tokens}
