"""Uploads whose process died before they were whole."""

from datetime import datetime

from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage


def run_due(storage: Storage, settings: Settings, now: datetime) -> int:  # noqa: ARG001 - every job is given the same
    """Remove what such uploads left behind, by the clock that stamps files."""
    return storage.files.sweep()
