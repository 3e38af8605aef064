"""Posts: drafts, schedules, changes, filters, and what each state allows."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from socialapi_contract.states import STATES
from stub.callers import Client, account, brand, code, field, post_in, settled

pytestmark = [pytest.mark.usefixtures("reset_once"), pytest.mark.every_database]
ACTIONS = STATES["post"].actions
LATER = (datetime.now(UTC) + timedelta(days=3)).isoformat()


def draft(client: Client, **body: Any) -> dict[str, Any]:
    answer = client.post("/posts", json={"text": "A draft", **body})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def on(client: Client, platform: str = "linkedin", **own: Any) -> list[dict[str, Any]]:
    return [{"account_id": account(client, platform), **own}]


def act(client: Client, action: str, post_id: str) -> Any:
    calls = {
        "update_post": ("PATCH", "", {"text": "Changed"}),
        "publish_post": ("POST", "/publish", None),
        "retry_post": ("POST", "/retry", None),
        "delete_post": ("DELETE", "", None),
        "unpublish_post": ("POST", "/unpublish", None),
    }
    method, suffix, body = calls[action]
    return client.request(method, f"/posts/{post_id}{suffix}", json=body)


@pytest.mark.parametrize(
    ("action", "state"), [(action, state) for action, row in ACTIONS.items() for state in row]
)
def test_every_action_is_allowed_in_its_states_alone(demo: Client, action: str, state: str) -> None:
    answer = act(demo, action, post_in(demo, state))
    refused = answer.status_code == 409 and code(answer) == "post.state_invalid"
    assert refused is (ACTIONS[action][state] == "refused")


@pytest.mark.parametrize("action", list(ACTIONS))
def test_a_refused_action_changes_nothing(demo: Client, action: str) -> None:
    before = demo.get(f"/posts/{post_in(demo, 'publishing')}").json()
    act(demo, action, before["id"])
    assert demo.get(f"/posts/{before['id']}").json() == before


def test_a_text_may_hold_any_character(demo: Client) -> None:
    made = demo.post("/posts", json={"text": "a\0b"}).json()
    found = demo.get("/posts", params={"search": "A\0B"}).json()["data"]
    assert [post["text"] for post in found] == [made["text"]] == ["a\0b"]


def test_text_alone_makes_a_draft(demo: Client) -> None:
    made = draft(demo)
    assert (made["status"], made["targets"], made["scheduled_at"]) == ("draft", [], None)


def test_a_time_makes_a_scheduled_post(demo: Client) -> None:
    made = draft(demo, scheduled_at=LATER, targets=on(demo))
    assert (made["status"], made["targets"][0]["status"]) == ("scheduled", "pending")


def test_a_time_keeps_its_instant_whatever_its_offset(demo: Client) -> None:
    made = draft(demo, scheduled_at="2099-04-01T14:00:00+02:00", targets=on(demo))
    assert made["scheduled_at"] == "2099-04-01T12:00:00Z"


@pytest.mark.parametrize(
    "when", ["2020-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "2099-13-01T00:00:00Z", "soon"]
)
def test_an_impossible_time_is_refused(demo: Client, when: str) -> None:
    answer = demo.post("/posts", json={"text": "X", "scheduled_at": when, "targets": on(demo)})
    assert (answer.status_code, field(answer)) == (400, "scheduled_at")


def test_a_draft_is_not_held_against_the_rules(demo: Client) -> None:
    assert draft(demo, text="", targets=on(demo, "instagram"))["status"] == "draft"


@pytest.mark.parametrize("body", [{"publish_now": True}, {"scheduled_at": LATER}])
def test_a_post_that_goes_out_needs_targets(demo: Client, body: dict[str, Any]) -> None:
    answer = demo.post("/posts", json={"text": "X", **body})
    assert (code(answer), field(answer)) == ("validation.field_required", "targets")


def test_a_post_that_breaks_a_rule_is_refused(demo: Client) -> None:
    answer = demo.post("/posts", json={"text": "x" * 3001, "publish_now": True, "targets": on(demo)})
    assert (answer.status_code, field(answer)) == (400, "text")


def test_rules_can_be_skipped(demo: Client) -> None:
    body = {"text": "x" * 3001, "publish_now": True, "skip_validation": True, "targets": on(demo)}
    assert demo.post("/posts", json=body).status_code == 201


def test_a_platform_without_posts_is_501(demo: Client) -> None:
    answer = demo.post("/posts", json={"text": "X", "publish_now": True, "targets": on(demo, "telegram")})
    assert (answer.status_code, code(answer)) == (501, "resource.not_supported")


def test_an_unknown_account_is_404_even_in_a_draft(demo: Client) -> None:
    answer = demo.post("/posts", json={"text": "X", "targets": [{"account_id": "acc_nothing"}]})
    assert (answer.status_code, code(answer)) == (404, "account.not_found")


def test_an_unknown_page_is_404(demo: Client) -> None:
    answer = demo.post("/posts", json={"text": "X", "targets": on(demo, "facebook", page_id="nothing")})
    assert (code(answer), answer.json()["error"]["meta"]["resource"]) == ("resource.not_found", "page")


def test_a_page_is_chosen_when_none_is_named(demo: Client) -> None:
    targets = draft(demo, scheduled_at=LATER, targets=on(demo, "facebook"))["targets"]
    pages = demo.get(f"/accounts/{targets[0]['account_id']}/pages").json()["data"]
    assert targets[0]["page_id"] == next(page["id"] for page in pages if page["is_default"])


@pytest.mark.usefixtures("reset_after")
def test_an_inactive_page_is_refused(demo: Client) -> None:
    facebook = account(demo, "facebook")
    page = demo.get(f"/accounts/{facebook}/pages").json()["data"][1]["id"]
    demo.patch(f"/accounts/{facebook}/pages/{page}", json={"is_active": False})
    answer = demo.post(
        "/posts", json={"text": "X", "scheduled_at": LATER, "targets": on(demo, "facebook", page_id=page)}
    )
    assert (answer.status_code, code(answer)) == (400, "account.page_inactive")


@pytest.mark.usefixtures("reset_after")
def test_an_account_without_an_active_page_is_refused(demo: Client) -> None:
    facebook = account(demo, "facebook")
    for page in demo.get(f"/accounts/{facebook}/pages").json()["data"]:
        demo.patch(f"/accounts/{facebook}/pages/{page['id']}", json={"is_active": False})
    answer = demo.post("/posts", json={"text": "X", "scheduled_at": LATER, "targets": on(demo, "facebook")})
    assert (answer.status_code, code(answer)) == (400, "account.no_active_page")


def test_media_wins_over_media_ids(demo: Client) -> None:
    item = {"source_type": "url", "source": "https://cdn.example.com/a.jpg"}
    made = draft(demo, media=[item], media_ids=["b"])
    assert (made["media"], made["media_ids"]) == ([item], [])


def test_media_ids_are_short_for_files_of_the_library(demo: Client) -> None:
    made = draft(demo, media_ids=["a", "https://example.com/b.jpg", ""])
    assert (made["media"], made["media_ids"]) == ([{"source_type": "media_id", "source": "a"}], ["a"])


def test_a_target_says_what_differs(demo: Client) -> None:
    target = draft(demo, targets=on(demo, text="Differently", visibility="public"))["targets"][0]
    assert (target["text"], target["visibility"], "title" in target) == ("Differently", "public", False)


def test_what_a_change_leaves_out_stays(demo: Client) -> None:
    made = draft(demo, title="A title", targets=on(demo))
    changed = demo.patch(f"/posts/{made['id']}", json={"text": "Anew"}).json()
    assert changed == {**made, "text": "Anew", "updated_at": changed["updated_at"]}


def test_a_time_schedules_a_draft_and_null_takes_it_back(demo: Client) -> None:
    path = f"/posts/{draft(demo, targets=on(demo))['id']}"
    states = [demo.patch(path, json={"scheduled_at": at}).json()["status"] for at in (LATER, None)]
    assert states == ["scheduled", "draft"]


def test_new_targets_replace_all_of_the_old(demo: Client) -> None:
    made = draft(demo, targets=[*on(demo), *on(demo, "youtube")])
    changed = demo.patch(f"/posts/{made['id']}", json={"targets": on(demo, "threads")}).json()
    assert [target["platform"] for target in changed["targets"]] == ["threads"]


def test_a_scheduled_post_is_held_against_the_rules_when_it_changes(demo: Client) -> None:
    made = draft(demo, scheduled_at=LATER, targets=on(demo))
    answer = demo.patch(f"/posts/{made['id']}", json={"text": "x" * 3001})
    assert (answer.status_code, demo.get(f"/posts/{made['id']}").json()["text"]) == (400, "A draft")


@pytest.mark.usefixtures("reset_after")
def test_an_account_that_is_gone_keeps_a_draft_from_going_out(demo: Client) -> None:
    made = draft(demo, targets=on(demo))
    demo.delete(f"/accounts/{made['targets'][0]['account_id']}")
    assert code(demo.post(f"/posts/{made['id']}/publish")) == "account.not_found"


def test_a_deleted_draft_is_gone(demo: Client) -> None:
    path = f"/posts/{draft(demo)['id']}"
    assert demo.delete(path).json() == {"success": True, "deleted": True, "results": []}
    assert [demo.get(path).status_code, demo.delete(path).status_code] == [404, 404]


def test_a_hidden_post_is_listed_when_asked_for(demo: Client) -> None:
    made = draft(demo, text="Hide and seek")
    demo.patch(f"/posts/{made['id']}", json={"hidden": True})
    found = [
        demo.get("/posts", params={"search": "seek", "hidden": hidden}).json()["data"]
        for hidden in ("false", "true")
    ]
    assert [len(posts) for posts in found] == [0, 1]


@pytest.mark.parametrize(
    ("search", "found"), [("ÜBER%", True), ("über%_", True), ("_ber", False), ("ü%r", False)]
)
def test_search_knows_no_case_and_no_wildcards(demo: Client, search: str, found: bool) -> None:
    made = draft(demo, text="Something", title="Über%_all")
    posts = demo.get("/posts", params={"search": search, "limit": 100}).json()["data"]
    assert (made["id"] in {post["id"] for post in posts}) is found


@pytest.mark.parametrize("name", ["status", "platform", "brand_id", "account_ids", "page_id"])
def test_filters_narrow(demo: Client, name: str) -> None:
    facebook = account(demo, "facebook")
    page = demo.get(f"/accounts/{facebook}/pages").json()["data"][0]["id"]
    values = {
        "status": "failed",
        "platform": "youtube",
        "brand_id": brand(demo, "Harbour Books"),
        "account_ids": f"{facebook},{account(demo, 'tiktok')}",
        "page_id": page,
    }
    everything, some = (
        demo.get("/posts", params={"limit": 100, **query}).json()["data"]
        for query in ({}, {name: values[name]})
    )
    assert 0 < len(some) < len(everything)


def test_from_and_to_bound_the_time(demo: Client) -> None:
    now = datetime.now(UTC).isoformat()
    posts = demo.get("/posts", params={"from": now, "limit": 100}).json()["data"]
    assert {post["status"] for post in posts} == {"scheduled"}


@pytest.mark.parametrize(
    "query", [{"account_ids": "nothing"}, {"platform": "myspace"}, {"page_id": "nothing"}]
)
def test_a_filter_for_something_unknown_finds_nothing(demo: Client, query: dict[str, str]) -> None:
    assert demo.get("/posts", params=query).json()["data"] == []


def test_a_post_is_found_by_the_id_of_a_copy(demo: Client) -> None:
    post = demo.get(f"/posts/{post_in(demo, 'published')}").json()
    copy = post["targets"][0]["platform_post_id"]
    assert demo.get(f"/posts/{copy}").json() == post


def test_an_id_with_slashes_is_found(demo: Client) -> None:
    posts = demo.get("/posts", params={"platform": "google", "status": "published"}).json()["data"]
    copy = next(t["platform_post_id"] for t in posts[0]["targets"] if t["platform"] == "google")
    assert demo.get(f"/posts/{copy.replace('/', '%2F')}").json()["id"] == posts[0]["id"]


def test_an_id_that_two_copies_share_is_ambiguous(demo: Client) -> None:
    twin = demo.get("/posts", params={"search": "same number"}).json()["data"][0]
    answer = demo.get(f"/posts/{twin['targets'][0]['platform_post_id']}")
    assert (answer.status_code, code(answer)) == (409, "ambiguous_post_id")


def test_only_reading_takes_the_id_of_a_copy(demo: Client) -> None:
    copy = demo.get(f"/posts/{post_in(demo, 'published')}").json()["targets"][0]["platform_post_id"]
    assert code(demo.delete(f"/posts/{copy}")) == "post.not_found"


def test_metrics_are_those_of_the_platform(demo: Client) -> None:
    posts = demo.get("/posts", params={"platform": "facebook", "status": "published"}).json()["data"]
    targets = demo.get(f"/posts/{posts[0]['id']}/metrics").json()["data"]["targets"]
    facebook = next(target for target in targets if target["platform"] == "facebook")
    assert set(facebook["metrics"]) == {"likes", "comments", "shares", "saves"}


def test_a_platform_without_metrics_says_so(demo: Client) -> None:
    posts = demo.get("/posts", params={"platform": "linkedin", "status": "published"}).json()["data"]
    targets = demo.get(f"/posts/{posts[0]['id']}/metrics").json()["data"]["targets"]
    linkedin = next(target for target in targets if target["platform"] == "linkedin")
    assert (linkedin["error"]["code"], linkedin["metrics_synced_at"]) == ("resource.not_supported", None)


def test_a_draft_has_no_metrics(demo: Client) -> None:
    made = draft(demo)
    assert demo.get(f"/posts/{made['id']}/metrics").json() == {"data": {"post_id": made["id"], "targets": []}}


def test_the_rules_of_every_publishing_platform_are_listed(demo: Client) -> None:
    rules = demo.get("/posts/validate").json()["data"]
    assert {slug for slug in ("instagram", "pinterest", "telegram") if slug in rules} == {
        "instagram",
        "pinterest",
    }


def test_the_rules_of_an_unknown_platform_are_refused(demo: Client) -> None:
    answer = demo.get("/posts/validate", params={"platform": "myspace"})
    assert (answer.status_code, code(answer)) == (400, "account.unsupported_platform")


def test_a_post_published_early_goes_out(demo: Client) -> None:
    made = draft(demo, scheduled_at=LATER, targets=on(demo))
    early = demo.post(f"/posts/{made['id']}/publish").json()
    assert (early["status"], early["scheduled_at"]) == ("publishing", None)
    assert settled(demo, made["id"])["status"] == "published"
