"""What posts must look like: constraints per platform, validation without effect, import from CSV."""

from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, page, refused, that
from socialapi_conformance.publishing import Posts
from socialapi_conformance.registry import MUST, check

_PUBLISHING = sorted(
    platform.slug for platform in PLATFORMS.values() if platform.publishing and platform.status == "live"
)


@check(MUST, "list_post_constraints")
def knows_every_platform(api: Api) -> None:
    """The constraints name every platform that posts can go to."""
    answer = api.demo.call("list_post_constraints")
    missing = sorted(set(_PUBLISHING) - set(ok(answer, 200)["data"]))
    that(answer, not missing, "every publishing platform", f"none for {', '.join(missing)}")


@check(MUST, "list_post_constraints", over={slug: slug for slug in _PUBLISHING})
def tells_the_constraints_of_one_platform(api: Api, platform: str) -> None:
    """`platform` narrows the constraints to that platform."""
    answer = api.demo.call("list_post_constraints", query={"platform": platform})
    equal(answer, "the platforms", list(ok(answer, 200)["data"]), [platform])


@check(MUST, "list_post_constraints", "validate_post")
def rejects_unknown_platforms(api: Api) -> None:
    """A platform that does not exist is refused with 400."""
    name = api.word("platform")
    refused(api.demo.call("list_post_constraints", query={"platform": name}), 400)
    refused(_validate(api, text="x", platforms=[name]), 400)


@check(MUST, "validate_post")
def finds_what_is_wrong(api: Api) -> None:
    """A text too long for the platform is an error, which makes the post invalid; the request itself
    succeeds.
    """
    platform = Posts(api).account()["platform"]
    constraints = ok(api.demo.call("list_post_constraints", query={"platform": platform}), 200)
    longest = constraints["data"][platform]["text"]["max_length"] or 100_000
    answer = _validate(api, text="x" * (longest + 1), platforms=[platform])
    body = ok(answer, 200)
    equal(answer, "valid", body["valid"], False)
    fields = [(issue["platform"], issue["field"]) for issue in body["errors"]]
    that(answer, (platform, "text") in fields, f"an error for text on {platform}", fields)


@check(MUST, "validate_post")
def passes_what_is_right(api: Api) -> None:
    """A short text for a platform that takes text alone has no errors, so it is valid."""
    platform = Posts(api).account()["platform"]
    answer = _validate(api, text="Fresh beans are in.", platforms=[platform])
    body = ok(answer, 200)
    equal(answer, "valid and errors", (body["valid"], body["errors"]), (True, []))


@check(MUST, "validate_post", "list_posts")
def validates_without_effect(api: Api) -> None:
    """Validating makes no post."""
    word = api.word()
    answer = _validate(api, text=word, platforms=[Posts(api).account()["platform"]])
    ok(answer, 200)
    _finds(api, word, 0)


@check(MUST, "import_posts", "list_posts")
def imports_rows_as_posts(api: Api) -> None:
    """Every good row becomes a post, a draft where it has no time; the answer counts them."""
    word = api.word()
    answer = _import(api, f"text,title\n{word} one,First\n{word} two,Second\n")
    body = ok(answer, 200)
    equal(answer, "the counts", _counts(body), (2, 2, 0))
    equal(answer, "the states", [post["status"] for post in body["posts"]], ["draft", "draft"])
    _finds(api, word, 2)


@check(MUST, "import_posts", "list_posts")
def imports_nothing_in_a_dry_run(api: Api) -> None:
    """A dry run counts the rows and makes nothing."""
    word = api.word()
    answer = _import(api, f"text\n{word} one\n{word} two\n", dry_run="true")
    body = ok(answer, 200)
    equal(answer, "total_rows and created", (body["total_rows"], body["created"]), (2, 0))
    _finds(api, word, 0)


@check(MUST, "import_posts", "list_posts")
def imports_good_rows_beside_bad_ones(api: Api) -> None:
    """A bad row is reported and does not stop the good ones."""
    word = api.word()
    answer = _import(api, f"text,scheduled_at\n{word} good,\n{word} bad,yesterday\n")
    body = ok(answer, 200)
    equal(answer, "the counts", _counts(body), (2, 1, 1))
    equal(answer, "the errors", len(body["errors"]), 1)
    _finds(api, word, 1)


@check(MUST, "import_posts")
def refuses_what_is_no_file(api: Api) -> None:
    """An import without a file, or as JSON, is refused with 400."""
    refused(
        api.demo.raw("POST", "/posts/import", files={"other": ("other.csv", b"text\nx\n", "text/csv")}), 400
    )
    refused(api.demo.raw("POST", "/posts/import", json={"file": "text"}), 400, 415)


def _validate(api: Api, **body: Any) -> Answer:
    return api.demo.call("validate_post", body=body)


def _import(api: Api, rows: str, **query: str) -> Answer:
    return api.demo.call("import_posts", query=query, body={"file": rows})


def _counts(body: dict[str, Any]) -> tuple[int, int, int]:
    return body["total_rows"], body["created"], body["failed"]


def _finds(api: Api, word: str, count: int) -> None:
    answer = api.demo.call("list_posts", query={"search": word})
    equal(answer, "the number of posts", len(page(answer).items), count)
