"""Well-known acronyms and what they stand for: ``rules/acronyms.csv``."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from factlint.errors import FactlintError
from factlint.kb.names import fold
from factlint.resources import rules_dir

FILE_NAME = "acronyms.csv"

SMALL_WORDS = frozenset("a an and at by de des du et for from in of on the to und with without y".split())
"""Folded words whose initials acronyms mostly leave out."""

_USUAL_FORMS = {
    "un": "united nations", "us": "united states", "uk": "united kingdom", "labour": "labor",
    "defence": "defense", "programme": "program", "centre": "center", "centres": "centers",
}  # fmt: skip
"""Folded words of organisations' names that copy also writes otherwise."""


class Acronyms(NamedTuple):
    """Acronyms by what they stand for, and the other way round.

    Attributes:
        expansions: acronym in capitals -> what it stands for, the most usual first.
        by_words: content words of an expansion -> its acronyms.
    """

    expansions: Mapping[str, tuple[str, ...]]
    by_words: Mapping[tuple[str, ...], tuple[str, ...]]


@cache
def known_acronyms() -> Acronyms:
    """The table; read once.

    Raises:
        FactlintError: it is missing or malformed.
    """
    path = rules_dir() / FILE_NAME
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    expansions: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file), 1):
            if number == 1:
                continue
            if len(row) != 2 or not all(row) or row[0] in expansions:
                raise FactlintError(
                    f"{path}: row {number} is not understood", "write  ACRONYM,words|other words"
                )
            expansions[row[0]] = tuple(row[1].split("|"))
            for words in expansions[row[0]]:
                by_words[content_words(words)].append(row[0])
    return Acronyms(expansions, {words: tuple(found) for words, found in by_words.items()})


def content_words(text: str) -> tuple[str, ...]:
    """The folded words of an organisation's name but for small words, in one spelling.

    British and American spelling, ``U.N.`` and ``United Nations``, ``non-governmental`` and
    ``nongovernmental`` come out alike.
    """
    usual = (_USUAL_FORMS.get(word, word.replace("isation", "ization")) for word in fold(text).split())
    joined = " ".join(usual).replace("non ", "non")
    return tuple(word for word in joined.split() if word not in SMALL_WORDS)
