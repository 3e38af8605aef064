"""What an export writes down of a video: its numbers, and what is heard and seen in it."""

from collections.abc import Iterator, Sequence
from typing import Any

from socialapi_contract.plans import UNLIMITED, Plan

from socialapi_stub import clock, upstream
from socialapi_stub.call import Body
from socialapi_stub.live import Live
from socialapi_stub.tables.exports import Export, ExportVideo

SIZES = {"tiktok": (1080, 1920), "youtube": (1920, 1080)}
SHORTEST_SECONDS, SECONDS_MORE = 15, 165
COUNTS = {"view_count": "views", "like_count": "likes", "comment_count": "comments", "share_count": "shares"}
CATEGORIES = ("tutorial", "product", "behind the scenes", "interview")
THINGS = ("coffee roaster", "barista", "green beans", "espresso machine", "shop window", "paper bag")


def rows(export: Export, plan: Plan, videos: Sequence[Live]) -> Iterator[ExportVideo]:
    """Return the rows of an export; what the plan does not allow stays out of them."""
    transcripts = plan.export_max_transcripts if export.include_transcript else 0
    for position, video in enumerate(videos):
        document = _numbers(export.platform, video)
        if transcripts == UNLIMITED or position < transcripts:
            document |= {
                "transcript": f"{video.title or video.text}. Let me show you.",
                "transcript_lang": "en",
            }
        if export.include_vision and plan.vision_analysis:
            document |= _seen(video)
        yield ExportVideo(export_id=export.id, position=position, document=document)


def _numbers(platform: str, video: Live) -> Body:
    width, height = SIZES[platform]
    return {
        "platform": platform,
        "platform_video_id": video.platform_post_id,
        **_present({"title": video.title, "description": video.text}),
        "create_time": clock.text(video.made_at),
        "cover_image_url": f"https://cdn.example.com/covers/{platform}/{video.platform_post_id}.jpg",
        "share_url": video.permalink,
        "duration_seconds": SHORTEST_SECONDS
        + upstream.amount(f"{video.platform_post_id}/seconds", SECONDS_MORE),
        "width": width,
        "height": height,
        **{field: upstream.count(platform, video.platform_post_id, name) for field, name in COUNTS.items()},
    }


def _seen(video: Live) -> Body:
    seed = video.platform_post_id
    first = upstream.amount(f"{seed}/things", len(THINGS))
    things = [THINGS[first], THINGS[(first + 1) % len(THINGS)]]
    return {
        "vision_category": CATEGORIES[upstream.amount(f"{seed}/category", len(CATEGORIES))],
        "vision_elements": things,
        "vision_summary": f"A {things[0]} and a {things[1]}.",
    }


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
