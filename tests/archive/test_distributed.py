"""``archive add --distributed`` on a cluster of this machine: a scheduler and two workers, each a process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import pytest
from archives import content, story
from commands import factlint

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None or os.name == "nt",
    reason="Dask is not installed: pip install 'factlint[distributed]'",
)
STORIES = 700
_ENVIRONMENT = {**os.environ, "FACTLINT_KB": "embedded", "FACTLINT_CACHE_DIR": os.devnull}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(STORIES):
        (folder / f"{number:04}.md").write_text(
            f"---\ndate: 2021-06-15\n---\n{story(number)}", encoding="utf-8"
        )
    return tmp_path


@pytest.fixture
def start(desk: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts processes that end with the test."""
    with ExitStack() as stack:

        def started(*command: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=desk,
                env=_ENVIRONMENT,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.communicate)
            stack.callback(process.kill)
            return process

        yield started


def wait_for(condition: Callable[[], bool], seconds: float = 90) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


@needs_dask
def test_a_worker_that_is_killed_changes_nothing(
    desk: Path, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    told = desk / "scheduler.json"
    here = ("--scheduler-file", str(told), "--no-dashboard")
    start("dask", "scheduler", "--host", "127.0.0.1", "--port", "0", *here)
    assert wait_for(told.exists)
    workers = [
        start("dask", "worker", "--no-nanny", "--nthreads", "1", "--local-directory", str(desk / name), *here)
        for name in ("one", "two")
    ]
    address = json.loads(told.read_text())["address"]
    adding = start("factlint", "archive", "add", "--distributed", address, "stories")
    parts = desk / "factlint-archive.sqlite.parts"
    assert wait_for(lambda: len([*parts.glob("*.sqlite")]) >= 2)
    workers[0].send_signal(signal.SIGKILL)
    assert len([*parts.glob("*.sqlite")]) < STORIES / 100
    output, _ = adding.communicate(timeout=120)
    assert (adding.returncode, output.decode()) == (0, f"factlint-archive.sqlite: {STORIES} articles added\n")
    assert not parts.exists()
    factlint("archive", "add", "--archive", "alone.sqlite", "stories", cwd=desk)
    assert content(desk / "factlint-archive.sqlite") == content(desk / "alone.sqlite")


@needs_dask
def test_without_a_cluster_it_says_so(desk: Path) -> None:
    done = factlint("archive", "add", "--distributed", "nonsense://nowhere", "stories", cwd=desk)
    assert done.returncode == 2
    assert "no Dask cluster" in done.stderr


@pytest.mark.skipif(find_spec("distributed") is not None, reason="Dask is installed")
def test_without_dask_it_says_what_to_install(desk: Path) -> None:
    done = factlint("archive", "add", "--distributed", "tcp://127.0.0.1:8786", "stories", cwd=desk)
    assert done.returncode == 2
    assert "pip install 'factlint[distributed]'" in done.stderr
