"""Which articles belong together."""

from __future__ import annotations

import dataclasses
import datetime as dt
from itertools import permutations

import pytest
from digests import DigestOf

from factlint.crossing.events import SAME_EVENT, find_events
from factlint.crossing.records import ArticleDigest

DAM = "The council of Lower Brenning voted to raise the dam above the old mill, said Mayor Agnes Thorvald."
DAM_TOO = "A higher dam for Lower Brenning: Mayor Agnes Thorvald broke the tie in the council on the mill."
BEES = "A jury in Truro acquitted the beekeeper Edwin Trelawne-Pascoe of poisoning hives."


@pytest.fixture
def three(digest_of: DigestOf) -> tuple[ArticleDigest, ...]:
    return digest_of(DAM, "a.md"), digest_of(DAM_TOO, "b.md"), digest_of(BEES, "c.md")


def test_stories_of_one_event_meet_and_others_do_not(three: tuple[ArticleDigest, ...]) -> None:
    events = find_events(three)
    assert events.groups() == (("a.md", "b.md"),)
    [pair] = events.pairs
    assert SAME_EVENT <= pair.score <= 1
    assert ("person", "agnes thorvald") in {(reason.kind, reason.key) for reason in pair.reasons}
    weights = [reason.weight for reason in pair.reasons]
    assert weights == sorted(weights, reverse=True)


def test_their_order_changes_nothing(three: tuple[ArticleDigest, ...]) -> None:
    assert len({repr(find_events(some)) for some in permutations(three)}) == 1


def test_time_parts_stories(three: tuple[ArticleDigest, ...]) -> None:
    first, second, _ = three
    assert first.published is not None
    scores = []
    for days in (0, 3, 9):
        later = dataclasses.replace(second, published=first.published + dt.timedelta(days))
        scores += [pair.score for pair in find_events([first, later]).pairs]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    reprint = dataclasses.replace(second, published=first.published + dt.timedelta(40))
    assert find_events([first, reprint]).pairs == ()


def test_stories_without_a_date_are_told_apart_by_what_they_say(three: tuple[ArticleDigest, ...]) -> None:
    undated = [dataclasses.replace(one, published=None) for one in three]
    assert find_events(undated).groups() == (("a.md", "b.md"),)


@pytest.mark.parametrize("texts", [(), (DAM,)])
def test_few_articles_have_no_pairs(digest_of: DigestOf, texts: tuple[str, ...]) -> None:
    assert find_events([digest_of(text) for text in texts]).pairs == ()


def test_groups_are_joined_by_chains(digest_of: DigestOf) -> None:
    digests = [digest_of(f"{DAM} Sheep {number} came.", f"{number:02}.md") for number in range(20)]
    [group] = find_events(digests).groups()
    assert group == tuple(f"{number:02}.md" for number in range(20))
