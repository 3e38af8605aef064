"""The bytes of the media library: files in one folder, named by id, whole or not there at all."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from sqlalchemy import event
from sqlalchemy.orm import Session

ABANDONED_SECONDS = 3600


class Files:
    """A folder of files that several processes share.

    What is on its way lies in a folder of its own until all of it is there; a name is never one that a
    caller chose.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._incoming = folder / "incoming"
        self._kept = folder / "snapshots"

    def path(self, name: str) -> Path:
        """Return where the file of an item is, if it has one."""
        return self.folder / name

    def size(self, name: str) -> int | None:
        """Return how many bytes an item has, None when they never came."""
        try:
            return self.path(name).stat().st_size
        except FileNotFoundError:
            return None

    @contextmanager
    def receiving(self) -> Iterator[IO[bytes]]:
        """Give a file to write to; unless it is kept it is gone when the block ends."""
        self._incoming.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._incoming, delete=False) as file:
            try:
                yield file
            finally:
                Path(file.name).unlink(missing_ok=True)

    def keep(self, session: Session, file: IO[bytes], name: str) -> None:
        """Give a received file the name of its item, for good once the transaction is committed."""
        file.flush()
        Path(file.name).replace(self.path(name))
        _when(session, "after_rollback", lambda: self._remove(name))

    def remove(self, session: Session, name: str) -> None:
        """Remove the file of an item once the transaction is committed."""
        _when(session, "after_commit", lambda: self._remove(name))

    def stand_in(self, name: str, head: bytes, size: int) -> None:
        """Make a file that begins with `head` and is `size` bytes long, without filling the disk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._remove(name)
        with self.path(name).open("wb") as file:
            file.write(head)
            file.truncate(size)

    def clear(self) -> None:
        """Remove every file but those on their way."""
        with suppress(FileNotFoundError):
            for path in self.folder.iterdir():
                if path.is_file():
                    path.unlink(missing_ok=True)

    def take(self, name: str) -> None:
        """Keep all files as they are, in place of what the name had kept; it has to be safe in paths."""
        self.drop(name)
        self._link_all(self.folder, self._kept / name)

    def restore(self, name: str) -> None:
        """Bring all files back to what a name has kept."""
        self.clear()
        self._link_all(self._kept / name, self.folder)

    def drop(self, name: str) -> None:
        """Forget what a name has kept."""
        shutil.rmtree(self._kept / name, ignore_errors=True)

    def sweep(self) -> int:
        """Remove what was on its way when its process died, and return how much that was."""
        before, swept = time.time() - ABANDONED_SECONDS, 0
        with suppress(FileNotFoundError):
            for path in self._incoming.iterdir():
                with suppress(FileNotFoundError):
                    if path.stat().st_mtime < before:
                        path.unlink()
                        swept += 1
        return swept

    def _link_all(self, source: Path, target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            for path in source.iterdir():
                if path.is_file():
                    _link(path, target / path.name)

    def _remove(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)


def _when(session: Session, outcome: str, act: Callable[[], None]) -> None:
    event.listen(session, outcome, lambda _session: act(), once=True)


def _link(path: Path, other: Path) -> None:
    # Files are replaced, never written to again, so that two names may stand for one.
    try:
        other.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, other)
