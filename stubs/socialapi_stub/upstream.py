"""The social platforms, as far as a mock needs them: made-up answers, the same for the same question."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from socialapi_contract.errors import ErrorCode
from socialapi_contract.platforms import PLATFORMS

URLS: Mapping[str, str] = {
    "instagram": "https://www.instagram.com/p/{short}/",
    "facebook": "https://www.facebook.com/{id}",
    "threads": "https://www.threads.net/@{user}/post/{short}",
    "tiktok": "https://www.tiktok.com/@{user}/video/{id}",
    "youtube": "https://www.youtube.com/watch?v={id}",
    "linkedin": "https://www.linkedin.com/feed/update/{id}/",
    "linkedin_page": "https://www.linkedin.com/feed/update/{id}/",
    "twitter": "https://x.com/{user}/status/{id}",
    "google": "https://local.google.com/place?id={id}",
    "pinterest": "https://www.pinterest.com/pin/{id}/",
}
PROFILE_URLS: Mapping[str, str] = {
    "instagram": "https://www.instagram.com/{user}",
    "facebook": "https://www.facebook.com/{id}",
    "threads": "https://www.threads.net/@{user}",
    "tiktok": "https://www.tiktok.com/@{user}",
    "youtube": "https://www.youtube.com/channel/{id}",
    "twitter": "https://x.com/{user}",
    "pinterest": "https://www.pinterest.com/{user}/",
    "telegram": "https://t.me/{user}",
}
HOLDINGS: Mapping[str, int] = {"facebook": 8, "linkedin_page": 2}
"""How many pages or profiles a person has on a platform where it is not one."""

MOST_HOLDINGS = 50
PAGE_NAMES = ("", " Events", " Shop", " Careers", " Club", " Kitchen", " Travel", " Press")
NOTHING_TO_CONNECT: Mapping[str, ErrorCode] = {
    "facebook": "platform.facebook.no_pages",
    "linkedin_page": "platform.linkedin.no_pages",
    "google": "platform.google.no_locations",
    "youtube": "platform.youtube.no_channels",
}
REFUSED = "refused"
"""The code, and the name of a person, that every platform refuses."""

CREATOR_PRIVACY_LEVELS = ("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR", "SELF_ONLY")
CREATOR_MAX_VIDEO_SECONDS = 600
FEWEST_NATIVES = 24


@dataclass(frozen=True, slots=True)
class PageProfile:
    """A page as its platform describes it."""

    platform_page_id: str
    name: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Profile:
    """A social account as its platform describes it."""

    platform_account_id: str
    name: str
    username: str
    picture_url: str | None
    details: Mapping[str, Any] | None
    pages: tuple[PageProfile, ...]


def profile(platform: str, who: str) -> Profile:
    """Return the account that `who` has on a platform."""
    user, holdings = _person(platform, who)
    name = user.replace("_", " ").replace(".", " ").title()
    number = digits(f"{platform}/{user}", 17)
    return Profile(
        platform_account_id=_account_ids(platform)(number),
        name=name,
        username=user,
        picture_url=f"https://cdn.example.com/avatars/{platform}/{quote(user)}.jpg",
        details=_details(platform, number),
        pages=tuple(_pages(number, name, holdings)) if PLATFORMS[platform].pages else (),
    )


def profiles(platform: str, who: str) -> tuple[Profile, ...]:
    """Return what `who` can connect on a platform; `name~3` has three of it there, `name~0` nothing."""
    user, holdings = _person(platform, who)
    if PLATFORMS[platform].selection == "profile":
        numbered = (user, *(f"{user}.{number}" for number in range(2, holdings + 1)))
        return tuple(profile(platform, each) for each in numbered[:holdings])
    return (profile(platform, who),) if holdings or platform not in NOTHING_TO_CONNECT else ()


def of_page(page: PageProfile) -> Profile:
    """Return the account that a page is by itself, on a platform whose pages are shared out among brands."""
    picture = f"https://cdn.example.com/pages/{page.platform_page_id}.jpg"
    return Profile(page.platform_page_id, page.name, page.name, picture, None, (page,))


def profile_url(platform: str, username: str, platform_account_id: str) -> str:
    """Return the address of a profile, empty where it cannot be made."""
    form = PROFILE_URLS.get(platform, "")
    return form.format(user=quote(username), id=quote(platform_account_id))


def bot(bot_id: str) -> Profile:
    """Return the bot behind a bot token."""
    return Profile(bot_id, f"Bot {bot_id}", f"bot_{bot_id}", None, {"bot_id": bot_id}, ())


def post_id(platform: str, account: str, delivery: str) -> str:
    """Return a platform's id for a delivery, in the form the platform gives its ids."""
    number, owner = digits(delivery, 17), digits(account, 12)
    forms = {
        "facebook": f"{owner}_{number[:15]}",
        "youtube": letters(delivery, 11),
        "linkedin": f"urn:li:share:{number}",
        "linkedin_page": f"urn:li:share:{number}",
        "google": f"accounts/{owner}/locations/{number[:8]}/localPosts/{number}",
    }
    return forms.get(platform, number)


