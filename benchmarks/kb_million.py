"""Measure look-ups in the knowledge base: in the embedded snapshot, and in one of a million people.

Usage: python benchmarks/kb_million.py [--people N] [--queries N] [--folder FOLDER] [--keep]

The large snapshot holds everybody of the text form and made-up people up to the number asked for, who get
a given name of one person and the surname of another of the same country. New surnames are coined, from
the front of one and the rear of another, at the rate at which they turn up in the real names. It is
compiled by `factlint kb compile`'s own code, in a process of its own.

A *slip* is the insertion, deletion or substitution of a letter, or two neighbouring letters changing
places. It falls on any letter of the whole name with the same chance, so that of two slips both may be in
one token. `near` finds a name *thoroughly*, as `factlint kb search` does, or as linking asks for it: there
two slips in one token of fewer than eight letters are left out by design (`factlint.kb.deletions.LONG`), as
they make other names (Moore and Mohr). `found` is the share of names for which the person is among those
given, `first 20` that for which they are among the twenty best.

Times are CPU times of the thread, as other work on the machine would show in the others.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import math
import random
import resource
import shutil
import statistics
import string
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from factlint.kb.embedded import DATA, embedded_path
from factlint.kb.names import fold
from factlint.kb.store import Snapshot
from factlint.kbbuild.textform import FILES, PersonRow, read, write
from factlint.resources import rules_dir

SEED = 20210616
OPENINGS = 15
WARM_UP = 30
OFFICES = 60
ALL = 1_000_000


SLIPS = (1, 2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both snapshots."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=400, help="look-ups of each kind")
    parser.add_argument("--folder", type=Path, help="where to put the text form and the snapshot")
    parser.add_argument("--keep", action="store_true", help="use the snapshot that is there, and leave it")
    options = parser.parse_args(arguments)
    measure(embedded_path(), options.queries)
    folder = options.folder or Path(tempfile.mkdtemp())
    snapshot = folder / "million.sqlite"
    try:
        if not (options.keep and snapshot.exists()):
            build(folder, snapshot, options.people)
        measure(snapshot, options.queries)
    finally:
        if not options.keep:
            shutil.rmtree(folder / "text", ignore_errors=True)
            snapshot.unlink(missing_ok=True)
    return 0


def build(folder: Path, snapshot: Path, number: int) -> None:
    """Write the text form of so many people and compile it."""
    text = folder / "text"
    text.mkdir(parents=True, exist_ok=True)
    for name in FILES.values():
        shutil.copyfile(DATA / name, text / name)
    real = list(read(DATA, PersonRow))
    chance = random.Random(SEED)  # noqa: S311 - made-up people, no secret
    write(text, PersonRow, [*real, *made_up(real, max(0, number - len(real)), chance)])
    started = time.monotonic()
    command = [sys.executable, "-m", "factlint", "kb", "compile", "--text", str(text), "--facts"]
    subprocess.run([*command, str(rules_dir() / "facts"), "--output", str(snapshot)], check=True)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"compiled in {time.monotonic() - started:.0f} s ({usage.ru_utime:.0f} s of CPU),"
        f" peak memory {usage.ru_maxrss / 1024:.0f} MiB\n"
    )


def made_up(real: Sequence[PersonRow], number: int, chance: random.Random) -> Iterator[PersonRow]:
    """So many people whose names are put together from those of real ones."""
    names: dict[str, list[list[str]]] = defaultdict(list)
    for person in real:
        words = person.name.split()
        if len(words) > 1 and person.name.replace(" ", "").isalpha():
            names[person.country.partition("|")[0]].append(words)
    countries = sorted(names)
    surnames = [words[-1].lower() for country in countries for words in names[country]]
    chance.shuffle(surnames)
    exponent, distinct, total = growth(surnames), len(set(surnames)), len(surnames)
    weights = [len(names[country]) for country in countries]
    for serial, country in enumerate(chance.choices(countries, weights, k=number), 1):
        given, surname = chance.choice(names[country])[:-1], chance.choice(names[country])[-1]
        total += 1
        # Heaps' law: of n names, about n ** exponent are different.
        if chance.random() < exponent * distinct / total:
            surname = coin(chance, surname, chance.choice(names[country])[-1])
            distinct += 1
        yield PersonRow(
            f"Q8{serial:09}",
            " ".join((*given, surname)),
            country=country,
            born=str(chance.randrange(1930, 2000)),
            source="wikidata",
            as_of="2022-08-03",
        )


def growth(words: Sequence[str]) -> float:
    """Exponent of Heaps' law, from the number of different words in a quarter and in all of them."""
    quarter = len(words) // 4
    return math.log(len(set(words)) / len(set(words[:quarter]))) / math.log(len(words) / quarter)


