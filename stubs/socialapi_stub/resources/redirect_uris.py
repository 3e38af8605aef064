"""Redirect URIs: the list of addresses that connect flows may send users to."""

from socialapi_stub import clock, ids, redirecting
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables.redirect_uris import RedirectUri

MOST = 20


def list_redirect_uris(call: Call) -> Body:
    """Return every registered address, oldest first."""
    data = [_document(each) for each in call.session.scalars(redirecting.registered(call))]
    return {"data": data, "count": len(data)}


def create_redirect_uri(call: Call, body: Body) -> Body:
    """Register an address; with the first one, connect flows are held to the list."""
    uri = body["uri"]
    redirecting.require_web_address(uri, "uri")
    listed = [each.uri for each in call.session.scalars(redirecting.registered(call))]
    if uri in listed:
        raise Problem("validation.redirect_uri_duplicate", field="uri")
    if len(listed) >= MOST:
        raise Problem("validation.field_invalid", f"at most {MOST} redirect URIs are registered", field="uri")
    made = RedirectUri(
        id=ids.new_redirect_uri_id(),
        workspace_id=call.workspace_id,
        uri=uri,
        label=body.get("label"),
        created_at=call.now,
    )
    call.session.add(made)
    return _document(made)


def delete_redirect_uri(call: Call, redirect_uri_id: str) -> None:
    """Take an address off the list; without any left, every web address is accepted again."""
    found = call.session.get(RedirectUri, redirect_uri_id)
    if found is None or found.workspace_id != call.workspace_id:
        raise Problem("resource.not_found", resource="redirect_uri", id=redirect_uri_id)
    call.session.delete(found)


def _document(redirect_uri: RedirectUri) -> Body:
    label = {} if redirect_uri.label is None else {"label": redirect_uri.label}
    return {
        "id": redirect_uri.id,
        "uri": redirect_uri.uri,
        **label,
        "created_at": clock.text(redirect_uri.created_at),
    }
