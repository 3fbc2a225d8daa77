from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dumps import PACK, Json, human, label_rows, name, slow_label_rows, write_dump

from factlint.errors import SnapshotError
from factlint.kbbuild.dump import run as run_module
from factlint.kbbuild.dump.entities import Mention
from factlint.kbbuild.dump.journal import Journal, State, dump_key, remove_journal
from factlint.kbbuild.dump.run import Reading, read_dump

PEOPLE: list[Json | bytes] = [human(number) for number in range(1, 3001)]
ODD: list[Json | bytes] = [*PEOPLE[:1500], b"{garbage", human(9000, labels={}), *PEOPLE[1500:]]
SUPPORT = Path(__file__).parents[2] / "support"
# Reads the dump with two processes and an extractor that takes its time, and says how far it is.
READER = """
import sys
from pathlib import Path
from dumps import slow_label_rows
from factlint.kbbuild.dump import run
from factlint.kbbuild.dump.journal import Journal
if __name__ == "__main__":
    run._BETWEEN_COMMITS = 0
    dump, journal = map(Path, sys.argv[1:])
    reading = run.Reading(dump, None, slow_label_rows, 2, 20_000)
    run.read_dump(reading, Journal(journal, "key"), lambda state: print(state.entities, flush=True))
"""


def contents(journal: Journal) -> tuple[list[tuple[str, ...]], list[str]]:
    return list(journal.rows("label")), [str(item) for item in journal.skipped()]


def read(dump: Path, journal: Path, jobs: int = 1, chunk: int = 50_000) -> tuple[State, object]:
    with Journal(journal, "key") as opened:
        state = read_dump(Reading(dump, Mention(frozenset({"Q5"})), label_rows, jobs, chunk), opened)
        return state, contents(opened)


@pytest.mark.parametrize("suffix", PACK)
def test_any_number_of_processes_gives_the_same(tmp_path: Path, suffix: str) -> None:
    dump = write_dump(tmp_path / f"dump{suffix}", ODD)
    one, found = read(dump, tmp_path / "one")
    two, again = read(dump, tmp_path / "two", jobs=2)
    _, large = read(dump, tmp_path / "whole", chunk=1 << 30)
    assert found == again == large
    assert (one.entities, one.kept, one.skipped) == (3002, 3000, 2)
    assert (two.entities, two.kept, two.skipped, two.line) == (3002, 3000, 2, one.line)
    assert found == (
        [(f"Q{number}", name(number)) for number in range(1, 3001)],
        [
            "line 1,502: no JSON: Expecting property name enclosed in double quotes (column 2)",
            "line 1,503 (Q9000): not understood (KeyError: 'en')",
        ],
    )


@pytest.mark.parametrize("suffix", PACK)
def test_reading_goes_on_where_it_was_broken_off(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "_BETWEEN_COMMITS", 0)
    dump = write_dump(tmp_path / f"dump{suffix}", ODD)
    _, expected = read(dump, tmp_path / "at-once")
    seen: list[int] = []

    def break_off(state: State) -> None:
        seen.append(state.entities)
        if len(seen) % 2 == 0:
            raise KeyboardInterrupt

    for _ in range(100):
        try:
            with Journal(tmp_path / "journal", "key") as journal:
                reading = Reading(dump, None, label_rows, 1, 50_000)
                read_dump(reading, journal, break_off)
                break
        except KeyboardInterrupt:
            pass
    assert len(seen) > 10
    assert seen == sorted(set(seen))  # nothing was read twice
    with Journal(tmp_path / "journal", "key") as journal:
        assert journal.state.complete
        assert contents(journal) == expected


def test_reading_goes_on_after_a_kill_and_leaves_no_process_behind(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.json", PEOPLE)
    script = tmp_path / "reader.py"
    script.write_text(READER)
    command = [sys.executable, str(script), str(dump), str(tmp_path / "journal")]
    with subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": os.fspath(SUPPORT)},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout
        committed = [int(process.stdout.readline()) for _ in range(3)]
        process.kill()
        process.wait()
        deadline = time.monotonic() + 60
        while group_is_alive(process.pid):
            assert time.monotonic() < deadline
            time.sleep(0.02)
    with Journal(tmp_path / "journal", "key") as journal:
        before = journal.state
        assert committed[-1] <= before.entities < len(PEOPLE)
        assert not before.complete
        first: list[State] = []
        read_dump(Reading(dump, None, slow_label_rows, 1, 20_000), journal, first.append)
        assert first[0].entities > before.entities
        assert [cells[0] for cells in journal.rows("label")] == [f"Q{n}" for n in range(1, 3001)]


def group_is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_process_that_dies_is_reported(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.json", PEOPLE)
    code = READER.replace("slow_label_rows", "die")
    script = tmp_path / "reader.py"
    script.write_text(code)
    done = subprocess.run(
        [sys.executable, str(script), str(dump), str(tmp_path / "journal")],
        env={**os.environ, "PYTHONPATH": os.fspath(SUPPORT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "a reading process died, perhaps for want of memory; run it again to go on" in done.stderr


def test_a_finished_journal_is_not_read_again(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.json", PEOPLE)
    first, found = read(dump, tmp_path / "journal")
    dump.unlink()
    assert read(dump, tmp_path / "journal") == (first, found)


def test_a_journal_of_something_else_is_begun_anew(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.json", PEOPLE)
    read(dump, tmp_path / "journal")
    with Journal(tmp_path / "journal", "another key") as journal:
        assert journal.state == State()
        assert contents(journal) == ([], [])


def test_two_at_a_time_are_kept_apart(tmp_path: Path) -> None:
    with (
        Journal(tmp_path / "journal", "key"),
        pytest.raises(SnapshotError, match="another build is at work"),
        Journal(tmp_path / "journal", "key"),
    ):
        pass


def test_a_broken_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(SnapshotError, match=r"the journal cannot be read .*--restart"), Journal(path, "key"):
        pass
    remove_journal(path)
    with Journal(path, "key") as journal:
        assert journal.state == State()


def test_dumps_are_told_apart(tmp_path: Path) -> None:
    one = write_dump(tmp_path / "one.json", PEOPLE)
    other = write_dump(tmp_path / "other.json", [*PEOPLE[:-1], human(9999)])
    assert dump_key(one, "task") != dump_key(other, "task")
    assert dump_key(one, "task") != dump_key(one, "another task")
    other.write_bytes(one.read_bytes())
    assert dump_key(one, "task") == dump_key(other, "task")


@pytest.mark.parametrize("content", [b"", b"[\n]\n", b"\n\n"])
def test_an_empty_dump(tmp_path: Path, content: bytes) -> None:
    dump = tmp_path / "dump.json"
    dump.write_bytes(content)
    with pytest.raises(SnapshotError, match="no entity can be read: the dump is empty"):
        read(dump, tmp_path / "journal")


def test_what_stands_before_the_damage_is_kept(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.gz", PEOPLE)
    dump.write_bytes(dump.read_bytes()[:-2000])
    with pytest.raises(SnapshotError, match="cut short"):
        read(dump, tmp_path / "journal", chunk=10_000)
    with Journal(tmp_path / "journal", "key") as journal:
        assert 1000 < journal.state.kept < 3000
        assert not journal.state.complete
