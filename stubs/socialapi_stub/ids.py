"""Identifiers in the forms the API is known to use (conventions, 12)."""

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


def new_login_id() -> str:
    """Return an id for a login that several brands may share."""
    return f"cred_{ULID()}"


def new_state() -> str:
    """Return the token that ties a consent page to the connect call behind it."""
    return secrets.token_hex(16)
