"""Identifiers in the forms the API is known to use."""

import hashlib
import secrets
import uuid

from ulid import ULID


def new_uuid() -> str:
    """Return an id for brands, posts, keys, media and users."""
    return str(uuid.uuid4())


def new_account_id() -> str:
    """Return an id for a connected account."""
    return f"acc_{ULID()}"


def new_page_id() -> str:
    """Return an id for a page."""
    return f"sapi_page_{ULID()}"


def new_board_id() -> str:
    """Return an id for a board."""
    return f"sapi_board_{ULID()}"


def new_login_id() -> str:
    """Return an id for a login that several brands may share."""
    return f"cred_{ULID()}"


def new_webhook_id() -> str:
    """Return an id for a webhook."""
    return f"wh_{ULID()}"


def new_connection_id() -> str:
    """Return an id for a connection that waits for a choice."""
    return f"pc_{secrets.token_hex(16)}"


def new_invite_token() -> str:
    """Return what opens an invite."""
    return secrets.token_hex(20)


def new_redirect_uri_id() -> str:
    """Return an id for a registered redirect URI."""
    return f"sapi_ruri_{secrets.token_hex(6)}"


def new_state() -> str:
    """Return the token that ties a consent page to the connect call behind it."""
    return secrets.token_hex(16)


def stable_bytes(*name: str) -> bytes:
    """Return 32 bytes that belong to a name, in every database the same."""
    return hashlib.sha256("/".join(("socialapi-mock", *name)).encode()).digest()


def stable_uuid(*name: str) -> str:
    """Return a UUID that belongs to a name."""
    return str(uuid.UUID(bytes=stable_bytes(*name)[:16], version=4))


def stable_ulid(*name: str) -> str:
    """Return a ULID that belongs to a name."""
    return str(ULID.from_bytes(stable_bytes(*name)[:16]))
