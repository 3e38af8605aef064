"""Who may call what: kinds of token, scopes, the block of unpaid workspaces; on every operation."""

from dataclasses import replace

from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.scopes import SCOPES

from socialapi_conformance.api import Api
from socialapi_conformance.callers import ABSENT, Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, problem, that
from socialapi_conformance.lasting_keys import lasting_keys
from socialapi_conformance.registry import MUST, SHOULD, check
from socialapi_conformance.relations import deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

EVERY = [operation for operation in OPERATIONS.values() if operation.tokens]
# Whether a restricted key may do what no scope covers is left open.
FOR_KEYS = [each for each in EVERY if "api_key" in each.tokens and each.scope != "unmapped"]
NOT_FOR_KEYS = [each for each in EVERY if "api_key" not in each.tokens]
NOT_FOR_OAUTH = [each for each in EVERY if "oauth_token" not in each.tokens]
MAPPED = [each for each in FOR_KEYS if not each.scope_recommended]
CLOSED = [each for each in MAPPED if each.scope != "ungated"]
OPEN = [each for each in MAPPED if each.scope != "admin"]
RECOMMENDED = [each for each in FOR_KEYS if each.scope_recommended and each.scope in SCOPES]
_AUTHENTICATION = "overview: Authentication"


@check(MUST, _AUTHENTICATION, over=EVERY)
def accepts_its_tokens(api: Api, operation: Operation) -> None:
    """Each kind of token the operation takes is let in: API key, dashboard JWT, OAuth access token."""
    if deletes_its_caller(operation):
        raise NotVerified("success would delete the workspace")
    for kind in operation.tokens:
        _lets_in(api, api.demo.using(kind), operation, f"the {kind}")


@check(MUST, _AUTHENTICATION, over=NOT_FOR_KEYS)
def keeps_keys_from_the_dashboard(api: Api, operation: Operation) -> None:
    """What only the dashboard may do is refused to every API key with 403 auth.dashboard_only."""
    for role in ("api_key", "scoped_key", "brand_key"):
        problem(_harmless(api, api.demo.using(role), operation), 403, "auth.dashboard_only")


@check(SHOULD, _AUTHENTICATION, over=NOT_FOR_OAUTH)
def keeps_oauth_tokens_from_the_dashboard(api: Api, operation: Operation) -> None:
    """What only the dashboard may do is refused to OAuth access tokens with 403 auth.dashboard_only."""
    problem(_harmless(api, api.demo.using("oauth_token"), operation), 403, "auth.dashboard_only")


@check(MUST, _AUTHENTICATION, over=CLOSED)
def holds_keys_to_their_scopes(api: Api, operation: Operation) -> None:
    """A key that holds every scope but the one the operation needs is refused with 403
    auth.insufficient_scope, whose `meta.required_scope` names it; so is one with all scopes where full access
    is needed.
    """
    _refuses_without_the_scope(api, operation)


@check(MUST, _AUTHENTICATION, over=OPEN)
def opens_to_the_needed_scope(api: Api, operation: Operation) -> None:
    """A key that holds the scope the operation needs, and no other, is let in; where none is needed, a key
    with any scope.
    """
    _opens_to_the_scope(api, operation)


@check(SHOULD, _AUTHENTICATION, over=RECOMMENDED)
def agrees_with_the_recommended_scope(api: Api, operation: Operation) -> None:
    """Where the scope of an operation is a recommendation, a key with this scope alone is let in and one with
    all the others is refused with 403 auth.insufficient_scope.
    """
    _refuses_without_the_scope(api, operation)
    _opens_to_the_scope(api, operation)


@check(MUST, "overview: Response format", over=EVERY, needs=("past_due",))
def blocks_past_due_workspaces(api: Api, operation: Operation) -> None:
    """While the subscription is past due, every operation that is not exempt is refused with 402
    billing.past_due, whatever the kind of token.
    """
    if deletes_its_caller(operation):
        _make_sure_of_the_block(api)
    caller = api.past_due.fit_for(operation)
    request = api.samples(caller).naming_nothing(operation)
    kinds = [kind for kind in operation.tokens if kind in caller.workspace.tokens]
    for answer in (caller.using(kind).send(request) for kind in kinds):
        if operation.past_due_exempt:
            works = answer.status in (*operation.successes, 404)
            that(answer, works, "an exempt operation to work", answer.summary())
        else:
            problem(answer, 402, "billing.past_due")


def _refuses_without_the_scope(api: Api, operation: Operation) -> None:
    needed = operation.scope if operation.scope in SCOPES else None
    answer = _harmless(api, lasting_keys(api).limited_to(SCOPES.keys() - {needed}), operation)
    error = problem(answer, 403, "auth.insufficient_scope")
    named = error.get("meta", {}).get("required_scope")
    equal(answer, "error.meta.required_scope", named, needed)


def _opens_to_the_scope(api: Api, operation: Operation) -> None:
    scope = operation.scope if operation.scope in SCOPES else api.random.choice(list(SCOPES))
    _lets_in(api, lasting_keys(api).limited_to([scope]), operation, f"a key for {scope}")


def _lets_in(api: Api, caller: Caller, operation: Operation, who: str) -> None:
    """Expect that a request which names nothing and has no body gets past authentication."""
    request = api.samples(caller).naming_nothing(operation)
    answer = caller.send(replace(request, body=ABSENT))
    let_in = answer.status != 401 and not (answer.code() or "").startswith("auth.")
    that(answer, let_in, f"{who} to be accepted", answer.summary())


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
