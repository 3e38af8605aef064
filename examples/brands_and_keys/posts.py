"""Posts: none can be written yet."""

from callers import Caller, needs
from flask import Blueprint
from flask.typing import ResponseReturnValue

blueprint = Blueprint("posts", __name__)


@blueprint.get("/posts")
@needs("posts:read")
def list_posts(_caller: Caller) -> ResponseReturnValue:
    """Return no post."""
    return {"data": [], "pagination": {"has_more": False, "limit": 25}}
