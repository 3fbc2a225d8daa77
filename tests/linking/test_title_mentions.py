"""Mentions by title alone."""

from __future__ import annotations

import pytest
from claim_articles import annotated

from factlint.linking.title_mentions import title_mentions


def linked(text: str, date: str = "2019-05-06") -> list[tuple[str, str]]:
    return [
        (mention.office.words, mention.person.label)
        for mention in annotated(text, date).derived(title_mentions)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chancellor Angela Merkel came. The chancellor left.", [("chancellor", "Angela Merkel")]),
        ("Sen. Ted Cruz came. It rained on the senator.", [("senator", "Ted Cruz")]),
        ("Sen. Ted Cruz came. It rained on the senator's hat.", [("senator", "Ted Cruz")]),
        ("Sen. Ada Invented came. The first-term senator left.", [("senator", "Ada Invented")]),
        ("Sen. Ted Cruz met Sen. Joni Ernst. The senator left.", []),
        ("Sen. Ted Cruz came. A senator left.", []),
        ("The senator came. Sen. Ted Cruz left.", []),
        ("Sen. Ted Cruz came. The former senator left.", []),
        ("Chancellor Angela Merkel came. The Austrian chancellor left.", [("chancellor", "Angela Merkel")]),
        ("Serbian President Boris Tadic came. The Croatian president left.", []),
        ("Sen. Ted Cruz came. The senator Joni Ernst left.", []),
    ],
)
def test_links_a_title_to_its_one_holder_in_the_article(text: str, expected: list[tuple[str, str]]) -> None:
    assert linked(text) == expected