def coin(chance: random.Random, front: str, rear: str) -> str:
    """A surname with the front of one and the rear of another."""
    cut = chance.randrange(2, max(3, len(front)))
    return (front[:cut] + rear[len(rear) // 2 :].lower()).capitalize()


def measure(path: Path, number: int) -> None:
    """Print the figures of one snapshot."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    with Snapshot(path) as snapshot:
        people = dict(snapshot.info.counts)["person"]
        print(f"{people:,} people, {path.stat().st_size / 1e6:.1f} MB")
        names = sample(path, number, chance)
        print(f"  open and first look-up {opening(path, names[0][1]):.1f} ms")
        for _, name in sample(path, WARM_UP, chance):
            snapshot.near(name)
            snapshot.near(name, thorough=True)
        report("exact name", [timed(partial(snapshot.named, name)) for _, name in names])
        surnames = [name.split()[-1] for _, name in names]
        report("is a token known", [timed(partial(snapshot.knows_token, name)) for name in surnames])
        offices = chance.sample(sorted({title for _, title in snapshot.office_titles()}), OFFICES)
        days = [dt.date(chance.randrange(1990, 2023), 6, 1) for _ in offices]
        held = [
            timed(partial(snapshot.holders, office, at=day))
            for office, day in zip(offices, days, strict=True)
        ]
        report("holders of an office at a date", held)
        for edits, thorough in itertools.product(SLIPS, (False, True)):
            misspelt(snapshot, edits, names, random.Random(SEED), thorough=thorough)  # noqa: S311
    print()


def misspelt(
    snapshot: Snapshot,
    edits: int,
    names: Sequence[tuple[str, str]],
    chance: random.Random,
    *,
    thorough: bool,
) -> None:
    """Print recall and times for names with so many slips."""
    times, found, first = [], 0, 0
    for key, name in names:
        wrong = misspell(name, edits, chance)
        started = time.thread_time()
        matches = snapshot.near(wrong, thorough=thorough)
        times.append(time.thread_time() - started)
        first += any(match.entity.id == key for match in matches)
        found += any(match.entity.id == key for match in snapshot.near(wrong, limit=ALL, thorough=thorough))
    label = f"{edits} slip{'s' * (edits > 1)}, {'thorough' if thorough else 'as linking asks'}"
    report(label, times, f"  found {found / len(names):.1%}, first 20 {first / len(names):.1%}")


def misspell(name: str, edits: int, chance: random.Random) -> str:
    """A name with so many slips in its letters, which do not undo each other."""
    from rapidfuzz.distance import OSA

    while True:
        wrong = name
        for _ in range(edits):
            at = chance.choice([place for place, letter in enumerate(wrong) if letter.isalpha()])
            letter = chance.choice(string.ascii_lowercase)
            swapped = wrong[at + 1 : at + 2] + wrong[at : at + 1] if wrong[at + 1 : at + 2].isalpha() else ""
            wrong = chance.choice(
                (
                    wrong[:at] + letter + wrong[at:],
                    wrong[:at] + wrong[at + 1 :],
                    wrong[:at] + letter + wrong[at + 1 :],
                    wrong[:at] + swapped + wrong[at + 2 :] if swapped else wrong,
                )
            )
        if OSA.distance(fold(name), fold(wrong)) == edits and len(wrong.split()) == len(name.split()):
            return wrong


def sample(path: Path, number: int, chance: random.Random) -> list[tuple[str, str]]:
    """Id and name of people with a name of two words or more, all as likely."""
    import sqlite3

    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT key, label FROM entity WHERE kind = 'person' AND label LIKE '% %'"
        ).fetchall()
    return chance.sample(rows, number)


def opening(path: Path, name: str) -> float:
    """Milliseconds of CPU for opening a snapshot and looking up a name, in a new connection each time."""
    times = []
    for _ in range(OPENINGS):
        started = time.thread_time()
        with Snapshot(path) as snapshot:
            snapshot.named(name)
        times.append(time.thread_time() - started)
    return statistics.median(times) * 1000


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    started = time.thread_time()
    work()
    return time.thread_time() - started


def report(label: str, seconds: Sequence[float], note: str = "") -> None:
    """Print the median, the 95th and the 99th percentile."""
    ordered = sorted(seconds)
    shown = (f"p{share} {ordered[len(ordered) * share // 100] * 1000:7.3f} ms" for share in (50, 95, 99))
    print(f"  {label:<32} {'  '.join(shown)}{note}")


if __name__ == "__main__":
    sys.exit(main())
