"""Messages on their way to the people they are for."""

from socialapi_stub.receipts import report_due as run_due

__all__ = ["run_due"]
