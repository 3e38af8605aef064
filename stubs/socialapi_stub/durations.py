"""How long a video lasts, as far as an MP4 or QuickTime file says so."""

import math
import struct
from pathlib import Path
from typing import BinaryIO

MOST_BOXES = 1000
LONGEST_SECONDS = 2**31 - 1


def of_video(path: Path) -> int | None:
    """Return the seconds that a video lasts, rounded up; None when the file does not tell."""
    with path.open("rb") as file:
        try:
            movie = _box(file, b"moov", 0, path.stat().st_size)
            header = movie and _box(file, b"mvhd", *movie)
            return _seconds(file, header[0]) if header else None
        except struct.error:
            return None


def _box(file: BinaryIO, wanted: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return where the content of a box begins and ends, looked for from one place to another."""
    for _ in range(MOST_BOXES):
        if start + 8 > end:
            return None
        file.seek(start)
        size, kind = struct.unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            (size,), head = struct.unpack(">Q", file.read(8)), 16
        stop = start + size if size else end
        if kind == wanted:
            return start + head, stop
        if size and size < head:
            return None
        start = stop
    return None


def _seconds(file: BinaryIO, start: int) -> int | None:
    file.seek(start)
    wide = file.read(4)[:1] == b"\1"
    _, _, scale, duration = struct.unpack(">QQIQ" if wide else ">IIII", file.read(28 if wide else 16))
    return min(math.ceil(duration / scale), LONGEST_SECONDS) if scale else None
