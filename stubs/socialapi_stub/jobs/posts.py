"""Posts whose time has come, and deliveries to platforms that take their time."""

from socialapi_stub.publishing import deliver_due as run_due

__all__ = ["run_due"]
