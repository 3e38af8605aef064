"""The X apps of the demo data: a default, and one for each brand that has an X account."""

from datetime import timedelta

from socialapi_stub import own_apps, tokens
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables.app_credentials import AppCredentials

PLATFORM = "twitter"


def plant(cast: Cast) -> None:
    """Add the apps of the demo workspace; its X accounts are connected through those of their brands."""
    accounts = [each for each in cast.accounts["demo"] if each.platform == PLATFORM]
    _app(cast, None, "VGhpc0lzQW5FeGFtcGxl")
    for account in accounts:
        _app(cast, account.brand_id, f"QnJhbmQ{account.username}")
        account.details = {**(account.details or {}), "byok_source": "brand"}


def _app(cast: Cast, brand_id: str | None, client_id: str) -> None:
    workspace, _ = cast.homes["demo"]
    planted = cast.now - timedelta(days=21)
    cast.session.add(
        AppCredentials(
            platform=PLATFORM,
            holder_id=brand_id or workspace.id,
            workspace_id=workspace.id,
            brand_id=brand_id,
            client_id_hint=client_id[: own_apps.HINT],
            digest=tokens.digest(client_id),
            is_refused=False,
            created_at=planted,
            updated_at=planted,
        )
    )
