"""The mentions of the demo data, under posts of others."""

from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import mentioning, upstream
from socialapi_stub.demo.cast import Cast
from socialapi_stub.mentioning import Place
from socialapi_stub.tables import Account

PEOPLE = ("maria.lopez", "jonas.weber", "aiko.tanaka")
TEXTS = (
    "Look what @{name} brewed for us!",
    "Reading with a cup from @{name}.",
    "Ask @{name}, they know.",
    "Best morning of the week thanks to @{name}.",
)
# Hours since the mentions; every other one is in a comment.
HOURS = (2, 9, 26, 50, 75, 120, 170, 260, 400)


def plant(cast: Cast) -> None:
    """Mention every account on a platform that lists mentions."""
    for accounts in cast.accounts.values():
        for account in accounts:
            if PLATFORMS[account.platform].mentions.list:
                _mention(cast, account)


def _mention(cast: Cast, account: Account) -> None:
    for number, hours in enumerate(HOURS):
        who, key = PEOPLE[number % len(PEOPLE)], f"{account.id}/mention/{number}"
        author = upstream.commenter(account.platform, who)
        media_id = upstream.post_id(account.platform, author["id"], key)
        place = Place(media_id, upstream.comment_id(account.platform, media_id, key) if number % 2 else None)
        picture = {"type": "image", "url": f"https://cdn.example.com/mentions/{upstream.letters(key, 8)}.jpg"}
        said = {
            "text": TEXTS[number % len(TEXTS)].format(name=account.username),
            "media": [] if place.comment_id else [picture],
            "author": author,
        }
        mentioning.add(cast.session, account, place, said, cast.now - timedelta(hours=hours))
