"""The media library: what it stores, where, and for how long an address is good."""

import os
import socket
import struct
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from socialapi_stub import addresses, clock, ids
from socialapi_stub.files import ABANDONED_SECONDS, Files
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import Client, account, caller, code, field, web

KEY = ids.stable_bytes("secret", "cursor")
ANY = "application/octet-stream"
PLAIN = {"Content-Type": "text/plain"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def small(folder: Path) -> Iterator[str]:
    """A server that keeps its files in `folder` and takes 1000 bytes at an address."""
    with running(Settings(seed="empty", media_dir=str(folder), max_upload_bytes=1000)) as url:
        yield url


@pytest.fixture
def own(small: str, credentials: dict[str, Any]) -> Iterator[Client]:
    """A caller of that server, whose library is empty."""
    web.post(f"{small}/_mock/reset").raise_for_status()
    with caller(small, credentials["demo"]["tokens"]["api_key"]) as client:
        yield client


def upload(client: Client, content: bytes = b"bytes", name: str = "a.txt", kind: str = "text/plain") -> str:
    answer = client.post("/media/upload", files={"file": (name, content, kind)})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["media_id"])


def announce(client: Client, kind: str = "text/plain") -> tuple[str, str]:
    answer = client.get("/media/upload-url", params={"media_type": kind, "filename": "a.txt"}).json()
    return answer["media_id"], answer["upload_url"]


def put(address: str, content: bytes = b"bytes") -> httpx.Response:
    return web.put(address, content=content, headers=PLAIN)


def listed(client: Client, media_id: str) -> dict[str, Any]:
    return next(one for one in client.get("/media").json()["data"] if one["id"] == media_id)


def kept(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def soon(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 20
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.01)
    return holds()


def test_a_file_is_named_by_its_id_alone(own: Client, folder: Path) -> None:
    media_id = upload(own, name="../../escape.txt")
    assert kept(folder) == [media_id]


def test_an_upload_address_takes_the_bytes_until_they_are_verified(own: Client) -> None:
    media_id, address = announce(own)
    taken = [put(address, b"first").status_code, put(address, b"second!").status_code]
    own.post(f"/media/{media_id}/verify")
    assert (taken, put(address).status_code, listed(own, media_id)["size_bytes"]) == ([200, 200], 409, 7)


def test_a_failed_upload_may_still_succeed(own: Client) -> None:
    media_id, address = announce(own)
    missing = own.post(f"/media/{media_id}/verify")
    put(address)
    assert (code(missing), own.post(f"/media/{media_id}/verify").status_code) == ("media.not_found", 200)


def test_an_upload_address_takes_the_announced_type_alone(own: Client) -> None:
    _, address = announce(own, "video/mp4")
    assert (put(address).status_code, web.put(address, content=b"bytes").status_code) == (400, 400)


@pytest.mark.parametrize("chunked", [False, True])
def test_an_upload_that_is_too_large_leaves_nothing_behind(own: Client, folder: Path, chunked: bool) -> None:
    _, address = announce(own)
    content: Any = iter([b"x" * 600] * 2) if chunked else b"x" * 1001
    assert (web.put(address, content=content, headers=PLAIN).status_code, kept(folder)) == (413, [])


def test_an_upload_that_is_cut_off_leaves_nothing_behind(own: Client, folder: Path) -> None:
    media_id, address = announce(own)
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as connection:
        head = f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
        connection.sendall(f"{head}Content-Length: 900\r\n\r\nonly a part".encode())
    assert code(own.post(f"/media/{media_id}/verify")) == "media.not_found"
    assert soon(lambda: kept(folder) == [])


@pytest.mark.parametrize(
    ("method", "age"), [("GET", timedelta()), ("PUT", timedelta(minutes=15)), ("PUT", timedelta(days=1))]
)
def test_an_address_is_good_for_one_method_and_a_quarter_of_an_hour(
    own: Client, method: str, age: timedelta
) -> None:
    media_id, address = announce(own)
    root = address.partition(addresses.STORAGE_PATH)[0]
    until = addresses.expiry(clock.now() - age)
    assert put(addresses.issue(root, KEY, method, media_id, until)).status_code == 403


def test_an_address_is_good_for_one_file(own: Client) -> None:
    (first, address), (second, _) = announce(own), announce(own)
    assert put(address.replace(first, second)).status_code == 403


def test_a_range_of_a_file_can_be_read(own: Client) -> None:
    address = listed(own, upload(own, b"0123456789"))["url"]
    answer = web.get(address, headers={"Range": "bytes=2-4"})
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (
        206,
        b"234",
        "text/plain; charset=utf-8",
    )


def test_a_page_that_was_uploaded_does_not_run(own: Client) -> None:
    address = listed(own, upload(own, b"<script>", "a.html", "text/html"))["url"]
    headers = web.get(address).headers
    assert headers["content-disposition"].startswith("attachment")
    assert (headers["x-content-type-options"], "sandbox" in headers["content-security-policy"]) == (
        "nosniff",
        True,
    )


def test_a_deleted_file_is_removed(own: Client, folder: Path) -> None:
    media_id = upload(own)
    own.delete(f"/media/{media_id}")
    assert kept(folder) == []


def test_a_reset_removes_files(small: str, own: Client, folder: Path) -> None:
    upload(own)
    web.post(f"{small}/_mock/reset")
    assert kept(folder) == []


def test_a_snapshot_brings_files_back(small: str, own: Client) -> None:
    snapshot = f"{small}/_mock/snapshots/files"
    before = upload(own, b"before")
    web.put(snapshot).raise_for_status()
    own.delete(f"/media/{before}")
    after = upload(own, b"after")
    web.post(f"{snapshot}/restore").raise_for_status()
    web.delete(snapshot).raise_for_status()
    shown = own.get("/media").json()["data"]
    assert [(one["id"], web.get(one["url"]).content) for one in shown] == [(before, b"before")]
    assert code(own.delete(f"/media/{after}")) == "media.not_found"


def test_what_a_dead_process_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "incoming").mkdir()
    for name, age in (("half", 2 * ABANDONED_SECONDS), ("fresh", 0)):
        (tmp_path / "incoming" / name).write_bytes(b"half")
        os.utime(tmp_path / "incoming" / name, (time.time() - age,) * 2)
    assert (Files(tmp_path).sweep(), kept(tmp_path)) == (1, ["incoming/fresh"])


