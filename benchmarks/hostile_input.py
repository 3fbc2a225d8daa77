"""Time checking against the length of input that no newsroom writes: one line of the same few characters.

Usage: python benchmarks/hostile_input.py [--lengths BYTES ...] [--kind KIND] [--layers] [--budget SECONDS]

For each kind of line and each length it prints the seconds of CPU time and, after them, the
microseconds a byte, which stay the same from length to length where time grows with the length, and
grow with it where time grows with its square. ``--layers`` prints them for each annotation layer by
itself. A kind whose last run took longer than the budget is not tried at the next length. The exit
status is 1 if the time a byte of a long line is more than twice that of one a tenth as long.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator

from factlint.annotate.layers import Annotations
from factlint.annotate.quantities import quantities
from factlint.api import check_text
from factlint.document.read import read_article
from factlint.kb.active import active_snapshot
from factlint.kb.store import Snapshot
from factlint.linking.link import link_names
from factlint.rulekit.rule import Profile
from factlint.text.source import SourceText

LENGTHS = (10_000, 100_000, 1_000_000)
PUBLISHED = dt.date(2022, 5, 11)
"""Without a day of publication many rules have nothing to reckon from and no work."""
TRUSTED_SECONDS = 0.5
"""Shorter times are mostly start-up and noise."""
WORST_GROWTH = 2.0
"""Of the time a byte, from one length to the next."""

KINDS = {
    "digits": "1",
    "capitals": "A",
    "brackets": "(",
    "quotation marks": '"',
    "spaced digits": "1 ",
    "spaces": " ",
    "line ends": "\n",
    "commas": ",",
    "hyphens": "-",
    "apostrophes": "'",
    "full stops": ". ",
    "square brackets": "[",
    "opening quotation marks": "\u201c",
    "combining marks": "e\u0301",
    "emphasis": "**_",
    "open links": "[a](",
    "nested quotes": "> > a\n",
    "list items": "- ",
    "hyphenated": "a-b-",
    "capitalised words": "Aa ",
    "initials": "A. ",
    "names": "Angela Merkel ",
    "misspelt names": "Angela Merkle ",
    "titles": "President ",
    "parties": "Sen. John Smith (D-Tex.) ",
    "capital cities": "the capital of France, ",
    "ages": "John Smith, 50, ",
    "dates": "Jan. 1 ",
    "weekdays": "Monday ",
    "years": "from 2010 to ",
    "elections": "the 2016 election ",
    "number words": "one and ",
    "amounts": "$1 million (",
    "percentages": "12 per cent of ",
    "changes": "1% from 2% to ",
    "conversions": "10 miles (16 km) ",
    "lists": "two men: A, ",
    "quoted numbers": '"2 men died." ',
    "a name's story": "Chancellor Angela Merkel met Barack Obama. Merkel said Mr. Obama called on Jan. 3. ",
    "a toll's story": "The storm killed 14 people. Officials said 12 people were killed, 5 men and 7 women. ",
    "misspelt surnames": "Angela Merkel smiled. Merkle said. ",
    "acts of the dead": "Colin Powell came. Powell said on Tuesday he will go. ",
    "a refrain": '"We shall win the day and the night here," John Smith told Ann Roe. ',
    "a title alone": "Sen. Ted Cruz came. The senator spoke, and the chancellor. ",
    "relatives": "Ann Roe's wife, Mary, ",
    "a toll in a list": "the 12 dead and 14 hurt, ",
    "a vote's story": "Sen. Ted Cruz (R-Texas), 50, won the 2018 election by 3 points, 51% to 48%. ",
}


def whole_check(text: str) -> Iterator[tuple[str, float]]:
    """Seconds of CPU time that checking a text by all rules takes."""
    yield "check", _seconds(lambda: check_text(text, date=PUBLISHED, profile=Profile.PEDANTIC))


def layers(text: str) -> Iterator[tuple[str, float]]:
    """Seconds of CPU time of each layer, in an order in which each has what it is made from."""
    source = SourceText("line.md", text)
    yield "document", _seconds(lambda: read_article(source))
    with Snapshot(active_snapshot().path) as kb:
        made = Annotations(read_article(source), kb)
        for name in ("tokens", "sentences", "quotations", "timexes", "places", "name_runs", "offices"):
            yield name, _seconds(lambda name=name: getattr(made, name))  # type: ignore[misc]
        yield "quantities", _seconds(lambda: quantities(made))
        yield "links", _seconds(lambda: link_names(made))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Print the times; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lengths", type=int, nargs="+", default=LENGTHS, metavar="BYTES")
    parser.add_argument("--kind", action="append", choices=KINDS, default=[])
    parser.add_argument("--layers", action="store_true")
    parser.add_argument("--budget", type=float, default=60.0, metavar="SECONDS")
    given = parser.parse_args()
    measure = layers if given.layers else whole_check
    dict(measure("A warm-up."))
    worst = 0.0
    for kind in given.kind or KINDS:
        before: dict[str, float] = {}
        for length in given.lengths:
            taken = dict(measure(KINDS[kind] * (length // len(KINDS[kind]))))
            per_byte = {name: seconds / length for name, seconds in taken.items()}
            for name, seconds in taken.items():
                if name in before and seconds >= TRUSTED_SECONDS:
                    worst = max(worst, per_byte[name] / before[name])
            cells = (f"{name} {seconds:.2f} s {per_byte[name] * 1e6:.2f}" for name, seconds in taken.items())
            print(f"{kind:24} {length // 1000:>6} KB  " + "  ".join(cells), flush=True)
            # A length that took no time worth measuring says nothing of the time a byte.
            before = {name: per_byte[name] for name, seconds in taken.items() if seconds >= 0.05}
            if sum(taken.values()) > given.budget:
                break
    print(f"worst growth of the time a byte: {worst:.2f}")
    return 1 if worst > WORST_GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
