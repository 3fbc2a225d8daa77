"""Rules in YAML take time in proportion to the length of any copy."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from declared import declared

from factlint.testing import check_with

ENTRIES = {
    "office-holder": "office: [Lakeside Mayor]\nholders: [Ada Brandt]\n",
    "capital": "place: Uri\ncapital: Altdorf\n",
    "fixed-date-event": "event: Bastille Day\ndate: 07-14\n",
    "forbidden-pairing": "words: [one, a]\nwith: [two, b]\nwithin: 3\nunless: [zebra]\n",
    "number-bounds": "of: [seats]\nbeside: [council]\nat-most: 40\n",
    "preferred-spelling": "avoid: e-mail\nuse: email\n",
}
PIECES = {
    "office-holder": "Lakeside Mayor ",
    "capital": "the capital of Uri, Uri's capital ",
    "fixed-date-event": "Bastille Day July 15 ",
    "forbidden-pairing": "one a two b ",
    "number-bounds": "41 council seats ",
    "preferred-spelling": "e-mail ",
}
GROWTH = 4
"""Eight times the copy may take so many times eight times as long, on a machine with other work."""


@pytest.mark.parametrize("kind", ENTRIES)
def test_time_grows_with_length(tmp_path: Path, kind: str) -> None:
    rule = declared(tmp_path, f"kind: {kind}\n{ENTRIES[kind]}")
    times = []
    for length in (5_000, 40_000):
        text = PIECES[kind] * (length // len(PIECES[kind]))
        started = time.process_time()
        check_with(rule, text)
        times.append(time.process_time() - started)
    assert times[1] < 8 * GROWTH * max(times[0], 0.02)
