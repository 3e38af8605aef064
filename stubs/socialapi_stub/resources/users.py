"""Users: the profile behind the token."""

from socialapi_stub import clock, workspaces
from socialapi_stub.call import Body, Call
from socialapi_stub.documents import present
from socialapi_stub.tables import Workspace


def get_me(call: Call) -> Body:
    """Return the profile."""
    return _document(call.workspace)


def update_me(call: Call, body: Body) -> Body:
    """Change what the user may change about itself.

    The rest of the profile is the plan's and the platforms'.
    """
    for name in ("use_case", "referral", "lock_accounts_to_brand"):
        if name in body:
            setattr(call.workspace, name, body[name])
    if body.get("onboarding") is False:  # the introduction ends once and never starts anew
        call.workspace.onboarding = False
    return _document(call.workspace)


def delete_me(call: Call) -> Body:
    """Remove the workspace with everything in it; its tokens are refused from now on."""
    workspaces.remove(call.session, call.workspace, call.now)
    return {"ok": True}


def _document(workspace: Workspace) -> Body:
    optional = {"avatar_url": workspace.avatar_url, "use_case": workspace.use_case}
    return {
        "id": workspace.id,
        "email": workspace.email,
        "plan": workspace.plan,
        **present(optional),
        "onboarding": workspace.onboarding,
        "beta_tester": workspace.beta_tester,
        "lock_accounts_to_brand": workspace.lock_accounts_to_brand,
        "facebook_page_selection": True,
        "billing_blocked": workspace.billing_blocked_at is not None,
        "billing_blocked_at": clock.optional_text(workspace.billing_blocked_at),
        "allowed_platforms": workspace.allowed_platforms,
    }