def native_ids(platform: str, account: str) -> list[str]:
    """Return a platform's ids of what an account has posted on the platform itself, the newest first."""
    count = FEWEST_NATIVES + amount(f"{account}/natives", FEWEST_NATIVES)
    return [post_id(platform, account, f"{account}/native/{number}") for number in range(count)]


def comment_id(platform: str, post: str, comment: str) -> str:
    """Return a platform's id for a comment on a post, in the form the platform gives its ids."""
    number = digits(comment, 17)
    forms = {
        "facebook": f"{post.rpartition('_')[2]}_{number}",
        "youtube": f"Ug{letters(comment, 18)}4AaABAg",
        "linkedin_page": f"urn:li:comment:({post},{number})",
        "twitter": digits(comment, 19),
    }
    return forms.get(platform, number)


def commenter(platform: str, who: str) -> dict[str, Any]:
    """Return somebody who comments, with what the platform tells of them."""
    known = profile({"linkedin_page": "linkedin"}.get(platform, platform), who)
    linkedin = {"headline": "Loves coffee", "profile_url": f"https://www.linkedin.com/in/{quote(who)}"}
    return {
        "id": known.platform_account_id,
        "name": known.name,
        "username": known.username,
        "picture": known.picture_url,
        **{"linkedin_page": linkedin}.get(platform, {}),
    }


def permalink(platform: str, username: str, platform_post_id: str) -> str:
    """Return the address of a published copy."""
    short = letters(platform_post_id, 11)
    return URLS[platform].format(id=quote(platform_post_id, safe=":/"), user=quote(username), short=short)


def metrics(platform: str, platform_post_id: str) -> dict[str, Any] | None:
    """Return the numbers a platform gives for a copy, or None if it gives none."""
    publishing = PLATFORMS[platform].publishing
    if publishing is None or not publishing.capabilities.metrics:
        return None
    reported = publishing.capabilities.metrics
    numbers = {name: amount(f"{platform_post_id}/{name}", 500) for name in reported}
    counted = {name: numbers.get(name, 0) for name in ("likes", "comments", "shares", "saves")}
    extra = {name: number for name, number in numbers.items() if name not in counted}
    return {**counted, **({"extra": extra} if extra else {})}


def count(platform: str, platform_post_id: str, name: str) -> int:
    """Return one of the numbers a platform gives for a copy, 0 if it does not give it."""
    found = metrics(platform, platform_post_id) or {}
    return int({**found, **found.get("extra", {})}.get(name, 0))


def creator(username: str) -> dict[str, Any]:
    """Return what TikTok says of a creator."""
    return {
        "nickname": username,
        "avatar_url": f"https://cdn.example.com/avatars/tiktok/{quote(username)}.jpg",
        "can_post": True,
        "max_video_duration_sec": CREATOR_MAX_VIDEO_SECONDS,
        "privacy_level_options": list(CREATOR_PRIVACY_LEVELS),
        "interaction_settings": {"comment_disabled": False, "duet_disabled": False, "stitch_disabled": True},
    }


