"""LinkedIn: how a Page is doing."""

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.publishing import Posts, working_account
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified


@check(MUST, "get_linkedin_insights", "list_accounts")
def knows_the_posts_of_a_page(api: Api) -> None:
    """The insights hold every post of the Page once, a post that was just published among them."""
    page, posts = working_account(api.demo, "linkedin_page"), Posts(api)
    post = posts.settled(posts.made(targets=[{"account_id": page["id"]}], publish_now=True)["id"])
    if post["status"] != "published":
        raise NotVerified("nothing could be published to the Page")
    answer = api.demo.call("get_linkedin_insights", query={"account_id": page["id"]})
    ids = [each["post_id"] for each in ok(answer, 200)["data"]["posts"]]
    name = post["targets"][0]["platform_post_id"]
    that(answer, name in ids, f"the post {name}", f"{len(ids)} others")
    equal(answer, "the number of posts", len(ids), len(set(ids)))


@check(MUST, "get_linkedin_insights", "list_accounts")
def has_insights_of_pages_alone(api: Api) -> None:
    """A member, or an account of another platform, is refused with 501 resource.not_supported."""
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    others = {each["platform"]: each["id"] for each in accounts if each["platform"] != "linkedin_page"}
    if not others:
        raise NotVerified("the workspace demo has LinkedIn Pages alone")
    for account_id in (others.get("linkedin"), next(iter(others.values()))):
        if account_id is not None:
            answer = api.demo.call("get_linkedin_insights", query={"account_id": account_id})
            problem(answer, 501, "resource.not_supported")


@check(MUST, "get_linkedin_insights")
def answers_unknown_accounts(api: Api) -> None:
    """An account that does not exist is answered with 404 account.not_found."""
    answer = api.demo.call("get_linkedin_insights", query={"account_id": api.unknown_id()})
    problem(answer, 404, "account.not_found")
