"""The reviews of the demo data."""

from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import ids, reviewing
from socialapi_stub.demo.cast import Cast
from socialapi_stub.reviewing import Opinion
from socialapi_stub.tables import Account

# The latest first; some say nothing, some do not say who they are.
OPINIONS = (
    Opinion("Maria Lopez", 5, "Every shelf is worth the walk."),
    Opinion("", 3, ""),
    Opinion("Jonas Weber", 4, "Lovely shop, slow coffee, as it should be."),
    Opinion("Aisha Khan", 5, ""),
    Opinion("Luca Rossi", 2, "Closed although the door said open."),
    Opinion("Mei Tanaka", 5, "They found the edition I had given up on."),
    Opinion("Noah Berg", 1, "Too many stairs."),
    Opinion("Noor Haddad", 4, "Kind people, good light."),
    Opinion("", 5, "A second living room."),
    Opinion("Ada Novak", 4, "Small, but well chosen."),
    Opinion("Ivo Blum", 5, "My children read because of this place."),
    Opinion("Sana Ito", 3, "Fine."),
)
ANSWER = "Thank you for coming by."


def plant(cast: Cast) -> None:
    """Add reviews to every account that can have some; every third one is answered."""
    for accounts in cast.accounts.values():
        for account in accounts:
            if PLATFORMS[account.platform].reviews.list:
                _review(cast, account)


def _review(cast: Cast, account: Account) -> None:
    for place, opinion in enumerate(OPINIONS):
        at = cast.now - timedelta(days=3 * place, hours=2)
        review = reviewing.leave(cast.session, account, opinion, at)
        if place % 3 == 0:
            review.reply_id = f"r_{ids.stable_uuid(review.id)[:8]}"
            review.reply_text = ANSWER
            review.replied_at = at + timedelta(hours=1)
