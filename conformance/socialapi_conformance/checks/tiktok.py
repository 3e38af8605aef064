"""TikTok: a profile in numbers, and fetching its newest videos."""

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, ok, that
from socialapi_conformance.publishing import stored_copies, working_account
from socialapi_conformance.registry import MUST, check

_NEWEST = 20


@check(MUST, "get_tiktok_summary", "list_accounts")
def names_the_profile(api: Api) -> None:
    """The summary is about the account: it has the account's handle."""
    account = working_account(api.demo, "tiktok")
    answer = api.demo.call("get_tiktok_summary", path={"id": account["id"]})
    equal(answer, "username", ok(answer, 200)["username"], account["username"])


@check(MUST, "sync_tiktok_account", "get_tiktok_summary", "list_posts")
def fetches_the_newest_videos(api: Api) -> None:
    """After a sync the stored posts hold the 20 newest videos of the account, or all if it has fewer; another
    sync stores none of them twice.
    """
    path = {"id": working_account(api.demo, "tiktok")["id"]}
    for _ in range(2):
        answer = api.demo.call("sync_tiktok_account", path=path)
        equal(answer, "success", ok(answer, 200)["success"], True)
    public = ok(api.demo.call("get_tiktok_summary", path=path), 200)["video_count"]
    listed, copies = stored_copies(api.demo, path["id"])
    least = min(public, _NEWEST)
    that(listed, len(set(copies)) >= least, f"at least {least} videos", len(set(copies)))
    equal(listed, "the number of copies", len(copies), len(set(copies)))
