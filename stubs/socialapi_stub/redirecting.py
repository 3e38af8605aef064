"""Where connect flows may send users: any web address, or the registered ones once there are some."""

from urllib.parse import urlsplit

import jsonschema_rs
from sqlalchemy import Select, select

from socialapi_stub.call import Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables.redirect_uris import RedirectUri

LOCAL = ("localhost", "127.0.0.1")
RULE = "has to be an https address; http is allowed for localhost and 127.0.0.1"
URI = jsonschema_rs.Draft4Validator({"type": "string", "format": "uri"}, validate_formats=True)


def require_allowed(call: Call, uri: str) -> None:
    """Raise `validation.field_invalid` for an address that a connect flow may not send users to."""
    require_web_address(uri, "redirect_uri")
    listed = call.session.scalars(registered(call)).all()
    if listed and uri not in {each.uri for each in listed}:
        raise Problem(
            "validation.field_invalid", "redirect_uri is not one of the registered ones", field="redirect_uri"
        )


def require_web_address(uri: str, field: str) -> None:
    """Raise `validation.field_invalid` unless an address is https, or http on this machine."""
    if not _is_web_address(uri):
        raise Problem("validation.field_invalid", f"{field} {RULE}", field=field)


def registered(call: Call) -> Select[RedirectUri]:
    """Select the registered addresses of the workspace, oldest first."""
    statement = select(RedirectUri).where(RedirectUri.workspace_id == call.workspace_id)
    return statement.order_by(RedirectUri.created_at, RedirectUri.id)


def _is_web_address(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        host = parts.hostname
    except ValueError:
        return False
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in LOCAL)
    return bool(host) and secure and URI.is_valid(uri)
