"""Seeds of one's own: workspaces with brands, accounts and posts, as the control plane describes them."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from socialapi_contract.plans import PLANS
from socialapi_contract.platforms import PLATFORMS
from sqlalchemy.orm import Session

from socialapi_stub import (
    attaching,
    clock,
    delivery,
    drafting,
    granting,
    ids,
    migrations,
    upstream,
    workspaces,
)
from socialapi_stub.logins import Grant
from socialapi_stub.problems import Problem
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Account, Brand, Post, Workspace

SOON = timedelta(days=1)


class NotAFixture(Exception):
    """The fixture contradicts itself or the contract; the message says where."""


def parsed(seed: str) -> Mapping[str, Any]:
    """Return a fixture that is kept as JSON. Raises `NotAFixture`."""
    try:
        fixture: Mapping[str, Any] = json.loads(seed)
    except ValueError:
        raise NotAFixture(f"{seed!r} is neither demo, empty nor a fixture") from None
    return fixture


def check(fixture: Mapping[str, Any]) -> None:
    """Raise `NotAFixture` unless a fixture that fits its schema can be planted."""
    storage = Storage()
    migrations.bring_up_to_date(storage)
    try:
        with storage.write() as session:
            plant(session, fixture, clock.now())
    finally:
        storage.close()


def plant(session: Session, fixture: Mapping[str, Any], now: datetime) -> None:
    """Add the workspaces of a fixture that fits its schema. Raises `NotAFixture`."""
    for name, given in fixture["workspaces"].items():
        plan = given.get("plan", "pro")
        if plan not in PLANS:
            raise NotAFixture(f"workspaces.{name}.plan: {plan} is none of {', '.join(PLANS)}")
        workspace, first = workspaces.add(session, name, plan, now)
        if given.get("past_due"):
            workspace.billing_blocked_at = now
        session.flush()
        accounts = _accounts(session, workspace, first, given.get("brands", ()), now)
        for position, post in enumerate(given.get("posts", ())):
            place = f"workspaces.{name}.posts.{position}"
            session.add(_post(session, workspace, post, _chosen(accounts, post, place), (place, now)))


def connect(
    session: Session, workspace: Workspace, brand: Brand, who: tuple[str, str], now: datetime
) -> Account:
    """Connect the account that somebody has on a platform, `who` being platform and user name.

    Raises `NotAFixture` for a platform that nothing can be connected on, and for one the brand has already.
    """
    platform, username = who
    if platform not in PLATFORMS or PLATFORMS[platform].connect == "none":
        known = ", ".join(slug for slug, one in PLATFORMS.items() if one.connect != "none")
        raise NotAFixture(f"{platform} is none of {known}")
    bot = upstream.bot(upstream.digits(username, 9)) if PLATFORMS[platform].connect == "direct" else None
    try:
        if bot is None:
            return granting.at_once(session, brand, Grant(platform, username), now)
        return attaching.attach(attaching.Candidate(session, workspace, platform, bot, now), brand)
    except Problem as problem:
        raise NotAFixture(f"{platform} account {username}: {problem.message}") from problem


def _accounts(
    session: Session, workspace: Workspace, first: Brand, brands: Any, now: datetime
) -> dict[str, Account]:
    """Connect the accounts of all brands and return them by user name.

    A brand that is called like the first one is that one.
    """
    found: dict[str, Account] = {}
    for given in brands:
        brand = first if given["name"] == first.name else _brand(workspace, given["name"], now)
        session.add(brand)
        session.flush()
        for one in given.get("accounts", ()):
            account = connect(session, workspace, brand, (one["platform"], one["username"]), now)
            account.status = one.get("status", "active")
            if account.status != "active":
                account.reconnect_reason = "The authorization has expired."
            found[one["username"]] = account
    return found


def _brand(workspace: Workspace, name: str, now: datetime) -> Brand:
    return Brand(
        id=ids.stable_uuid(workspace.name, "brand", name),
        workspace_id=workspace.id,
        name=name,
        created_at=now,
        updated_at=now,
    )


def _chosen(accounts: Mapping[str, Account], post: Mapping[str, Any], place: str) -> list[Account]:
    unknown = [name for name in post.get("accounts", ()) if name not in accounts]
    if unknown:
        raise NotAFixture(f"{place}.accounts: no account of the workspace has the user name {unknown[0]}")
    return [accounts[name] for name in post.get("accounts", ())]


def _post(
    session: Session,
    workspace: Workspace,
    given: Mapping[str, Any],
    accounts: list[Account],
    where: tuple[str, datetime],
) -> Post:
    place, now = where
    status = given.get("status", "draft")
    if status != "draft" and not accounts:
        raise NotAFixture(f"{place}: a post that is {status} needs accounts")
    post = drafting.draft(ids.stable_uuid(workspace.name, place), workspace.id, now, given["text"])
    post.status = status
    post.targets = [
        drafting.destination(ids.stable_uuid(post.id, str(position)), position, account)
        for position, account in enumerate(accounts)
    ]
    _live(session, post, given, now)
    return post


def _live(session: Session, post: Post, given: Mapping[str, Any], now: datetime) -> None:
    if post.status == "scheduled":
        post.scheduled_at = now + timedelta(seconds=given.get("scheduled_in", SOON.total_seconds()))
        for target in post.targets:
            target.due_at = post.scheduled_at
    elif post.status == "published":
        for target in post.targets:
            delivery.deliver(session, post, target, now)
        if any(target.status == "failed" for target in post.targets):
            post.status = "partial" if any(one.status == "published" for one in post.targets) else "failed"
        post.published_at = now if post.status != "failed" else None
    drafting.place_in_time(post)
