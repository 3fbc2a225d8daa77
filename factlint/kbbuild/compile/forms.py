"""What the sources do not say about names: short forms that copy uses, and how a country's names work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.kb.names import PARTICLES, SUFFIXES, fold
from factlint.kbbuild.compile.draft import EntityDraft

# Wikidata items of countries.
_CHINA, _TAIWAN, _HONG_KONG, _MACAU, _SINGAPORE = "Q148", "Q865", "Q8646", "Q14773", "Q334"
_NORTH_KOREA, _SOUTH_KOREA, _VIETNAM = "Q423", "Q884", "Q881"
_MYANMAR, _CAMBODIA, _LAOS, _THAILAND = "Q836", "Q424", "Q819", "Q869"
_MALAYSIA, _INDONESIA, _BRUNEI = "Q833", "Q252", "Q921"
_ETHIOPIA, _ERITREA, _MONGOLIA = "Q115", "Q986", "Q711"

_FAMILY_NAME_FIRST = frozenset(
    {_CHINA, _TAIWAN, _HONG_KONG, _MACAU, _SINGAPORE, _NORTH_KOREA, _SOUTH_KOREA, _VIETNAM, _CAMBODIA}
)
_CALLED_BY_FIRST = _FAMILY_NAME_FIRST | {
    _THAILAND,
    _MALAYSIA,
    _INDONESIA,
    _BRUNEI,
    _ETHIOPIA,
    _ERITREA,
    _MONGOLIA,
}
_UNDIVIDED = _FAMILY_NAME_FIRST | {_MYANMAR, _LAOS}
_TWO_SURNAMES = frozenset(
    (
        "Q29 Q96 Q414 Q298 Q739 Q717 Q419 Q736 Q750 Q77 Q733 Q241 Q786 Q774 Q783 Q792 Q811 Q800 Q804 Q1183"
    ).split()
)
"""Spain and Spanish-speaking America: the first of two surnames is the one that copy uses."""
_OTHER_SCRIPTS = frozenset(
    (
        "Q159 Q212 Q184 Q219 Q221 Q232 Q813 Q265 Q863 Q874 Q227 Q399 Q230 Q711 "  # Cyrillic, Caucasus
        "Q79 Q78 Q262 Q1028 Q948 Q1016 Q1049 Q958 Q1025 Q977 Q1045 Q970 Q796 Q810 Q817 Q822 "  # Arabic
        "Q858 Q846 Q851 Q842 Q805 Q878 Q398 Q219060 "  # Arabic
        "Q794 Q889 Q843 Q902 Q668 Q854 Q837 Q826 "  # Persian and Indic scripts
        "Q801 Q41 Q229 Q115 Q986"  # Hebrew, Greek, Ethiopic
    ).split()
)
"""Countries whose names English copy transliterates, so that several spellings of one name are right."""

_ENGLISH = frozenset("Q30 Q145 Q16 Q408 Q664 Q27 Q258 Q766 Q754 Q244 Q778".split())
"""The United States, United Kingdom, Canada, Australia, New Zealand, Ireland, South Africa, West Indies."""
_NAMED_OFTEN = 3

_JOINING_GIVEN = frozenset({"abdel", "abdul", "abd", "abu", "al", "el"})
_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ø": "oe",
        "Ø": "Oe",
        "å": "aa",
        "Å": "Aa",
    }
)
_ARTICLE = re.compile(r"\b(?:[AaEe]l)[- ](?=\w)")
_ABDUL = re.compile(r"\b(Abd[aeou]l|Abd)[- ](?=\w)")


def is_romanised(entity: EntityDraft) -> bool:
    """Whether an entity's name is transliterated, or may be as nothing is known of its country."""
    return not entity.country or not _OTHER_SCRIPTS.isdisjoint(entity.country)


def is_called_by_first(entity: EntityDraft) -> bool:
    """Whether copy calls somebody by the first token of the name: "Xi", "Mahathir", "Abiy"."""
    return entity.kind == "person" and not _CALLED_BY_FIRST.isdisjoint(entity.country)


def has_nickname(person: EntityDraft) -> bool:
    """Whether copy may use a nickname: where that is the custom, and of people who are named often."""
    often = person.prominence >= _NAMED_OFTEN
    return often or not person.country or not _ENGLISH.isdisjoint(person.country)


def short_forms(name: str, countries: list[str]) -> Iterator[str]:
    """Forms of a person's name that copy uses in place of the full one.

    These are: without generational suffix; given name and surname without what stands between them,
    for Spanish names also with the first of two surnames; Arabic names without their article ("Bashar
    Assad") and with "Abdul" joined to what follows; and "oe" for "ö" and the like.

    Args:
        name: a full name as its source writes it.
        countries: keys of the person's countries.
    """
    if not name.isascii() and (spelled := name.translate(_UMLAUTS)) != name:
        yield spelled
    if (without := _ARTICLE.sub("", name)) != name and " " in without:
        yield without
    if (joined := _ABDUL.sub(lambda match: match[1].capitalize(), name)) != name:
        yield joined
    words = name.replace(",", " ").split()
    while len(words) > 2 and fold(words[-1]) in SUFFIXES:
        words = words[:-1]
        yield " ".join(words)
    if len(words) < 3 or not _UNDIVIDED.isdisjoint(countries):
        return
    first = fold(words[0])
    if first in _JOINING_GIVEN or words[0].endswith("."):
        return
    start = _surname_start(words)
    if start > 1:
        yield " ".join((words[0], *words[start:]))
    if start > 1 and not _TWO_SURNAMES.isdisjoint(countries):
        earlier = _surname_start(words[:start])
        if earlier > 0 and fold(words[start - 1]) not in ("y", "e"):
            yield " ".join((words[0], *words[earlier:start]))
            yield " ".join((words[0], *words[earlier:]))


def _surname_start(words: list[str]) -> int:
    """The index at which the last surname begins, its particles included; 1 at least."""
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in PARTICLES:
        start -= 1
    return start
