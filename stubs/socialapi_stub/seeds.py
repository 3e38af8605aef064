"""The data a server starts with, the secrets it keeps, and the tokens that come with a seed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from socialapi_stub import clock, demo, fixtures, ids, migrations, tokens, workspaces
from socialapi_stub.demo.media import lay_out
from socialapi_stub.engines import DatabaseUnavailable, explain
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import ServerFact, Table, Workspace

# What each workspace is for: everything, isolation, limits, the 402 block, being deleted.
PLANS: Mapping[str, str] = {
    "demo": "pro",
    "other": "starter",
    "free": "free",
    "past_due": "pro",
    "disposable": "starter",
}
BUILT_IN = ("demo", "empty")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What the server signs with."""

    keyring: tokens.Keyring
    cursor_key: bytes


def prepare(storage: Storage, seed: str) -> Secrets:
    """Make the tables, plant the seed into a new database, and return the secrets of the database.

    Of several processes that start at once, one does. Raises `DatabaseUnavailable`.
    """
    migrations.bring_up_to_date(storage)
    try:
        with storage.write() as session:
            if session.get(ServerFact, "seed") is None:
                _begin(session, seed)
                lay_out(session, storage.files)
            return _secrets(session)
    except SQLAlchemyError as error:
        raise DatabaseUnavailable(*explain(error, storage.url)) from error


def prepared(settings: Settings) -> Settings:
    """Prepare data for several processes and return the settings they share; what has no place is temporary.

    Raises `DatabaseUnavailable`.
    """
    storage = Storage(settings.database_url, settings.media_dir, lasting=True)
    prepare(storage, settings.seed)
    storage.close()
    return replace(settings, database_url=storage.url, media_dir=str(storage.files.folder))


def reset(storage: Storage, seed: str | None = None) -> None:
    """Bring back the seed the database began with, or begin anew with another one.

    Secrets and tokens stay what they were. Raises `NotAFixture` for a seed that cannot be planted.
    """
    with storage.write() as session:
        for table in reversed(Table.metadata.sorted_tables):
            if table.name != ServerFact.__tablename__:
                session.execute(delete(table))
        kept = session.get_one(ServerFact, "seed")
        kept.value = seed or kept.value
        plant(session, kept.value)
        storage.files.clear()
        lay_out(session, storage.files)


def plant(session: Session, seed: str) -> None:
    """Add the workspaces of a seed with their keys and data: `demo`, `empty`, or a fixture as JSON.

    Times are relative to now. Raises `NotAFixture`.
    """
    now = clock.now().replace(microsecond=0)
    if seed not in BUILT_IN:
        fixtures.plant(session, fixtures.parsed(seed), now)
        return
    homes = {name: workspaces.add(session, name, plan, now) for name, plan in PLANS.items()}
    past_due, _ = homes["past_due"]
    past_due.billing_blocked_at = now - timedelta(days=2)
    if seed == "demo":
        demo.plant(session, homes, now)


def first_workspace(seed: str) -> str:
    """Return the name of the first workspace of a seed."""
    return str(next(iter(PLANS if seed in BUILT_IN else fixtures.parsed(seed)["workspaces"])))


def credentials(storage: Storage, keyring: tokens.Keyring, only: str | None = None) -> dict[str, Any]:
    """Return the ready tokens of the workspaces by name and role, or those of the one with a name or id."""
    with storage.read() as session:
        rows = session.execute(select(Workspace.name, Workspace.id, Workspace.plan)).all()
    return {
        name: {"id": identifier, "plan": plan, "tokens": workspaces.tokens_of(name, keyring)}
        for name, identifier, plan in rows
        if only in (None, name, identifier)
    }


def _begin(session: Session, seed: str) -> None:
    secrets = {
        name: ids.stable_bytes("secret", name).hex() for name in ("dashboard_jwt", "oauth_token", "cursor")
    }
    session.add_all(ServerFact(name=name, value=value) for name, value in {"seed": seed, **secrets}.items())
    plant(session, seed)


def _secrets(session: Session) -> Secrets:
    raw = {
        name: bytes.fromhex(session.get_one(ServerFact, name).value)
        for name in ("dashboard_jwt", "oauth_token", "cursor")
    }
    keyring = tokens.Keyring({"dashboard_jwt": raw["dashboard_jwt"], "oauth_token": raw["oauth_token"]})
    return Secrets(keyring, raw["cursor"])
