"""The comments of the demo data, on published copies and on posts made on the platforms themselves."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import commented, commenting, upstream
from socialapi_stub.commenting import Said
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Account
from socialapi_stub.tables.comments import Comment, CommentedPost

PEOPLE = ("maria.lopez", "jonas.weber", "aiko.tanaka", "sam.okafor", "bean.deals")
TEXTS = (
    "When does the shop open?",
    "The best beans in town.",
    "Do you ship to Lisbon?",
    "My order has not arrived yet.",
    "Cheap beans at beans.example, visit now",
)
THANKS = "Thank you, see you soon!"
OWN_POSTS = ("A photo from the counter.", "Rain outside, steam inside.")
# How long ago the comments on a post were written; the last ones are too old for a private reply.
HOURS = (3, 20, 90, 200, 300)
COPIES, CROWD = 1, 9


def plant(cast: Cast) -> None:
    """Add some comments to what every account has published, and many to one post of each workspace."""
    for accounts in cast.accounts.values():
        posts = [(account, post) for account in accounts for post in _posts(cast, account)]
        for place, (account, post) in enumerate(posts):
            _converse(cast, account, post, place)
        for account, post in posts[:1]:
            _crowd(cast, account, post)


def _posts(cast: Cast, account: Account) -> Iterator[CommentedPost]:
    """Yield the latest published copies of an account, then posts that were made on its platform."""
    if PLATFORMS[account.platform].comments.list == "no":
        return
    for copy in cast.session.scalars(commented.copies(account).limit(COPIES)):
        yield commented.of_copy(account, copy, copy.published_at or cast.now)
    for text in OWN_POSTS:
        number = upstream.post_id(account.platform, account.platform_account_id, f"{account.id}/{text}")
        post = commented.of_platform(account, number, cast.now - timedelta(days=18))
        post.content, post.published_at = text, post.created_at
        yield post


def _converse(cast: Cast, account: Account, post: CommentedPost, place: int) -> None:
    """Let people comment; some comments are answered, liked, hidden or held back."""
    rules, written = PLATFORMS[post.platform].comments, []
    for number, hours in enumerate(HOURS[place % 2 :: 2]):
        at = cast.now - timedelta(hours=hours, minutes=place)
        if post.published_at is None or at > post.published_at:
            written.append(_comment(cast, post, number + place, at))
    _answer(cast, account, post, written[0])
    written[0].like_count = place % 4
    if rules.like == "yes":
        commenting.set_liked(written[0], liked=True)
    if rules.moderation:
        written[-1].moderation_status = rules.moderation[1 + place % 2]
    elif rules.hide != "no":
        written[-1].is_hidden = len(written) > 1


def _crowd(cast: Cast, account: Account, post: CommentedPost) -> None:
    """Add comments of the last hours, the latest of them with answers, so that there are pages to turn."""
    ago = [timedelta(minutes=7 * number) for number in range(1, 2 * CROWD + 1)]
    latest = _comment(cast, post, 0, cast.now - ago[CROWD])
    for number in range(1, CROWD):
        _comment(cast, post, number, cast.now - ago[CROWD + number])
    _answer(cast, account, post, latest)
    for number in range(1, CROWD):
        _comment(cast, post, number, cast.now - ago[number], latest)


def _comment(
    cast: Cast, post: CommentedPost, number: int, at: datetime, parent: Comment | None = None
) -> Comment:
    author = upstream.commenter(post.platform, PEOPLE[number % len(PEOPLE)])
    key = f"{post.id}/{parent.id if parent else ''}/{at - cast.now}"
    said = Said(TEXTS[number % len(TEXTS)], author, at)
    number_there = upstream.comment_id(post.platform, post.platform_id, key)
    return commenting.add(cast.session, post, said, number_there, parent)


def _answer(cast: Cast, account: Account, post: CommentedPost, parent: Comment) -> None:
    at = parent.created_at + timedelta(minutes=10)
    said = Said(THANKS, commenting.author_of(account), at, own=True)
    number_there = upstream.comment_id(post.platform, post.platform_id, f"{parent.id}/own")
    commenting.add(cast.session, post, said, number_there, parent)
