"""Files: sent at once, or announced and sent to an address."""

# ruff: noqa: ARG002 - a life is told all that others have to know

from __future__ import annotations

from socialapi_contract.operations import Operation

from socialapi_conformance.callers import Request
from socialapi_conformance.client import File
from socialapi_conformance.machines.life import Life
from socialapi_conformance.verdicts import Broken, NotVerified


class MediaLife(Life):
    """How files live."""

    arranged = ("missing",)
    lasting = ("id", "filename", "content_type", "size_bytes", "status", "created_at")
    rounds = 2

    def making(self, operation: Operation, state: str) -> Request:
        """Send a file, or announce it where the operation takes no body."""
        self._file = File("notes.txt", self.api.word("file").encode(), "text/plain")
        if operation.body is None:
            query = {"media_type": self._file.media_type, "filename": self._file.name}
            return Request(operation, query=query)
        return Request(operation, body={"file": self._file})

    def prepare(self, wish: str, state: str) -> None:
        """Send the bytes that an announced file needs to become ready."""
        answer = self.thing.answer
        if answer is not None and wish == "ready" and state == "pending":
            try:
                self.api.client.visit(answer, answer.json()["upload_url"], "PUT", self._file)
            except Broken as broken:
                raise NotVerified(f"the upload address cannot be reached: {broken}") from None
