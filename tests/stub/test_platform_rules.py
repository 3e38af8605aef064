"""Holding posts against the rules of the platforms, without making them."""

from typing import Any

import pytest
from stub.callers import Client, account, code

JPEG = {"source_type": "url", "source": "https://cdn.example.com/a.jpg"}
PNG = {"source_type": "url", "source": "https://cdn.example.com/a.png"}
MP4 = {"source_type": "url", "source": "https://cdn.example.com/a.mp4"}
PRIVATE = {"source_type": "url", "source": "http://192.168.0.1/a.jpg"}
ATTACHED = {"source_type": "platform_attachment_id", "source": "1", "type": "image"}
PUBLIC = {"tiktok": {"privacy_level": "PUBLIC_TO_EVERYONE"}}
TITLED = {"youtube": {"title": "T"}}
STORY = {"instagram": {"content_type": "stories"}}
QUIET = {"tiktok": {"privacy_level": "SELF_ONLY", "disable_duet": True}}
WRONG_PHOTO = "validation.unsupported_photo_format"


def verdict(client: Client, platform: str, **body: Any) -> dict[str, Any]:
    answer = client.post("/posts/validate", json={"platforms": [platform], **body})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


CASES = [
    ("threads", {"text": "x" * 501}, "text", None),
    ("threads", {"text": ""}, "text", "validation.field_required"),
    ("tiktok", {"text": "😀" * 1101, "media": [MP4], "platform_data": PUBLIC}, "text", None),
    (
        "youtube",
        {"text": "é" * 2501, "media": [MP4], "platform_data": TITLED},
        "text",
        None,
    ),
    ("instagram", {"text": "#a " * 31, "media": [JPEG]}, "text", None),
    ("instagram", {"text": "X", "media": [JPEG]}, "content_type", "validation.field_required"),
    ("instagram", {"text": "X"}, "media", "validation.field_required"),
    ("instagram", {"media": [JPEG] * 11}, "media", None),
    (
        "instagram",
        {"media": [JPEG] * 2, "platform_data": STORY},
        "media",
        None,
    ),
    ("facebook", {"text": "X", "media": [JPEG, MP4]}, "media", None),
    ("facebook", {"text": "X", "platform_data": {"facebook": {"cta_type": "SHOP_NOW"}}}, "cta_type", None),
    ("facebook", {"text": "X", "platform_data": {"facebook": {"min_age": 7}}}, "min_age", None),
    ("youtube", {"media": [MP4]}, "title", "validation.field_required"),
    ("youtube", {"media": [JPEG], "platform_data": {"youtube": {"title": "T"}}}, "media", None),
    ("youtube", {"media": [MP4], "platform_data": {"youtube": {"title": "T" * 101}}}, "title", None),
    ("tiktok", {"text": "X", "platform_data": PUBLIC}, "media", "platform.tiktok.media_required"),
    ("tiktok", {"media": [JPEG], "platform_data": PUBLIC}, "media", "validation.media_type_mismatch"),
    (
        "tiktok",
        {"media": [JPEG, PNG], "platform_data": PUBLIC},
        "media",
        "validation.unsupported_photo_format",
    ),
    (
        "tiktok",
        {"media": [JPEG, MP4], "platform_data": PUBLIC},
        "media",
        "validation.unsupported_photo_format",
    ),
    ("tiktok", {"media": [MP4]}, "privacy_level", "validation.field_required"),
    ("pinterest", {"media": [JPEG]}, "board_id", "validation.board_id_required"),
    (
        "pinterest",
        {"media": [JPEG], "platform_data": {"pinterest": {"board_id": "1"}}},
        "board_id",
        "validation.use_board_id",
    ),
    ("pinterest", {"media": [MP4]}, "media", None),
    ("twitter", {"text": "x" * 281}, "text", None),
    ("twitter", {"text": "X", "platform_data": {"twitter": {"thread": [""]}}}, "thread", None),
    ("linkedin", {"text": "X", "platform_data": {"linkedin": {"cta_label": "JOIN"}}}, "cta_label", None),
    ("threads", {"media": [PRIVATE]}, "media", None),
    ("threads", {"media_ids": ["nothing"]}, "media", None),
    ("threads", {"text": "X", "scheduled_at": "2020-01-01T00:00:00Z"}, "scheduled_at", None),
    ("telegram", {"text": "X"}, "platform", "resource.not_supported"),
]


@pytest.mark.parametrize(("platform", "body", "field", "expected"), CASES)
def test_a_broken_rule_is_an_error(
    demo: Client, platform: str, body: dict[str, Any], field: str, expected: str | None
) -> None:
    found = verdict(demo, platform, **body)
    assert found["valid"] is False
    assert (platform, field, expected) in {
        (one["platform"], one["field"], one.get("code")) for one in found["errors"]
    }


