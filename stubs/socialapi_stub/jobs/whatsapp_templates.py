"""Message templates in WhatsApp's review."""

from socialapi_stub.templates import review_due as run_due

__all__ = ["run_due"]