def test_bytes_beyond_the_plan_are_deleted(free: Client) -> None:
    left = free.get("/media/storage").json()
    media_id, address = announce(free)
    put(address, bytes(left["limit_bytes"] - left["used_bytes"] + 1))
    answers = [free.post(f"/media/{media_id}/verify") for _ in range(2)]
    assert [code(answer) for answer in answers] == ["billing.storage_quota", "media.not_found"]
    assert free.get("/media/storage").json() == left


def test_a_full_storage_says_how_much_it_holds(free: Client) -> None:
    answer = free.post("/media/upload", files={"file": ("a", bytes(300_000))})
    assert (code(answer), answer.json()["error"]["meta"]) == (
        "billing.storage_quota",
        {"plan": "free", "max": 104857600},
    )


@pytest.mark.parametrize("part", [{"file": ("", b"")}, {"other": ("a", b"a")}])
def test_a_form_without_a_file_is_refused(demo: Client, part: dict[str, Any]) -> None:
    answer = demo.post("/media/upload", files=part)
    assert (code(answer), field(answer)) == ("validation.field_required", "file")


@pytest.mark.parametrize("size", [50 * 1024 * 1024 + 1, 52 * 1024 * 1024])
def test_a_file_over_50_megabytes_is_refused(demo: Client, size: int) -> None:
    answer = demo.post("/media/upload", files={"file": ("a", bytes(size))})
    assert (answer.status_code, field(answer)) == (400, "file")


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [("a.jpg", "IMAGE/JPEG; q=1", "image/jpeg"), ("a.png", "nonsense", "image/png"), ("a", "", ANY)],
)
def test_a_type_that_is_none_is_guessed_from_the_name(
    demo: Client, name: str, kind: str, expected: str
) -> None:
    assert listed(demo, upload(demo, name=name, kind=kind))["content_type"] == expected


@pytest.mark.usefixtures("reset_after")
def test_a_file_in_the_continuation_of_a_post_is_in_use(demo: Client) -> None:
    media_id = upload(demo)
    demo.post("/posts", json={"text": "One", "segments": [{"text": "Two", "media_ids": [media_id]}]})
    assert code(demo.delete(f"/media/{media_id}")) == "media.in_use"


@pytest.mark.usefixtures("reset_after")
def test_a_ready_file_is_published(demo: Client) -> None:
    photo = {"media_ids": [upload(demo, kind="image/jpeg")]}
    later = {"scheduled_at": "2099-01-01T00:00:00Z", "targets": [{"account_id": account(demo, "threads")}]}
    media_id, _ = announce(demo, "image/jpeg")
    answers = [demo.post("/posts", json={**later, **one}) for one in (photo, {"media_ids": [media_id]})]
    assert [answer.status_code for answer in answers] == [201, 400]


@pytest.mark.parametrize("wide", [False, True])
def test_a_video_is_known_to_be_too_long(demo: Client, wide: bool) -> None:
    length = struct.pack(">QQIQ" if wide else ">IIII", 0, 0, 1000, 86_400_000)
    header = box(b"mvhd", bytes([wide, 0, 0, 0]) + length)
    film = upload(demo, box(b"ftyp", b"isom") + box(b"moov", header), "film.mp4", "video/mp4")
    targets = [{"account_id": account(demo, "linkedin")}]
    answer = demo.post("/posts/validate", json={"media_ids": [film], "targets": targets})
    assert "lasts 86400 seconds" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize("film", [b"", b"no film", b"\0\0\0\1moov", b"\0\0\0\x0cmoov\0\0\0\0", bytes(9000)])
def test_what_is_no_film_has_no_length(demo: Client, film: bytes) -> None:
    assert upload(demo, film, "film.mp4", "video/mp4")


def test_the_files_of_the_demo_have_their_bytes(demo: Client) -> None:
    found = [one for one in demo.get("/media").json()["data"] if one["filename"] == "beans.jpg"]
    assert [len(web.get(one["url"]).content) for one in found] == [found[0]["size_bytes"]]
