"""Posts that an account, its platform or the plan does not take, whichever way they are to go out."""

from collections.abc import Callable
from typing import Any

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.capabilities import able
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok, problem, unchanged
from socialapi_conformance.own_workspace import OwnWorkspace
from socialapi_conformance.publishing import Posts, working_account
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.samples import in_days

_PAGES, _TEXTS = "facebook", "threads"
_PUBLIC = {"privacy_level": "PUBLIC_TO_EVERYONE"}


def _unable(operation_id: str) -> list[str]:
    """Return the platforms that posts go to and that cannot do what an operation is for."""
    return [slug for slug in able(OPERATIONS[operation_id], "no") if PLATFORMS[slug].publishing]


def _picture(name: str) -> dict[str, str]:
    return {"source_type": "url", "source": f"https://cdn.example.com/{name}", "type": "image"}


_WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "platform.tiktok.media_required": ("tiktok", {"platform_data": _PUBLIC}),
    "validation.media_type_mismatch": (
        "tiktok",
        {"media": [_picture("beans.jpg")], "platform_data": {**_PUBLIC, "media_type": "video"}},
    ),
    "validation.unsupported_photo_format": (
        "tiktok",
        {
            "media": [_picture("beans.png"), _picture("cup.png")],
            "platform_data": {**_PUBLIC, "media_type": "photo"},
        },
    ),
    "validation.board_id_required": ("pinterest", {"media": [_picture("beans.jpg")]}),
    "validation.use_board_id": (
        "pinterest",
        {"media": [_picture("beans.jpg")], "platform_data": {"board_id": "sapi_board_1"}},
    ),
    "resource.not_supported": ("telegram", {}),
}


@check(
    MUST, "create_post", "update_post", "publish_post", topic="targets", over={each: each for each in _WRONG}
)
def holds_targets_to_their_platforms(api: Api, code: Any) -> None:
    """What the platform of a target does not take is refused with a code of its own when a post is scheduled
    at once, gets a time later, or is published; until then it may be a draft.
    """
    platform, settings = _WRONG[code]
    target = {"account_id": working_account(api.demo, platform)["id"], **settings}
    _refused_each_way(api, api.demo, target, code)


@check(MUST, "create_post", "update_post", "publish_post", "update_account_page", topic="targets")
def needs_an_active_page(api: Api) -> None:
    """A page that is switched off is refused with 400 account.page_inactive, and 400 account.no_active_page
    is the answer where none is named and none is active.
    """
    own = OwnWorkspace(api, _PAGES)
    account = {"id": own.about["account_id"]}
    pages = ok(own.caller.call("list_account_pages", path=account), 200)["data"]
    for page in pages:
        path = {**account, "pageId": page["id"]}
        ok(own.caller.call("update_account_page", path=path, body={"is_active": False}), 200)
    target = {"account_id": account["id"]}
    _refused_each_way(api, own.caller, {**target, "page_id": pages[0]["id"]}, "account.page_inactive")
    _refused_each_way(api, own.caller, target, "account.no_active_page")


@check(MUST, "create_post", "update_post", topic="targets")
def answers_unknown_pages(api: Api) -> None:
    """A page that the account of a target does not have is answered with 404 resource.not_found."""
    target = {"account_id": working_account(api.demo, _PAGES)["id"], "page_id": api.unknown_id()}
    posts = Posts(api)
    problem(posts.create(targets=[target]), 404, "resource.not_found")
    path = {"pid": posts.made()["id"]}
    answer = api.demo.call("update_post", path=path, body={"targets": [target]})
    problem(answer, 404, "resource.not_found")


@check(MUST, "unpublish_post", over={each: each for each in _unable("unpublish_post")})
def leaves_up_what_has_to_stay(api: Api, platform: str) -> None:
    """A post on a platform that cannot take it down stays, which is 501 resource.not_supported."""
    own = OwnWorkspace(api, platform)
    answer = own.caller.send(own.request(OPERATIONS["unpublish_post"]))
    problem(answer, 501, "resource.not_supported")


@check(MUST, "retry_post", over={each: each for each in _unable("retry_post")})
def retries_only_where_it_can(api: Api, platform: str) -> None:
    """A post that has failed on a platform without a second attempt stays so: 501 resource.not_supported."""
    own = OwnWorkspace(api, platform)
    failed = own.arranged("failed_post", account_id=own.about["account_id"])["post_id"]
    answer = own.caller.call("retry_post", path={"pid": failed})
    problem(answer, 501, "resource.not_supported")
    unchanged(answer, "failed", Posts(api, own.caller).read(failed)["status"], "the status")


@check(MUST, "get_post", "get_post_metrics", topic="either_id")
def asks_which_of_several(api: Api) -> None:
    """An id that several posts have on a platform is answered with 409 ambiguous_post_id."""
    own = OwnWorkspace(api, _TEXTS)
    shared = own.arranged("shared_post_id", account_id=own.about["account_id"])["platform_post_id"]
    for operation_id in ("get_post", "get_post_metrics"):
        problem(own.caller.call(operation_id, path={"pid": shared}), 409, "ambiguous_post_id")


_GOING_OUT = [
    name
    for name, each in OPERATIONS.items()
    if each.credits and each.credits.kind == "post" and not each.credits_recommended
]


@check(MUST, "overview: Response format", topic="limits", over={each: each for each in _GOING_OUT})
def costs_a_credit(api: Api, operation_id: str) -> None:
    """Nothing goes out once the posts of the month are used up: 429 validation.post_limit_exhausted, or
    billing.post_limit for an import.
    """
    own = OwnWorkspace(api, _TEXTS, plan="free")
    attempt = _attempts(api, own)[operation_id]()
    own.arranged("exhausted_post_credits")
    problem(attempt(), 429, "validation.post_limit_exhausted", "billing.post_limit")


def _attempts(api: Api, own: OwnWorkspace) -> dict[str, Callable[[], Callable[[], Answer]]]:
    """Return what prepares each way for a post to go out, which is what it returns."""
    posts, account_id = Posts(api, own.caller), own.about["account_id"]
    targets, later = [{"account_id": account_id}], {"scheduled_at": in_days(30)}

    def on(post_id: str, operation_id: str, **body: Any) -> Callable[[], Answer]:
        given = {"body": body} if body else {}
        return lambda: own.caller.call(operation_id, path={"pid": post_id}, **given)

    def failed() -> str:
        return str(own.arranged("failed_post", account_id=account_id)["post_id"])

    file = f"text,account_ids,scheduled_at\n{api.word()},{account_id},{later['scheduled_at']}\n"
    return {
        "create_post": lambda: lambda: posts.create(targets=targets, **later),
        "publish_post": lambda: on(posts.made(targets=targets)["id"], "publish_post"),
        "retry_post": lambda: on(failed(), "retry_post"),
        "import_posts": lambda: lambda: own.caller.call("import_posts", body={"file": file}),
    }


def _refused_each_way(api: Api, caller: Caller, target: dict[str, Any], code: Any) -> None:
    """Expect a code when a post to a target is scheduled, gets a time, or is published."""
    posts, later = Posts(api, caller), {"scheduled_at": in_days(30)}
    path = {"pid": posts.made(targets=[target])["id"]}
    for answer in (
        posts.create(targets=[target], **later),
        caller.call("update_post", path=path, body=later),
        caller.call("publish_post", path=path),
    ):
        problem(answer, lookup(code).status, code)
    unchanged(answer, "draft", posts.read(path["pid"])["status"], "the status")