@pytest.mark.parametrize(
    ("platform", "body"),
    [
        ("threads", {"text": "x" * 500}),
        ("threads", {"media": [ATTACHED]}),
        ("facebook", {"text": "X"}),
        ("instagram", {"media": [JPEG, MP4], "platform_data": {"instagram": {"content_type": "carousel"}}}),
        ("youtube", {"media": [MP4], "platform_data": {"youtube": {"title": "T"}}}),
        ("tiktok", {"media": [MP4], "platform_data": PUBLIC}),
        ("tiktok", {"media": [JPEG] * 35, "platform_data": PUBLIC}),
        ("google", {"text": "X", "media": [JPEG, JPEG]}),
        ("linkedin", {"text": "X", "platform_data": {"linkedin": {"anything": 1}}}),
    ],
)
def test_what_keeps_the_rules_is_valid(demo: Client, platform: str, body: dict[str, Any]) -> None:
    assert verdict(demo, platform, **body) == {"valid": True, "errors": [], "warnings": []}


@pytest.mark.parametrize(
    ("platform", "body", "field"),
    [
        ("facebook", {"platform_data": {"facebook": {"content_type": "story"}}}, "content_type"),
        ("facebook", {"media": [ATTACHED]}, "media"),
        (
            "instagram",
            {"media": [ATTACHED, JPEG], "platform_data": {"instagram": {"content_type": "feed"}}},
            "media",
        ),
        ("twitter", {"platform_data": {"twitter": {"anything": 1}}}, "anything"),
        ("twitter", {"media": [JPEG]}, "media"),
        (
            "tiktok",
            {"media": [JPEG] * 2, "platform_data": {"tiktok": {"privacy_level": "X", "disable_duet": True}}},
            "disable_duet",
        ),
    ],
)
def test_a_warning_does_not_make_a_post_invalid(
    demo: Client, platform: str, body: dict[str, Any], field: str
) -> None:
    found = verdict(demo, platform, text="X", **body)
    assert (found["valid"], [one["field"] for one in found["warnings"]]) == (True, [field])


def test_the_length_is_told(demo: Client) -> None:
    found = verdict(demo, "twitter", text="x" * 300)
    assert found["errors"][0]["message"] == "exceeds 280 character limit (300/280)"


def test_a_finding_names_its_target(demo: Client) -> None:
    youtube = account(demo, "youtube")
    found = demo.post("/posts/validate", json={"text": "X", "targets": [{"account_id": youtube}]}).json()
    assert {one["target"] for one in found["errors"]} == {youtube}


def test_a_target_is_checked_with_its_own_fields(demo: Client) -> None:
    target = {"account_id": account(demo, "youtube"), "title": "Its own", "media": [MP4]}
    assert demo.post("/posts/validate", json={"text": "X", "targets": [target]}).json()["valid"]


def test_an_unknown_page_is_a_finding(demo: Client) -> None:
    target = {"account_id": account(demo, "facebook"), "page_id": "nothing"}
    found = demo.post("/posts/validate", json={"text": "X", "targets": [target]}).json()
    assert [(one["field"], one["code"]) for one in found["errors"]] == [("page_id", "resource.not_found")]


def test_a_finding_names_its_segment(demo: Client) -> None:
    found = verdict(demo, "twitter", text="X", segments=[{"text": "fine"}, {"text": "x" * 281}])
    assert [one["segment_index"] for one in found["errors"]] == [1]


def test_every_platform_named_in_any_way_is_checked(demo: Client) -> None:
    body = {
        "platforms": ["instagram", "tiktok"],
        "account_ids": [account(demo, "youtube")],
        "targets": [{"account_id": account(demo, "instagram")}],
    }
    found = demo.post("/posts/validate", json=body).json()
    assert {one["platform"] for one in found["errors"]} == {"instagram", "tiktok", "youtube"}


def test_an_unknown_platform_is_an_error_of_the_call(demo: Client) -> None:
    answer = demo.post("/posts/validate", json={"platforms": ["myspace"]})
    assert (answer.status_code, code(answer)) == (400, "account.unsupported_platform")


def test_validating_makes_nothing_and_costs_nothing(free: Client) -> None:
    before = free.get("/posts").json(), free.get("/usage").json()
    verdict(free, "threads", text="X")
    assert (free.get("/posts").json(), free.get("/usage").json()) == before


@pytest.mark.parametrize(
    ("platform", "body", "field", "expected"),
    [case for case in CASES if case[3] and case[0] in ("instagram", "tiktok", "youtube")],
)
def test_publishing_answers_with_the_code_of_the_finding(
    demo: Client, platform: str, body: dict[str, Any], field: str, expected: str
) -> None:
    targets = [{"account_id": account(demo, platform)}]
    error = demo.post("/posts", json={**body, "publish_now": True, "targets": targets}).json()["error"]
    assert (error["code"], error["meta"]["field"]) == (expected, field)
