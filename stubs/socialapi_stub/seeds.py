"""The data a server starts with, the secrets it keeps, and the tokens that come with a seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from socialapi_stub import clock, demo, ids, tokens
from socialapi_stub.settings import Seed
from socialapi_stub.storage import DatabaseUnavailable, Storage, explain, temporary_url
from socialapi_stub.tables import SCHEMA_VERSION, ApiKey, Brand, ServerFact, Table, Workspace

ISSUED = datetime(2026, 1, 1, tzinfo=UTC)
EXPIRES = datetime(2100, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)

# What each workspace is for: everything, isolation, limits, the 402 block, being deleted.
PLANS: Mapping[str, str] = {
    "demo": "pro",
    "other": "starter",
    "free": "free",
    "past_due": "pro",
    "disposable": "starter",
}
KEYS = ("api_key", "scoped_key", "brand_key", "revoked_key")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What the server signs with."""

    keyring: tokens.Keyring
    cursor_key: bytes


def prepare(storage: Storage, seed: Seed) -> Secrets:
    """Make the tables, plant the seed into a new database, and return the secrets of the database.

    Raises `DatabaseUnavailable`, also for a database that another version of the stub has made.
    """
    storage.create()
    try:
        with storage.write() as session:
            version = session.get(ServerFact, "schema")
            if version is None:
                _begin(session, seed)
            elif version.value != SCHEMA_VERSION:
                reason = f"The database was made by another version of the stub (schema {version.value})"
                raise DatabaseUnavailable(reason, "Start with a new one, or delete this one.")
            return _secrets(session)
    except SQLAlchemyError as error:
        raise DatabaseUnavailable(*explain(error, storage.url)) from error


def prepared(url: str, seed: Seed) -> str:
    """Prepare a database for several processes and return its URL; an empty one asks for a temporary file."""
    storage = Storage(url or temporary_url())
    prepare(storage, seed)
    storage.close()
    return storage.url


def reset(storage: Storage) -> None:
    """Bring back the seed the database began with; secrets and tokens stay what they were."""
    with storage.write() as session:
        for table in reversed(Table.metadata.sorted_tables):
            if table.name != ServerFact.__tablename__:
                session.execute(delete(table))
        seed = session.get_one(ServerFact, "seed").value
        plant(session, cast("Seed", seed))


def plant(session: Session, seed: Seed) -> None:
    """Add the workspaces with their keys and, for the demo, their accounts and posts.

    Times are relative to now.
    """
    now = clock.now().replace(microsecond=0)
    homes = {name: _home(name, plan, now) for name, plan in PLANS.items()}
    for name, (workspace, brand) in homes.items():
        session.add_all([workspace, brand, *_keys(name, workspace, brand)])
    if seed == "demo":
        demo.plant(session, homes, now)


def credentials(keyring: tokens.Keyring) -> dict[str, Any]:
    """Return the ready tokens of every workspace, by role."""
    return {name: {"plan": plan, "tokens": _tokens(name, keyring)} for name, plan in PLANS.items()}


def refused_tokens(keyring: tokens.Keyring) -> dict[str, str]:
    """Return dashboard JWTs of the demo workspace that the real key signed, each wrong in exactly one way."""
    good = _claims("dashboard_jwt", "demo")
    without_exp = {name: value for name, value in good.items() if name != "exp"}
    late = int(EXPIRES.timestamp()) - 1
    wrong = {
        "expired": {**good, "exp": int((ISSUED + HOUR).timestamp())},
        "missing_exp": without_exp,
        "wrong_audience": {**good, "aud": "https://elsewhere.example.com"},
        "wrong_issuer": {**good, "iss": "https://elsewhere.example.com"},
        "not_yet_valid": {**good, "nbf": late},
        "unprovisioned": {**good, "sub": ids.stable_uuid("nobody", "subject")},
    }
    signed = {name: keyring.sign("dashboard_jwt", claims) for name, claims in wrong.items()}
    crit = keyring.sign("dashboard_jwt", good, {"crit": ["urn:example:unknown"], "urn:example:unknown": True})
    return {**signed, "unknown_crit": crit}


def stable_key(*name: str) -> str:
    """Return an API key that is the same in every database."""
    return tokens.KEY_PREFIX + ids.stable_bytes(*name).hex()[:62]


def _begin(session: Session, seed: Seed) -> None:
    facts = {"schema": SCHEMA_VERSION, "seed": seed}
    secrets = {
        name: ids.stable_bytes("secret", name).hex() for name in ("dashboard_jwt", "oauth_token", "cursor")
    }
    session.add_all(ServerFact(name=name, value=value) for name, value in {**facts, **secrets}.items())
    plant(session, seed)


def _secrets(session: Session) -> Secrets:
    raw = {
        name: bytes.fromhex(session.get_one(ServerFact, name).value)
        for name in ("dashboard_jwt", "oauth_token", "cursor")
    }
    keyring = tokens.Keyring({"dashboard_jwt": raw["dashboard_jwt"], "oauth_token": raw["oauth_token"]})
    return Secrets(keyring, raw["cursor"])


def _workspace(name: str, plan: str, now: datetime) -> Workspace:
    # 40 days put the first period behind and the middle of the second one at hand.
    return Workspace(
        id=ids.stable_uuid(name, "workspace"),
        subject=ids.stable_uuid(name, "subject"),
        email=f"{name}@example.com",
        plan=plan,
        created_at=now - timedelta(days=40),
        use_case="agency",
        onboarding=False,
        billing_blocked_at=now - timedelta(days=2) if name == "past_due" else None,
    )


def _home(name: str, plan: str, now: datetime) -> tuple[Workspace, Brand]:
    """Return a workspace and the brand it begins with."""
    workspace = _workspace(name, plan, now)
    brand = Brand(
        id=ids.stable_uuid(name, "brand"),
        workspace_id=workspace.id,
        name="Default",
        created_at=workspace.created_at,
        updated_at=workspace.created_at,
    )
    return workspace, brand


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


def _tokens(name: str, keyring: tokens.Keyring) -> dict[str, str]:
    expired = {**_claims("dashboard_jwt", name), "exp": int((ISSUED + HOUR).timestamp())}
    return {
        **{role: stable_key(name, role) for role in KEYS},
        "dashboard_jwt": keyring.sign("dashboard_jwt", _claims("dashboard_jwt", name)),
        "oauth_token": keyring.sign("oauth_token", _claims("oauth_token", name)),
        "expired_jwt": keyring.sign("dashboard_jwt", expired),
    }


def _claims(kind: tokens.JwtKind, name: str) -> dict[str, Any]:
    return tokens.claims_for(kind, ids.stable_uuid(name, "subject"), ISSUED, EXPIRES)
