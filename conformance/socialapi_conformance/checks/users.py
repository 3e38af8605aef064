"""The user behind the token."""

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, has, ok, problem
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified


@check(MUST, "get_me", over={name: name for name in ("demo", "other", "free", "past_due")}, needs=())
def names_the_plan(api: Api, workspace: str) -> None:
    """The profile names the plan the workspace is on, and whether it is blocked."""
    caller = api.workspace(workspace)
    answer = caller.call("get_me")
    user = ok(answer, 200)
    if caller.workspace.plan is None:
        raise NotVerified(f"the target names no plan for the workspace {workspace}")
    equal(answer, "plan", user["plan"], caller.workspace.plan)
    equal(answer, "billing_blocked", user["billing_blocked"], workspace == "past_due")


@check(MUST, "get_me")
def is_the_same_behind_every_token(api: Api) -> None:
    """API key, dashboard JWT and OAuth token of a workspace belong to the same user."""
    expected = ok(api.demo.call("get_me"), 200)["id"]
    for role in ("dashboard_jwt", "oauth_token"):
        answer = api.demo.using(role).call("get_me")
        equal(answer, "id", ok(answer, 200)["id"], expected)


@check(MUST, "update_me", "get_me", needs=("other",), alone_in="other")
def changes_the_profile(api: Api) -> None:
    """A change is answered with the full profile, and lasts."""
    before = ok(api.other.call("get_me"), 200)
    for use_case in (api.word("case"), before.get("use_case", "agency")):
        answer = api.other.call("update_me", body={"use_case": use_case})
        equal(answer, "use_case", ok(answer, 200).get("use_case"), use_case)
        read = api.other.call("get_me")
        equal(read, "use_case", ok(read, 200).get("use_case"), use_case)


@check(MUST, "update_me", "get_me")
def ignores_what_cannot_be_changed(api: Api) -> None:
    """Plan, address and billing cannot be changed here: a request that tries changes nothing."""
    before = ok(api.demo.call("get_me"), 200)
    body = {
        "plan": "enterprise",
        "email": "sapi@example.com",
        "billing_blocked": True,
        "id": api.unknown_id(),
    }
    api.demo.call("update_me", body=body)
    answer = api.demo.call("get_me")
    after = ok(answer, 200)
    equal(answer, "the profile", {name: after[name] for name in body}, {name: before[name] for name in body})


@check(MUST, "update_me")
def never_shows_the_referral(api: Api) -> None:
    """`referral` is stored and never shown."""
    answer = api.demo.call("update_me", body={"referral": api.word("referral")})
    equal(answer, "referral", ok(answer, 200).get("referral"), None)


@check(MUST, "delete_me", needs=("disposable",), alone_in="disposable")
def deletes_the_user_and_all_tokens(api: Api) -> None:
    """A deleted user's tokens are refused: the key with auth.invalid_key, the JWT with
    auth.user_not_found.
    """
    caller = api.workspace("disposable")
    token = caller.token("dashboard_jwt")
    if caller.call("get_me").status == 401:
        raise NotVerified("the workspace disposable is deleted already")
    answer = caller.call("delete_me")
    has(answer, "the answer", ok(answer, 200), {"ok": True})
    problem(caller.call("get_usage"), 401, "auth.invalid_key", "auth.user_not_found")
    problem(caller.bearing(token).call("get_usage"), 401, "auth.user_not_found", "auth.not_provisioned")
