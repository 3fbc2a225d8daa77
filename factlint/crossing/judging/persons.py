"""What two articles say differently of one person: age, party, office, relatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factlint.crossing.judging.alignment import Alignment
from factlint.crossing.judging.model import Disagreement, Statement
from factlint.crossing.judging.pairs import Comparison
from factlint.crossing.records import ArticleDigest, PersonRecord
from factlint.linking.nicknames import same_given_name

_YEAR = 365

_EXCLUSIVE = frozenset({"governor", "mayor", "senator", "representative"})
"""Offices of which nobody holds two at a time."""

_PORTFOLIOS = frozenset({"minister", "secretary", "commissioner", "ambassador"})
"""Offices that further words tell apart: the foreign minister is not the finance minister."""

_BARE = frozenset({"minister", "secretary", "prime minister", "minister prime", "general secretary"})

_Facts = dict[tuple[str, str], list[PersonRecord]]


def person_disagreements(comparison: Comparison) -> Iterator[Disagreement]:
    """The facts that differ, each fact of a person once for each two articles."""
    for alignment in comparison.alignments:
        ours, theirs = _facts(alignment.one), _facts(alignment.other)
        for key in sorted(ours.keys() & theirs.keys()):
            pair = _conflict(alignment, ours[key], theirs[key])
            if pair is None:
                continue
            one, other = pair
            found = Disagreement(
                _statement(alignment.one, one), _statement(alignment.other, other), f"{key[0]}:{key[1]}", 1.0
            )
            yield Disagreement(
                found.one,
                found.other,
                found.subject,
                found.score,
                comparison.bearing_out(found, _Says(one)),
                comparison.bearing_out(found, _Says(other)),
                one.label,
            )


class _Says:
    """Whether an article says the same of the person."""

    def __init__(self, record: PersonRecord) -> None:
        self._record = record

    def __call__(self, witness: ArticleDigest) -> bool:
        record = self._record
        return any(
            (other.person, other.fact, other.value) == (record.person, record.fact, record.value)
            for other in witness.persons
        )


def _statement(digest: ArticleDigest, record: PersonRecord) -> Statement:
    return Statement(digest.path, record.place, record.words, f"{record.value} {record.scope}".strip())


def _facts(digest: ArticleDigest) -> _Facts:
    found: defaultdict[tuple[str, str], list[PersonRecord]] = defaultdict(list)
    for record in digest.persons:
        found[record.person, record.fact].append(record)
    return found


def _conflict(
    alignment: Alignment, ours: list[PersonRecord], theirs: list[PersonRecord]
) -> tuple[PersonRecord, PersonRecord] | None:
    """The first records of two articles, where no record of the one fits one of the other."""
    pairs = [(one, other) for one in ours for other in theirs]
    if all(_excluded(alignment, one, other) for one, other in pairs):
        return pairs[0]
    return None


def _excluded(alignment: Alignment, one: PersonRecord, other: PersonRecord) -> bool:
    if one.fact == "age":
        return _ages_exclude(alignment, int(one.value), int(other.value))
    if one.fact == "age at death":
        return one.value != other.value
    if one.fact == "party":
        return one.value != other.value or bool(one.scope and other.scope and one.scope != other.scope)
    if one.fact == "office":
        return _offices_exclude(one, other)
    return not _one_name(one.value, other.value)


def _ages_exclude(alignment: Alignment, earlier: int, later: int) -> bool:
    """Whether no birthday between the two publications explains the ages."""
    published = alignment.one.published, alignment.other.published
    if published[0] is None or published[1] is None:
        return abs(earlier - later) > 1
    days = (published[1] - published[0]).days
    # Of one day the ages agree; copy of the day after may have a birthday between.
    return not days // _YEAR <= later - earlier <= days // _YEAR + (days > 0)


def _offices_exclude(one: PersonRecord, other: PersonRecord) -> bool:
    ours, theirs = set(one.value.split("|")), set(other.value.split("|"))
    if ours & theirs:
        kinds = {scope.partition(":")[0] for scope in (one.scope, other.scope)}
        return bool(one.scope and other.scope) and one.scope != other.scope and len(kinds) == 1
    return any(_titles_exclude(left, right) for left in ours for right in theirs)


def _titles_exclude(left: str, right: str) -> bool:
    if left in _EXCLUSIVE and right in _EXCLUSIVE:
        return True
    words, others = set(left.split()), set(right.split())
    return (
        bool(words & others & _PORTFOLIOS)
        and bool(words - others)
        and bool(others - words)
        and not ({left, right} & _BARE)
    )


def _one_name(one: str, other: str) -> bool:
    """Whether two given names may be one person's: a nickname, or a short form."""
    return one == other or same_given_name(one, other) or one.startswith(other) or other.startswith(one)
