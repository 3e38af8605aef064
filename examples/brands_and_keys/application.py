"""The server: what every request goes through, and the modules that answer it."""

from pathlib import Path

import accounts
import brands
import keys
import posts
import refusals
import request_ids
import states
import storage
import users
from flask import Flask
from jwts import Keyring

LARGEST_BODY = 1024 * 1024


def create_app(database: Path, keyring: Keyring) -> Flask:
    """Return the server over a database, which is made if there is none."""
    app = Flask(__name__)
    app.config.update(DATABASE=database, MAX_CONTENT_LENGTH=LARGEST_BODY)
    app.extensions["keyring"] = keyring
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    for module in (brands, keys, users, accounts, posts):
        app.register_blueprint(module.blueprint, url_prefix="/v1")
    app.register_blueprint(states.blueprint)
    app.add_url_rule("/jwks.json", view_func=keyring.jwks)
    app.before_request(request_ids.choose)
    app.after_request(request_ids.show)
    refusals.answer_in(app)
    storage.keep_in(app)
    return app
