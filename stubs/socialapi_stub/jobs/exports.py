"""Exports whose next step is due."""

from socialapi_stub.exporting import run_due

__all__ = ["run_due"]
