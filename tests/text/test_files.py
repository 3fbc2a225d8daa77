"""Reading and replacing files that may be pipes, devices and links."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from factlint.text.atomic import replace_file
from factlint.text.files import read_at_most

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(("limit", "read"), [(0, b""), (3, b"cop"), (4, b"copy"), (99, b"copy")])
def test_no_more_than_the_limit_is_read(limit: int, read: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"copy")
    assert read_at_most(tmp_path / "a", limit) == read


def test_an_endless_device_is_cut_off() -> None:
    assert read_at_most(Path("/dev/zero"), 100_000) == b"\0" * 100_000


@needs_pipes
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(pipe: Path) -> None:
    with pytest.raises(OSError, match="nobody writes"):
        read_at_most(pipe, 10)


@needs_pipes
@pytest.mark.parametrize("late", [0.0, 0.1])
def test_a_pipe_is_read_to_its_end(late: float) -> None:
    reading, writing = os.pipe()

    def write() -> None:
        time.sleep(late)
        with os.fdopen(writing, "wb") as stream:
            stream.write(b"x" * 200_000)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert read_at_most(Path(f"/dev/fd/{reading}"), 300_000) == b"x" * 200_000
    finally:
        writer.join()
        os.close(reading)


def test_a_device_is_written_to_and_stays_one() -> None:
    device = Path(os.devnull)
    before = device.stat()
    replace_file(device, b"report")
    assert device.stat().st_ino == before.st_ino


@needs_pipes
def test_writing_to_a_pipe_that_nobody_reads_is_an_error(pipe: Path) -> None:
    with pytest.raises(OSError, match="No such device"):
        replace_file(pipe, b"report")
    assert pipe.is_fifo()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a", "link"]
