"""Workspaces of a seed: the user, the first brand, the keys; its secrets follow from its name."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from socialapi_stub import ids, tokens
from socialapi_stub.tables import ApiKey, Brand, Table, Workspace

ISSUED = datetime(2026, 1, 1, tzinfo=UTC)
EXPIRES = datetime(2100, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
# 40 days put the first period behind and the middle of the second one at hand.
AGE = timedelta(days=40)

KEYS = ("api_key", "scoped_key", "brand_key", "revoked_key")


def add(session: Session, name: str, plan: str, now: datetime) -> tuple[Workspace, Brand]:
    """Add a workspace with its first brand and its keys."""
    workspace, brand = _workspace(name, plan, now), _first_brand(name, now)
    session.add_all([workspace, brand, *_keys(name, workspace, brand)])
    return workspace, brand


def remove(session: Session, workspace: Workspace, at: datetime) -> None:
    """Remove a workspace with everything in it; its tokens are refused from now on."""
    for table in Table.metadata.sorted_tables:
        if "workspace_id" in table.c:
            session.execute(delete(table).where(table.c.workspace_id == workspace.id))
    workspace.deleted_at = at


def find(session: Session, name: str) -> Workspace | None:
    """Return the workspace with a name or an id."""
    return session.scalar(select(Workspace).where(or_(Workspace.name == name, Workspace.id == name)))


def stable_key(*name: str) -> str:
    """Return an API key that is the same in every database."""
    return tokens.KEY_PREFIX + ids.stable_bytes(*name).hex()[:62]


def tokens_of(name: str, keyring: tokens.Keyring) -> dict[str, str]:
    """Return the ready tokens of a workspace, by role."""
    expired = {**claims("dashboard_jwt", name), "exp": int((ISSUED + HOUR).timestamp())}
    return {
        **{role: stable_key(name, role) for role in KEYS},
        "dashboard_jwt": keyring.sign("dashboard_jwt", claims("dashboard_jwt", name)),
        "oauth_token": keyring.sign("oauth_token", claims("oauth_token", name)),
        "expired_jwt": keyring.sign("dashboard_jwt", expired),
    }


def claims(kind: tokens.JwtKind, name: str) -> dict[str, Any]:
    """Return the claims of the long-lived JWT of a workspace."""
    return tokens.claims_for(kind, ids.stable_uuid(name, "subject"), ISSUED, EXPIRES)


def _workspace(name: str, plan: str, now: datetime) -> Workspace:
    return Workspace(
        id=ids.stable_uuid(name, "workspace"),
        name=name,
        subject=ids.stable_uuid(name, "subject"),
        email=f"{name}@example.com",
        plan=plan,
        created_at=now - AGE,
        use_case="agency",
        onboarding=False,
    )


def _first_brand(name: str, now: datetime) -> Brand:
    return Brand(
        id=ids.stable_uuid(name, "brand"),
        workspace_id=ids.stable_uuid(name, "workspace"),
        name="Default",
        created_at=now - AGE,
        updated_at=now - AGE,
    )


def _keys(name: str, workspace: Workspace, brand: Brand) -> list[ApiKey]:
    restrictions: Mapping[str, dict[str, list[str]]] = {
        "scoped_key": {"scopes": ["posts:read"]},
        "brand_key": {"brand_ids": [brand.id]},
    }
    keys = []
    for position, role in enumerate(KEYS):
        secret = stable_key(name, role)
        keys.append(
            ApiKey(
                id=ids.stable_uuid(name, role, "id"),
                workspace_id=workspace.id,
                name=role.replace("_", " ").capitalize(),
                digest=tokens.digest(secret),
                preview=tokens.preview(secret),
                is_active=role != "revoked_key",
                created_at=workspace.created_at + timedelta(seconds=position),
                **restrictions.get(role, {}),
            )
        )
    return keys
