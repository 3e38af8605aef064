"""The user behind the token."""

from callers import UNGATED, Caller, needs
from flask import Blueprint
from flask.typing import ResponseReturnValue

blueprint = Blueprint("users", __name__)


@blueprint.get("/users/me")
@needs(UNGATED, past_due_exempt=True)
def get_me(caller: Caller) -> ResponseReturnValue:
    """Return the profile."""
    user = caller.user
    return {
        "id": user["id"],
        "email": f"{user['subject']}@example.com",
        "plan": user["plan"],
        "onboarding": False,
        "beta_tester": False,
        "allowed_platforms": [],
        "lock_accounts_to_brand": False,
        "facebook_page_selection": True,
        "billing_blocked": user["past_due_since"] is not None,
        "billing_blocked_at": user["past_due_since"],
    }
