"""LinkedIn: how a Page is doing."""

from socialapi_stub import live, page_insights, platform_calls
from socialapi_stub.call import Body, Call


def get_linkedin_insights(call: Call, query: Body) -> Body:
    """Return the followers of a Page and the numbers of each of its posts; members have none."""
    account = platform_calls.account(call, query["account_id"], "linkedin_page")
    posts = [page_insights.post(one) for one in live.on(call.session, account)]
    return {"data": {"follower_count": page_insights.followers(account.platform_account_id), "posts": posts}}
