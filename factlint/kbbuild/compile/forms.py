"""Short forms of names that copy uses and sources do not list."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.kb.names import PARTICLES, SUFFIXES, fold

_WHOLE_NAME_COUNTRIES = frozenset(
    {"Q148", "Q884", "Q423", "Q865", "Q881", "Q836", "Q424", "Q819", "Q8646", "Q334", "Q14773"}
)
"""China, both Koreas, Taiwan, Vietnam, Myanmar, Cambodia, Laos, Hong Kong, Singapore, Macau: names are not shortened."""
_JOINING_GIVEN = frozenset({"abdel", "abdul", "abd", "abu", "al", "el"})


def short_forms(name: str, countries: list[str]) -> Iterator[str]:
    """Given name and surname without what stands between them, and the name without its suffix.

    Args:
        name: a full name as its source writes it.
        countries: keys of the person's countries.
    """
    words = name.replace(",", " ").split()
    while len(words) > 2 and fold(words[-1]) in SUFFIXES:
        words = words[:-1]
        yield " ".join(words)
    if len(words) < 3 or not _WHOLE_NAME_COUNTRIES.isdisjoint(countries):
        return
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in PARTICLES:
        start -= 1
    if start == 1 or fold(words[0]) in _JOINING_GIVEN or words[0].endswith("."):
        return
    yield " ".join((words[0], *words[start:]))
