"""Who may call what: kinds of token, scopes, brands, the block of unpaid workspaces; on every operation."""

from dataclasses import replace

from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.scopes import SCOPES

from socialapi_conformance.api import Api
from socialapi_conformance.callers import ABSENT, Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, problem, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

EVERY = [operation for operation in OPERATIONS.values() if operation.tokens]
_OF_THE_WORKSPACE = {"admin", *(scope.name for scope in SCOPES.values() if scope.account_level)}
# Whether a restricted key may do what no scope covers is left open.
FOR_KEYS = [each for each in EVERY if "api_key" in each.tokens and each.scope != "unmapped"]
NOT_FOR_KEYS = [each for each in EVERY if "api_key" not in each.tokens]
WHOLE_WORKSPACE = [operation for operation in FOR_KEYS if operation.scope in _OF_THE_WORKSPACE]
READABLE_BY_BRAND = [each for each in FOR_KEYS if each.method == "GET" and each not in WHOLE_WORKSPACE]
_AUTHENTICATION = "overview: Authentication"


@check(MUST, _AUTHENTICATION, over=EVERY)
def accepts_its_tokens(api: Api, operation: Operation) -> None:
    """Each kind of token the operation takes is let in: API key, dashboard JWT, OAuth access token."""
    if deletes_its_caller(operation):
        raise NotVerified("success would delete the workspace")
    for kind in operation.tokens:
        caller = api.demo.using(kind)
        request = api.samples(caller).naming_nothing(operation)
        answer = caller.send(replace(request, body=ABSENT))
        let_in = answer.status != 401 and not (answer.code() or "").startswith("auth.")
        that(answer, let_in, f"the {kind} to be accepted", answer.summary())


@check(MUST, _AUTHENTICATION, over=NOT_FOR_KEYS)
def keeps_keys_from_the_dashboard(api: Api, operation: Operation) -> None:
    """What only the dashboard may do is refused to every API key with 403 auth.dashboard_only."""
    for role in ("api_key", "scoped_key", "brand_key"):
        problem(_harmless(api, api.demo.using(role), operation), 403, "auth.dashboard_only")


@check(MUST, _AUTHENTICATION, over=FOR_KEYS)
def holds_keys_to_their_scopes(api: Api, operation: Operation) -> None:
    """A key limited to posts:read is refused with 403 auth.insufficient_scope wherever posts:read does not
    suffice.
    """
    answer = _harmless(api, api.demo.using("scoped_key"), operation)
    if operation.scope in ("posts:read", "ungated"):
        that(answer, answer.status not in (401, 403), "the key to be accepted", answer.summary())
        return
    error = problem(answer, 403, "auth.insufficient_scope")
    needed = operation.scope if operation.scope in SCOPES else None
    equal(answer, "error.meta.required_scope", error.get("meta", {}).get("required_scope"), needed)


@check(MUST, _AUTHENTICATION, over=WHOLE_WORKSPACE)
def keeps_brand_keys_from_the_workspace(api: Api, operation: Operation) -> None:
    """A key restricted to a brand is refused with 403 auth.insufficient_scope what concerns the whole
    workspace.
    """
    problem(_harmless(api, api.demo.using("brand_key"), operation), 403, "auth.insufficient_scope")


@check(MUST, _AUTHENTICATION, over=READABLE_BY_BRAND)
def lets_brand_keys_read(api: Api, operation: Operation) -> None:
    """A key restricted to a brand, but not to scopes, may read whatever belongs to brands."""
    answer = _harmless(api, api.demo.using("brand_key"), operation)
    that(answer, answer.status not in (401, 403), "the key to be accepted", answer.summary())


@check(MUST, "overview: Response format", over=EVERY, needs=("past_due",))
def blocks_past_due_workspaces(api: Api, operation: Operation) -> None:
    """While the subscription is past due, every operation that is not exempt is refused with 402
    billing.past_due.
    """
    if deletes_its_caller(operation):
        _make_sure_of_the_block(api)
    caller = api.past_due.fit_for(operation)
    answer = caller.send(api.samples(caller).naming_nothing(operation))
    if operation.past_due_exempt:
        works = answer.status in (*operation.successes, 404)
        that(answer, works, "an exempt operation to work", answer.summary())
    else:
        problem(answer, 402, "billing.past_due")


def _harmless(api: Api, caller: Caller, operation: Operation) -> Answer:
    """Send a valid request that a correct server answers without changing anything."""
    if deletes_its_caller(operation):
        raise NotVerified("a faulty server would delete the workspace")
    return caller.send(api.samples(caller).naming_nothing(operation))


def _make_sure_of_the_block(api: Api) -> None:
    """Raise `NotVerified` unless the server is seen to block the workspace, which would be deleted
    otherwise.
    """
    harmless = next(each for each in EVERY if each.method == "GET" and not each.past_due_exempt)
    if api.past_due.send(api.samples(api.past_due).naming_nothing(harmless)).status != 402:
        raise NotVerified("a server that does not block would delete the workspace")
