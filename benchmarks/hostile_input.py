"""Time checking against the length of input that no newsroom writes: one line of one character.

Usage: python benchmarks/hostile_input.py [--longest BYTES] [--select RULE ...] [--budget SECONDS]

Each line doubles from 10 KB up to the longest. The ratio of two times in a row is about 2 where time
grows with the length and about 4 where it grows with its square. A kind whose last run took longer
than the budget is not doubled again. The exit status is 1 if a ratio is above 3 where the times are
long enough to be trusted.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.api import check_text

SHORTEST = 10_000
LONGEST = 1_280_000
TRUSTED_SECONDS = 0.2
"""Shorter times are mostly start-up."""
WORST_RATIO = 3.0

KINDS = {
    "digits": "1",
    "spaced digits": "1 ",
    "capitals": "A",
    "brackets": "(",
    "square brackets": "[",
    "quotation marks": '"',
    "opening quotation marks": "\u201c",
    "apostrophes": "'",
    "commas": ",",
    "full stops": ". ",
    "capitalised words": "Aa ",
    "amounts": "$1 million (",
    "number words": "one and ",
    "percentages": "1% from 2% to ",
    "lists": "two men: A, ",
    "quoted numbers": '"2 men died." ',
}


def measure(text: str, select: Sequence[str]) -> float:
    """Seconds that checking a text takes."""
    start = time.perf_counter()
    check_text(text, select=select)
    return time.perf_counter() - start


def times(unit: str, longest: int, budget: float, select: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Length and time of one kind of line, doubling until the longest or the budget is reached."""
    length = SHORTEST
    while length <= longest:
        taken = measure(unit * (length // len(unit)), select)
        yield length, taken
        if taken > budget:
            return
        length *= 2


def main() -> int:
    """Print a table of times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--longest", type=int, default=LONGEST, metavar="BYTES")
    parser.add_argument("--budget", type=float, default=8.0, metavar="SECONDS")
    parser.add_argument("--select", action="append", default=[], metavar="RULE")
    parser.add_argument("--kind", action="append", choices=KINDS, default=[])
    options = parser.parse_args()
    measure("A warm-up.", options.select)
    worst = 0.0
    for name in options.kind or KINDS:
        measured = list(times(KINDS[name], options.longest, options.budget, options.select))
        cells = [f"{measured[0][0] // 1000} KB {measured[0][1]:.2f} s"]
        for (_, before), (length, taken) in pairwise(measured):
            ratio = taken / before
            worst = max(worst, ratio if taken >= TRUSTED_SECONDS else 0.0)
            cells.append(f"{length // 1000} KB {taken:.2f} s (x{ratio:.1f})")
        print(f"{name:24} " + "  ".join(cells), flush=True)
    print(f"worst ratio of trusted times: {worst:.1f}")
    return 1 if worst > WORST_RATIO else 0


if __name__ == "__main__":
    sys.exit(main())
