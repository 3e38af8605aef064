"""Whether the time of a request grows with the posts that are stored: a hundred thousand beside a hundred.

Two servers with an SQLite file each take turns, one request each. No request is sent twice, so that none is
answered from memory. Run `python benchmarks/scale.py`; it prints the median of both and their ratio, which
is to stay below 1.5.
"""

import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from socialapi_stub import clock, drafting, ids, seeds, workspaces
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Account, Post, Target, Workspace
from socialapi_stub.tables.events import LoggedEvent
from sqlalchemy import insert, select

FEW, MANY = 100, 100_000
CALLS = 200
PAGE = 25
COMMON, RARE = ("threads", "linkedin"), "youtube"
LIMIT = 1.5
Step = Callable[[httpx.Client], httpx.Response]


def planted(folder: Path, count: int) -> tuple[str, list[str]]:
    """Return a database with so many drafts for some platforms beside the demo data, and their ids.

    Each has an event, too.
    """
    url = f"sqlite:///{folder / f'{count}.db'}"
    storage = Storage(url)
    seeds.prepare(storage, "demo")
    names = [ids.new_uuid() for _ in range(count)]
    began = clock.now() - timedelta(days=300)
    with storage.write() as session:
        workspace = session.scalars(select(Workspace).where(Workspace.name == "demo")).one()
        theirs = Account.workspace_id == workspace.id, Account.platform.in_(COMMON)
        found = {one.platform: one for one in session.scalars(select(Account).where(*theirs))}
        accounts = itertools.cycle(found[name] for name in COMMON)
        moments = [began + timedelta(seconds=200 * number) for number in range(count)]
        posts = [
            _row(drafting.draft(name, workspace.id, at, name))
            for name, at in zip(names, moments, strict=True)
        ]
        session.execute(insert(Post), posts)
        session.execute(
            insert(Target), [_target(name, one) for name, one in zip(names, accounts, strict=False)]
        )
        session.execute(insert(LoggedEvent), [_event(workspace.id, at) for at in moments])
    storage.close()
    return url, names


def _target(post_id: str, account: Account) -> dict[str, Any]:
    return {**_row(drafting.destination(ids.new_uuid(), 0, account)), "post_id": post_id}


def _event(workspace_id: str, at: datetime) -> dict[str, Any]:
    said = {"category": "posts", "action": "post.scheduled", "status": "ok", "summary": "Scheduled"}
    return {"id": ids.new_uuid(), "workspace_id": workspace_id, "created_at": at, **said}


def _row(one: Post | Target) -> dict[str, Any]:
    return {name: value for name, value in vars(one).items() if not name.startswith("_")}


def steps(names: list[str], account: str) -> dict[str, Step]:
    """Return the requests that are measured, about an account; each call of one sends another."""
    chosen = itertools.cycle(random.sample(names, len(names)))
    return {
        "list": _walk({}),
        "list, newest first": _walk({"sort": "created_desc"}),
        "list, one status": _walk({"status": "draft"}),
        "list, common platform": _walk({"platform": COMMON[0]}),
        "list, one account": _walk({"account_ids": account}),
        "list, rare platform": _walk({"platform": RARE}),
        "list, rare status": _walk({"status": "failed"}),
        "list, brand of none": _walk({"brand_id": ids.new_uuid()}),
        "search, in one": _searches(names),
        "search, in all": _walk({"search": "-4"}),
        "search, in none": _searches([f"{number} times" for number in range(CALLS)]),
        "search, one letter": _searches("ghijklmnopqrstuvwxyz"),
        "events": _walk({}, "/events"),
        "events, rare status": _walk({"status": "warning"}, "/events"),
        "get": lambda client: client.get(f"/posts/{next(chosen)}"),
        "get, unknown": lambda client: client.get(f"/posts/{ids.new_uuid()}"),
        "create": lambda client: client.post("/posts", json={"text": ids.new_uuid()}),
    }


def _searches(words: Sequence[str]) -> Step:
    """Return a search for the next words with each call, from another moment so that none is remembered."""
    sought, moments = itertools.cycle(words), itertools.count()

    def step(client: httpx.Client) -> httpx.Response:
        moment = f"2001-01-02T00:00:00.{next(moments):06}Z"
        return client.get("/posts", params={"search": next(sought), "from": moment})

    return step


def _walk(query: dict[str, str], path: str = "/posts") -> Step:
    """Return the next page of a list with each call, and the first of another walk after the last."""
    place: dict[str, str] = {}
    walks = itertools.count()

    def step(client: httpx.Client) -> httpx.Response:
        fresh = {"from": f"2001-01-01T00:00:00.{next(walks):06}Z"}
        asked = client.get(path, params={**query, "limit": str(PAGE), **(place or fresh)})
        cursor = asked.json().get("pagination", asked.json()).get("next_cursor")
        place.clear()
        if cursor:
            place.update(cursor=cursor, **{k: v for k, v in asked.request.url.params.items() if k == "from"})
        return asked

    return step


def main() -> int:
    """Measure and print; return whether something grows."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        sides = []
        for count in (FEW, MANY):
            print(f"planting {count:,} posts", file=sys.stderr, flush=True)
            url, names = planted(Path(name), count)
            root = stack.enter_context(running(Settings(database_url=url)))
            token = workspaces.stable_key("demo", "api_key")
            headers = {"Authorization": f"Bearer {token}"}
            client = stack.enter_context(httpx.Client(base_url=f"{root}/v1", headers=headers))
            listed = client.get("/accounts").raise_for_status().json()["data"]
            account = [one["id"] for one in listed if one["platform"] == COMMON[0]][-1]
            sides.append((client, steps(names, account)))
        ratios = [_compare(name, *[(client, found[name]) for client, found in sides]) for name in sides[0][1]]
    return int(max(ratios) > LIMIT)


def _compare(name: str, few: tuple[httpx.Client, Step], many: tuple[httpx.Client, Step]) -> float:
    times: tuple[list[float], list[float]] = [], []
    for _ in range(CALLS):
        for (client, step), found in zip((few, many), times, strict=True):
            began = time.perf_counter()
            step(client)
            found.append(time.perf_counter() - began)
    one, other = (statistics.median(found) * 1000 for found in times)
    print(f"{name:<22} {FEW:>7,}: {one:6.2f} ms   {MANY:>7,}: {other:6.2f} ms   ratio {other / one:4.2f}")
    return other / one


if __name__ == "__main__":
    sys.exit(main())
