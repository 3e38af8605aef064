"""The official Python client, unpatched, against the mock server."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import socialapi
from mock_server import Mock
from socialapi import SocialAPI


@pytest.fixture
def client(fresh_mock: Mock) -> Iterator[SocialAPI]:
    with SocialAPI(api_key=fresh_mock.tokens()["api_key"], base_url=fresh_mock.url) as found:
        yield found


@pytest.fixture
def free(fresh_mock: Mock) -> Iterator[SocialAPI]:
    with SocialAPI(
        api_key=fresh_mock.tokens("free")["api_key"], base_url=fresh_mock.url, max_retries=1
    ) as found:
        yield found


def account_of(client: SocialAPI, platform: str) -> str:
    return next(account.id for account in client.accounts.list() if account.platform == platform)


def settled(client: SocialAPI, post_id: str) -> str:
    deadline = time.monotonic() + 10
    while (status := client.posts.get(post_id).status) == "publishing" and time.monotonic() < deadline:
        time.sleep(0.05)
    return str(status)


def test_lists_accounts_with_platform_and_name(client: SocialAPI) -> None:
    accounts = client.accounts.list()
    assert {"instagram", "facebook", "tiktok"} <= {account.platform for account in accounts}
    assert all(account.id and account.name for account in accounts)


def test_walks_every_page_of_posts_without_loss_or_repeat(client: SocialAPI) -> None:
    walked = [post.id for post in client.posts.list(limit=7)]
    at_once = [post.id for post in client.posts.list(limit=100).data]
    assert len(walked) > 25
    assert walked == at_once


def test_keeps_the_filter_across_pages(client: SocialAPI) -> None:
    posts = list(client.posts.list(status="published", limit=3))
    assert len(posts) > 3
    assert {post.status for post in posts} == {"published"}


def test_creates_edits_and_deletes_a_draft(client: SocialAPI) -> None:
    draft = client.publishing.create(text="Hello", targets=[{"account_id": account_of(client, "linkedin")}])
    edited = client.publishing.update(draft.id, text="Hello again")
    assert (draft.status, edited.text, client.posts.delete(draft.id).deleted) == (
        "draft",
        "Hello again",
        True,
    )


def test_schedules_with_an_offset_timestamp(client: SocialAPI) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    post = client.publishing.create(
        text="Later", scheduled_at=later, targets=[{"account_id": account_of(client, "linkedin")}]
    )
    assert post.status == "scheduled"
    assert post.scheduled_at == later.replace(microsecond=post.scheduled_at.microsecond)


def test_publishes_in_the_background_until_a_final_state(client: SocialAPI) -> None:
    post = client.publishing.create(
        text="Now", publish_now=True, targets=[{"account_id": account_of(client, "linkedin")}]
    )
    assert post.status == "publishing"
    assert settled(client, post.id) == "published"


def test_reads_metrics_of_a_published_post(client: SocialAPI) -> None:
    published = client.posts.list(status="published", limit=1).data[0]
    metrics = client.posts.get_metrics(published.id)
    assert metrics.post_id == published.id
    assert metrics.targets


def test_reads_constraints_and_validates_against_them(client: SocialAPI) -> None:
    limit = client.publishing.get_constraints(platform="twitter")["twitter"].text.max_length
    result = client.publishing.validate(text="x" * (limit + 1), platforms=["twitter"])
    assert (limit, result.valid, result.errors[0].field) == (280, False, "text")


def test_imports_a_csv_and_reports_bad_rows(client: SocialAPI) -> None:
    report = client.publishing.import_posts(file=b"text,title\nFirst,One\n,Two\n", filename="posts.csv")
    assert (report.total_rows, report.created, report.failed) == (2, 1, 1)


def test_connects_directly_or_by_consent_page(client: SocialAPI) -> None:
    brand = client.brands.create(name="Connect")
    direct = client.accounts.connect(
        platform="telegram", brand_id=brand.id, metadata={"bot_token": "123456789:AAExampleSecret"}
    )
    started = client.accounts.connect(platform="threads", brand_id=brand.id)
    assert direct.account_id in {account.id for account in client.accounts.list()}
    assert httpx.get(f"{started.auth_url}&approve=1").status_code == 200
    assert {account.platform for account in client.accounts.list() if account.brand_id == brand.id} == {
        "telegram",
        "threads",
    }


def test_disconnected_account_is_gone(client: SocialAPI) -> None:
    account_id = account_of(client, "telegram")
    client.accounts.disconnect(account_id)
    with pytest.raises(socialapi.AccountNotFoundError):
        client.accounts.get_limits(account_id)


def test_makes_and_revokes_a_key(client: SocialAPI, fresh_mock: Mock) -> None:
    made = client.keys.create(name="Temporary")
    other = SocialAPI(api_key=made.raw_key, base_url=fresh_mock.url)
    assert other.users.get_me().plan == "pro"
    client.keys.revoke(made.id)
    with pytest.raises(socialapi.AuthenticationError):
        other.users.get_me()


def test_renames_and_deletes_a_brand(client: SocialAPI) -> None:
    brand = client.brands.create(name="Before")
    assert client.brands.update(brand.id, name="After").name == "After"
    client.brands.delete(brand.id)
    assert brand.id not in {kept.id for kept in client.brands.list()}


def test_reads_usage_and_user(client: SocialAPI) -> None:
    assert client.usage.get().brands_used == len(client.brands.list())
    assert client.users.update_me(use_case="agency").plan == "pro"


@pytest.mark.parametrize(
    ("call", "error", "code"),
    [
        (lambda c: c.posts.get("nope"), socialapi.NotFoundError, "post.not_found"),
        (lambda c: c.accounts.get_limits("nope"), socialapi.AccountNotFoundError, "account.not_found"),
        (
            lambda c: c.accounts.connect(platform="myspace"),
            socialapi.BadRequestError,
            "account.unsupported_platform",
        ),
        (lambda c: c.posts.list(cursor="nope"), socialapi.BadRequestError, "validation.field_invalid"),
        (
            lambda c: c.accounts.get_creator_info(account_of(c, "linkedin")),
            socialapi.NotSupportedError,
            "resource.not_supported",
        ),
    ],
)
def test_raises_the_class_of_the_error(client: SocialAPI, call, error, code) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error) as caught:
        call(client)
    assert caught.value.code == code
    assert caught.value.request_id


def test_retries_a_conflict_and_then_raises_it_without_side_effects(client: SocialAPI) -> None:
    published = client.posts.list(status="published", limit=1).data[0]
    with pytest.raises(socialapi.ConflictError):
        client.publishing.update(published.id, text="Too late")
    assert client.posts.get(published.id).text == published.text


def test_free_plan_runs_out_of_posts(free: SocialAPI) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    target = [{"account_id": free.accounts.list().data[0].id}]
    with pytest.raises(socialapi.RateLimitError) as caught:
        for _ in range(11):
            free.publishing.create(text="One more", scheduled_at=later, targets=target)
    assert caught.value.code == "validation.post_limit_exhausted"
    assert free.usage.get().posts_used == free.usage.get().posts_limit == 10


def test_free_plan_runs_out_of_brands(free: SocialAPI) -> None:
    with pytest.raises(socialapi.ForbiddenError):
        for _ in range(3):
            free.brands.create(name="One more")
    assert len(free.brands.list()) == 2


def test_deleted_user_is_locked_out(client: SocialAPI) -> None:
    client.users.delete_me()
    with pytest.raises(socialapi.AuthenticationError):
        client.users.get_me()
