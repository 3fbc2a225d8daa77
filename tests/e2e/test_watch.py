"""``factlint check --watch``, as a process that looks on while files change."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import factlint

WRONG = "---\ndate: 2021-06-16\n---\nThey meet on June 31.\n"
RIGHT = WRONG.replace("31", "30")
_PATIENCE = 60.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")


class Watching:
    """A running ``factlint check --watch``, its standard output and error in one."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "factlint", "check", "--watch", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            bufsize=1,
            env={**os.environ, "FACTLINT_KB": "embedded", "FACTLINT_CACHE_DIR": str(folder.parent / "cache")},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def report(self, patience: float = _PATIENCE) -> str:
        """What is printed up to the next pause; raises queue.Empty where nothing is for so many seconds."""
        lines = [self._lines.get(timeout=patience)]
        while "watching for changes" not in lines[-1]:
            lines.append(self._lines.get(timeout=_PATIENCE))
        return "".join(lines)

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(_PATIENCE)

    def end(self) -> None:
        self.process.kill()
        self.process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def rest(self) -> str:
        return "".join(self._lines.get() for _ in range(self._lines.qsize()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    folder.mkdir()
    (folder / "a.md").write_text(WRONG)
    return folder


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    running = Watching(folder, ".")
    yield running
    running.end()


def test_changed_new_and_deleted_articles_and_configurations_are_noticed(
    folder: Path, watching: Watching
) -> None:
    first = watching.report()
    assert "a.md:4:14: error FL401" in first
    assert "\x1b" not in first  # a pipe has no screen to clear

    (folder / "a.md").write_text(RIGHT)
    assert "no findings in 1 article" in watching.report()

    (folder / "later").mkdir()
    (folder / "later" / "b.md").write_text(WRONG)
    assert f"{Path('later/b.md')}:4:14: error FL401" in watching.report()

    (folder / "factlint.yml").write_text("ignore: [FL401]\n")
    assert "no findings in 2 articles" in watching.report()

    (folder / "factlint.yml").write_text("ignorieren: [FL401]\n")
    assert "factlint.yml:1:1" in watching.report()

    (folder / "factlint.yml").unlink()
    assert "1 finding in 2 articles" in watching.report()

    (folder / "later" / "b.md").unlink()
    assert "no findings in 1 article" in watching.report()

    assert watching.interrupt() == 130
    assert watching.rest() == ""


def test_a_report_into_the_watched_folder_is_no_change(folder: Path) -> None:
    running = Watching(folder, "--output", "html:report.html", "a.md", "report.html")
    try:
        running.report()
        with pytest.raises(queue.Empty):
            running.report(2)
        (folder / "a.md").write_text(RIGHT)
        assert "no findings" in running.report()
    finally:
        running.end()


@pytest.mark.parametrize("option", ["--fix", "--write-baseline", "--prune-baseline", "-"])
def test_watching_changes_nothing_itself(option: str, folder: Path) -> None:
    done = factlint("check", "--watch", option, "a.md", cwd=folder)
    assert done.returncode == 2
    assert "--watch only looks on" in done.stderr
