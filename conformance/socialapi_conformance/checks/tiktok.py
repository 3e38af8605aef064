"""TikTok: a profile in numbers, and fetching its newest videos."""

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, ok, that
from socialapi_conformance.publishing import working_account
from socialapi_conformance.registry import MUST, check


@check(MUST, "get_tiktok_summary", "list_accounts")
def names_the_profile(api: Api) -> None:
    """The summary is about the account: it has the account's handle."""
    account = working_account(api.demo, "tiktok")
    answer = api.demo.call("get_tiktok_summary", path={"id": account["id"]})
    equal(answer, "username", ok(answer, 200)["username"], account["username"])


@check(MUST, "sync_tiktok_account", "list_posts")
def fetches_videos(api: Api) -> None:
    """After a sync the stored posts of the account are at least as many as before, and a second sync stores
    none twice.
    """
    account = working_account(api.demo, "tiktok")
    for _ in range(2):
        answer = api.demo.call("sync_tiktok_account", path={"id": account["id"]})
        equal(answer, "success", ok(answer, 200)["success"], True)
    query = {"account_ids": account["id"], "status": "published", "limit": 100}
    listed = api.demo.call("list_posts", query=query)
    posts = ok(listed, 200)["data"]
    copies = [
        target["platform_post_id"]
        for post in posts
        for target in post["targets"]
        if target["account_id"] == account["id"] and "platform_post_id" in target
    ]
    that(
        listed,
        len(copies) == len(set(copies)),
        "no video twice",
        f"{len(copies)} of {len(set(copies))} videos",
    )
