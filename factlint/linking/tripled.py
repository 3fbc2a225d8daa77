"""Names with a letter three times in a row, which no language writes: "Willliam"."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factlint.kb.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.names.runs import NamePart
    from factlint.kb.store import Snapshot

SHORTEST = 5
"""Shorter words of one letter repeated are numerals and initials: "VIII", "AAA"."""


def tripled(parts: Sequence[NamePart], kb: Snapshot) -> tuple[tuple[NamePart, str], ...]:
    """The words of a name that have a letter three times, each with the known name that has it once or twice.

    Args:
        parts: the words of the name.
        kb: the snapshot, which says what people are called.
    """
    return tuple(
        (part, right)
        for part in parts
        if len(part.text) >= SHORTEST and not kb.knows_token(part.text)
        for right in [next((word for word in _shortened(part.text) if kb.knows_token(word)), "")]
        if right
    )


def _shortened(word: str) -> Iterator[str]:
    """The word with each letter that stands three times or more written twice, then once."""
    groups = [list(group) for _, group in groupby(word, key=fold)]
    if any(len(group) > 2 for group in groups):
        for most in (2, 1):
            yield "".join("".join(group[:most] if len(group) > 2 else group) for group in groups)
