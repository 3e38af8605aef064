"""Reviews: left by customers."""

from socialapi_stub import events, reviewing, wishes
from socialapi_stub.call import Body
from socialapi_stub.events import Occurrence
from socialapi_stub.reviewing import Opinion
from socialapi_stub.triggers import CannotTrigger, Occasion

CUSTOMER, PRAISE, BEST = "Lea Winter", "A place to come back to.", 5


def review_received(occasion: Occasion) -> Body:
    """Let a customer leave a review: `author.name`, `content.text` and `metadata.star_rating`."""
    account = wishes.place(occasion)
    stars = wishes.part(occasion.overrides, "metadata").get("star_rating", BEST)
    if not isinstance(stars, int) or not 1 <= stars <= BEST:
        raise CannotTrigger(f"metadata.star_rating has to be a number from 1 to {BEST}")
    name = wishes.text(wishes.part(occasion.overrides, "author"), "name", CUSTOMER)
    text = wishes.text(wishes.part(occasion.overrides, "content"), "text", PRAISE)
    review = reviewing.leave(occasion.session, account, Opinion(name, stars, text), occasion.now)
    data = reviewing.received(review)
    told = Occurrence(occasion.workspace.id, "review.received", data, occasion.now, account)
    events.emit(occasion.session, told)
    return {"review_id": review.id}