def digits(seed: str, length: int) -> str:
    """Return a number of `length` digits that belongs to a seed."""
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest(), "big")
    return str(number % (9 * 10 ** (length - 1)) + 10 ** (length - 1))


def person_id(platform: str, who: str) -> str:
    """Return the id that somebody has on a platform; on WhatsApp it is the number."""
    number = digits(f"{platform}/{who}", 17)
    return {"whatsapp": f"4915{number[:9]}", "telegram": number[:10]}.get(platform, number)


def conversation_id(platform: str, account: str, person: str) -> str:
    """Return a platform's id for the conversation of an account with a person."""
    forms = {
        "instagram": letters(f"{account}/{person}", 32),
        "facebook": f"t_{digits(f'{account}/{person}', 16)}",
        "twitter": f"{person}-{account}",
    }
    return forms.get(platform, person)


def message_id(platform: str, message: str) -> str:
    """Return a platform's id for a message, in the form the platform gives its ids."""
    forms = {
        "whatsapp": f"wamid.{letters(message, 32)}",
        "telegram": digits(message, 6),
        "twitter": digits(message, 19),
    }
    return forms.get(platform, f"m_{letters(message, 32)}")


def letters(seed: str, length: int) -> str:
    """Return a short text of letters and digits that belongs to a seed."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    return "".join(alphabet[byte % 64] for byte in hashlib.sha256(seed.encode()).digest()[:length])


def amount(seed: str, below: int) -> int:
    """Return a count that belongs to a seed."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big") % below


def _person(platform: str, who: str) -> tuple[str, int]:
    """Return a person's name, and how many pages or profiles they have."""
    user, _, number = who.partition("~")
    usual = HOLDINGS.get(platform, 1)
    return user, min(int(number[:5]), MOST_HOLDINGS) if number[:5].isdecimal() else usual


def _pages(number: str, name: str, holdings: int) -> Iterator[PageProfile]:
    for place in range(holdings):
        page = name + (PAGE_NAMES[place] if place < len(PAGE_NAMES) else f" {place + 1}")
        page_id = digits(f"{number}/{page}", 12)
        yield PageProfile(page_id, page, {"followers_count": amount(page_id, 5000), "category": "Shop"})


def _account_ids(platform: str) -> Callable[[str], str]:
    forms: Mapping[str, Callable[[str], str]] = {
        "youtube": lambda number: "UC" + letters(number, 22),
        "linkedin": lambda number: f"urn:li:person:{letters(number, 10)}",
        "linkedin_page": lambda number: f"urn:li:organization:{number[:8]}",
        "google": lambda number: f"accounts/{number}/locations/{number[:8]}",
    }
    return forms.get(platform, str)


def _details(platform: str, number: str) -> dict[str, Any] | None:
    forms: Mapping[str, Callable[[str], dict[str, Any]]] = {
        "tiktok": _tiktok_details,
        "youtube": _youtube_details,
        "twitter": lambda _: {"byok_source": "user"},
        "whatsapp": lambda number: {"phone_number_id": number, "waba_id": digits(number + "w", 15)},
    }
    return forms[platform](number) if platform in forms else None


def _tiktok_details(number: str) -> dict[str, Any]:
    videos = native_ids("tiktok", number)
    return {
        "follower_count": amount(number + "f", 90000),
        "following_count": amount(number + "g", 900),
        "video_count": len(videos),
        "likes_count": sum(count("tiktok", video, "likes") for video in videos),
    }


def _youtube_details(number: str) -> dict[str, Any]:
    return {
        "subscriber_count": _rounded(amount(number + "s", 50000)),
        "video_count": len(native_ids("youtube", _account_ids("youtube")(number))),
        "uploads_playlist_id": "UU" + letters(number, 22),
    }


def _rounded(count: int) -> int:
    """Return a count as YouTube shows it, rounded down to three digits."""
    unit = 10 ** max(0, len(str(count)) - 3)
    return int(count // unit * unit)
