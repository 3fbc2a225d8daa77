"""Where two articles disagree, and where they only seem to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import permutations

import pytest
from digests import DigestOf

from factlint.crossing.events import find_events
from factlint.crossing.judging.days import day_disagreements
from factlint.crossing.judging.model import Disagreement
from factlint.crossing.judging.names import name_conflicts
from factlint.crossing.judging.numbers import number_disagreements
from factlint.crossing.judging.pairs import Comparison
from factlint.crossing.judging.persons import person_disagreements
from factlint.crossing.judging.quotations import MOST_REPEATED, SHINGLE, changed_words, repeated
from factlint.crossing.records import ArticleDigest, Place, QuotationRecord
from factlint.crossing.serialise import from_json, to_json
from factlint.kb.store import Snapshot

FERRY = "A ferry sank in a storm off Samos, and {} people were killed, fishermen of the island said."
VOTE = "The council of Lower Brenning voted on {} to raise the dam above the old mill by two metres."
AGE = "Jonas Brandtstetter, {}, a baker, was pulled from the flood in Linz by two firemen."


def compare(*digests: ArticleDigest) -> Comparison:
    return Comparison(find_events(digests))


def said(found: Iterable[Disagreement]) -> list[tuple[str, str]]:
    return [(one.one.words, one.other.words) for one in found]


@pytest.mark.parametrize(
    ("judge", "frame", "values", "differ"),
    [
        (number_disagreements, FERRY, ("12", "15"), True),
        (number_disagreements, FERRY, ("twelve", "12"), False),
        (number_disagreements, FERRY, ("about 100", "96"), False),
        (number_disagreements, FERRY, ("at least 10", "15"), False),
        (number_disagreements, FERRY, ("at least 10", "31"), True),
        (day_disagreements, VOTE, ("Monday", "Tuesday"), True),
        (day_disagreements, VOTE, ("Tuesday", "yesterday"), False),
        (person_disagreements, AGE, ("34", "43"), True),
        (person_disagreements, AGE, ("34", "34"), False),
    ],
)
def test_one_frame_with_two_values(
    judge: Callable[[Comparison], Iterable[Disagreement]],
    frame: str,
    values: tuple[str, str],
    differ: bool,
    digest_of: DigestOf,
) -> None:
    one, other = (digest_of(frame.format(value), f"{value}.md") for value in values)
    assert bool(said(judge(compare(one, other)))) == differ


@pytest.mark.parametrize(
    ("frame", "first", "second", "differ"),
    [
        (FERRY, "12", "15", False),
        (FERRY, "15", "12", True),
        (
            "The strike of the miners of Lota over the price of lamps lasts {}.",
            "three weeks",
            "two weeks",
            False,
        ),
        (AGE, "34", "35", False),
        (AGE, "35", "34", True),
    ],
)
def test_what_time_may_change(frame: str, first: str, second: str, differ: bool, digest_of: DigestOf) -> None:
    earlier = digest_of(frame.format(first), "a.md", "2022-05-18")
    later = digest_of(frame.format(second), "b.md", "2022-05-20")
    comparison = compare(earlier, later)
    assert bool([*number_disagreements(comparison), *person_disagreements(comparison)]) == differ


def test_a_third_article_bears_one_side_out(digest_of: DigestOf) -> None:
    digests = [
        digest_of(FERRY.format(number), f"{path}.md") for path, number in (("a", 15), ("b", 12), ("c", 12))
    ]
    found = [*number_disagreements(compare(*digests))]
    assert {(one.one.path, one.other.path, one.other_supported) for one in found} == {
        ("a.md", "b.md", ("c.md",)),
        ("a.md", "c.md", ("b.md",)),
    }
    assert not any(one.one_supported for one in found)


def test_an_update_takes_the_place_of_what_it_updates(digest_of: DigestOf) -> None:
    early = digest_of(FERRY.format(12), "early.md")
    late = digest_of(f"---\nupdates: early.md\n---\n\n{FERRY.format(15)}", "late.md")
    comparison = compare(early, late)
    assert comparison.superseded == {"early.md"}
    assert said(number_disagreements(comparison)) == []


def test_names_conflict_whatever_the_order_of_the_articles(digest_of: DigestOf, kb: Snapshot) -> None:
    texts = {
        "a.txt": "Sergei Lavrov met Heiko Maas and Jonas Brandtstetter.",
        "b.txt": "Sergey Lavrov met Heiko Maas and Jonas Brandstetter.",
        "c.txt": "Heiko Maas met Jonas Landstetter.",
    }
    digests = [digest_of(text, path, "2019-05-10") for path, text in texts.items()]
    answers = {repr(name_conflicts(compare(*some), kb)) for some in permutations(digests)}
    assert len(answers) == 1
    found = [conflict.disagreement for conflict in name_conflicts(compare(*digests), kb)]
    assert {frozenset((one.one.words, one.other.words)) for one in found} == {
        frozenset(("Sergei Lavrov", "Sergey Lavrov")),
        frozenset(("Jonas Brandtstetter", "Jonas Brandstetter")),
    }


def test_kept_records_are_judged_like_fresh_ones(digest_of: DigestOf) -> None:
    digests = [digest_of(FERRY.format(number), f"{number}.md") for number in (12, 15)]
    kept = [from_json(to_json(digest)) for digest in digests]
    fresh = [*number_disagreements(compare(*digests))]
    assert fresh
    assert [*number_disagreements(compare(*kept))] == fresh


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        (
            "we shall rebuild the bridge before winter",
            "we shall abandon the bridge before winter",
            "rebuild abandon",
        ),
        ("we have 42 boats in the harbour today", "we have 24 boats in the harbour today", "42 24"),
        ("we shall rebuild the bridge before winter", "we will rebuild the bridge before winter", ""),
        ("it is our duty to the harbour today", "it is our duties to the harbour today", ""),
        ("we shall rebuild the bridge before winter", "we shall … the bridge before winter", ""),
        ("we shall rebuild the bridge before winter", "they sang of herring in the harbour all night", ""),
        ("the colour of the sea was grey that day", "the color of the sea was grey that day", ""),
    ],
)
def test_words_of_a_quotation_that_differ(one: str, other: str, changed: str) -> None:
    found = changed_words(one.split(), other.split())
    assert " ".join(found or ()) == changed


def quotation(line: int, words: str) -> QuotationRecord:
    return QuotationRecord(Place(line * 100, line * 100 + len(words), line, 1, line, 1), tuple(words.split()))


def test_repeated_quotations_are_paired_once_the_earlier_first() -> None:
    first, other, second = (
        quotation(line, words)
        for line, words in enumerate(
            ("we shall rebuild the bridge", "nobody asked me for anything", "we shall rebuild the mill"), 1
        )
    )
    assert list(repeated((first, other, second))) == [(first, second)]


def test_a_refrain_does_not_cost_the_square_of_its_length() -> None:
    refrain = [quotation(line, "we shall rebuild the bridge before winter") for line in range(1, 301)]
    pairs = list(repeated(refrain))
    assert {second for _, second in pairs} == set(refrain[1:])
    assert len(pairs) <= len(refrain) * MOST_REPEATED * SHINGLE
