"""Measure the reading of Wikidata dumps, against qwikidata's reader.

Usage: python benchmarks/kb_dump.py DUMP [--entities N] [--growth N] [--kinds KIND ...] [--jobs N ...]
           [--repeat N]

DUMP is any Wikidata JSON dump, or a part of one. Its lines, again and again under new identifiers, are
written to dumps of N entities and of `--growth` times as many, of which the share that the importer wants
is that of all of Wikidata (11 million people and 2 million places and offices among 110 million entities).
They are read by qwikidata, which only parses, and by `factlint.kbbuild.dump`, which also makes the rows of
the text form and notes them in its journal. Each reading is a process of its own, and the best of several
counts, as other work on the machine shows in the others.

CPU time is that of the process without its start, and of its workers with theirs. `peak` is the most memory
that the process used, with jobs that of the largest worker in brackets; it should not grow with the dump.
The last column is the time that a dump of all of Wikidata would take, of 110 million entities of the same
average size.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from factlint.kbbuild.dump.entities import numbered_lines
from factlint.kbbuild.dump.lines import IDENTIFIER, cut_chunks
from factlint.kbbuild.dump.pieces import read_pieces
from factlint.kbbuild.importer.extract import WANTED

ALL_OF_WIKIDATA = 110_000_000
KINDS = (".json", ".gz", ".bz2", ".zst")
WANTED_SHARE = 13 / 110

QWIKIDATA = """
import sys, time, warnings
warnings.simplefilter("ignore")
from qwikidata.json_dump import WikidataJsonDump
started, begun = time.perf_counter(), time.process_time()
count = sum(1 for _ in WikidataJsonDump(sys.argv[1]))
"""
OURS = """
import sys, time
from pathlib import Path
from factlint.kbbuild.dump.journal import Journal
from factlint.kbbuild.dump.run import Reading, read_dump
from factlint.kbbuild.importer.extract import WANTED, rows_of
if __name__ == "__main__":
    started, begun = time.perf_counter(), time.process_time()
    with Journal(Path(sys.argv[2]), "benchmark") as journal:
        count = read_dump(Reading(Path(sys.argv[1]), WANTED, rows_of, int(sys.argv[3])), journal).entities
"""
REPORT = """
    import json, resource
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = time.process_time() - begun, workers.ru_utime + workers.ru_stime
    print(json.dumps([count, time.perf_counter() - started, *cpu, own.ru_maxrss, workers.ru_maxrss]))
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the dumps and measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("dump", type=Path)
    parser.add_argument("--entities", type=int, default=10_000)
    parser.add_argument("--growth", type=int, default=4)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args(arguments)
    sizes = options.entities, options.growth * options.entities
    libraries = [name for name in ("orjson", "isal", "zstandard") if find_spec(name)]
    print(f"optional libraries: {', '.join(libraries) or 'none'}\n")
    print(
        f"{'kind':<7}{'reader':<11}{'jobs':>4}{'entities':>10}{'MB':>8}{'ent./s':>9}{'MB/s':>7}"
        f"{'us CPU/ent.':>13}{'peak MiB':>15}{'all of it':>11}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for kind, number in itertools.product(options.kinds, sizes):
            if kind == ".zst" and "zstandard" not in libraries:
                continue
            path = Path(folder) / f"dump.json{kind.removeprefix('.json')}"
            size = write(path, options.dump, number)
            if kind != ".zst":
                code = QWIKIDATA + REPORT.replace("\n    ", "\n")
                show("qwikidata", 1, path, size, [measure(code, path, 1) for _ in range(options.repeat)])
            for jobs in options.jobs:
                runs = [measure(OURS + REPORT, path, jobs) for _ in range(options.repeat)]
                show("factlint", jobs, path, size, runs)
            path.unlink()
    return 0


def write(path: Path, source: Path, number: int) -> int:
    """Write a dump of so many entities; gives the bytes of its plain text."""
    size = 0
    with writer(path) as file:
        for count, line in enumerate(itertools.islice(repeated(source), number)):
            text = (b",\n" if count else b"[\n") + line
            file.write(text)
            size += len(text)
        file.write(b"\n]\n")
    return size + 3


def writer(path: Path) -> IO[bytes]:
    """A file that compresses as its name says."""
    if path.suffix == ".zst":
        import zstandard

        opened: IO[bytes] = zstandard.open(path, "wb")
        return opened
    if path.suffix == ".gz":
        return gzip.open(path, "wb", 6)
    return bz2.open(path, "wb", 9) if path.suffix == ".bz2" else path.open("wb")


def repeated(source: Path) -> Iterator[bytes]:
    """Lines of a dump, again and again under new identifiers, with the share that is wanted in Wikidata."""
    lines = [line for chunk in cut_chunks(read_pieces(source)) for _, line in numbered_lines(chunk)]
    wanted = itertools.cycle([line for line in lines if WANTED(line)])
    others = itertools.cycle([line for line in lines if not WANTED(line)])
    due = 0.0
    for number in itertools.count(1):
        due += WANTED_SHARE
        line = next(wanted if due >= 1 else others)
        due %= 1
        if found := IDENTIFIER.search(line):
            yield line[: found.start(1)] + b"Q%d" % number + line[found.end(1) :]


@dataclass(frozen=True)
class Run:
    """The figures of one reading: seconds, and memory in KiB."""

    count: int
    wall: float
    own_cpu: float
    worker_cpu: float
    own_peak: int
    worker_peak: int


def measure(code: str, path: Path, jobs: int) -> Run:
    """Read a dump in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "reader.py"
        script.write_text(code)
        command = [sys.executable, str(script), str(path), str(Path(folder) / "journal"), str(jobs)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Run(*json.loads(done.stdout))


def show(reader: str, jobs: int, path: Path, size: int, runs: Sequence[Run]) -> None:
    """Print the best of some runs."""
    count, wall = runs[0].count, min(run.wall for run in runs)
    cpu = f"{min(run.own_cpu for run in runs) / count * 1e6:.0f}"
    peak = f"{max(run.own_peak for run in runs) / 1024:.0f}"
    if jobs > 1:
        cpu += f" + {min(run.worker_cpu for run in runs) / count * 1e6:.0f}"
        peak += f" ({max(run.worker_peak for run in runs) / 1024:.0f})"
    hours = ALL_OF_WIKIDATA / (count / wall) / 3600
    print(
        f"{path.suffix:<7}{reader:<11}{jobs:>4}{count:>10,}{size / 1e6:>8.0f}{count / wall:>9,.0f}"
        f"{size / 1e6 / wall:>7.0f}{cpu:>13}{peak:>15}{hours:>9.1f} h",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
