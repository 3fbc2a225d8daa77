from __future__ import annotations

import pytest
from claim_articles import claims

from factlint.claims.elections import ElectionClaim, Head
from factlint.kb.election_calendar import ElectionKind


def only(text: str, date: str = "2021-06-16") -> ElectionClaim:
    (claim,) = claims(text, ElectionClaim, date)
    return claim


@pytest.mark.parametrize(
    ("words", "kind", "head"),
    [
        ("2016 presidential election", ElectionKind.PRESIDENTIAL, Head.ELECTION),
        ("2016 U.S. presidential race", ElectionKind.PRESIDENTIAL, Head.ELECTION),
        ("2018 midterms", ElectionKind.MIDTERM, Head.ELECTION),
        ("2018 mid-term elections", ElectionKind.MIDTERM, Head.ELECTION),
        ("2008 presidential bid", ElectionKind.PRESIDENTIAL, Head.CAMPAIGN),
        ("2016 Republican presidential hopeful", ElectionKind.PRESIDENTIAL, Head.CANDIDATE),
        ("presidential election in 2016", ElectionKind.PRESIDENTIAL, Head.ELECTION),
        ("parliamentary elections of 2017", ElectionKind.PARLIAMENTARY, Head.ELECTION),
        ("2017 general election", ElectionKind.GENERAL, Head.ELECTION),
        ("2020 Presidential Election", ElectionKind.PRESIDENTIAL, Head.ELECTION),
        ("November 2016 presidential election", ElectionKind.PRESIDENTIAL, Head.ELECTION),
        ("2019 federal election", ElectionKind.NATIONAL, Head.ELECTION),
        ("federal election 2019", ElectionKind.NATIONAL, Head.ELECTION),
        ("2015 US election", ElectionKind.NATIONAL, Head.ELECTION),
        ("2015 Israeli election", ElectionKind.NATIONAL, Head.ELECTION),
    ],
)
def test_phrases(words: str, kind: ElectionKind, head: Head) -> None:
    text = f"They spoke of the {words} at length."
    claim = only(text)
    assert (claim.span.of(text), claim.kind, claim.head) == (words, kind, head)


@pytest.mark.parametrize(
    "text",
    [
        "the 2015 presidential debate",
        "the 2016 presidential library fund",
        "four special congressional elections this year",
        "FIFA's 2015 presidential election",
        "the 2016 season",
        "In 2016, presidential elections were far away.",
        "the 2018 Federal Election Commission report",
        "his June 2015 presidential campaign launch",
        "the 2019 Istanbul election",
        "the 2015 Texas election",
        "the local vote, the 2014 French election",
        "the 2014 Oscars election",
    ],
)
def test_other_phrases(text: str) -> None:
    assert claims(f"They spoke of {text} at length.", ElectionClaim) == ()


def test_years() -> None:
    assert only("It was the 2015-16 presidential race.").years == (2015, 2016)
    assert only("It was last year's presidential election.").years == (2020,)
    assert only("It is next year's presidential election.").relative


def test_owners() -> None:
    assert only("It was her 2008 presidential campaign.").owned
    assert only("It was Romney's 2012 presidential campaign.").owned
    assert not only("It was the 2012 presidential campaign.").owned


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The French vote for the 2017 presidential election was calm.", {"Q142"}),
        ("France's 2017 presidential election was calm.", {"Q142"}),
        ("The 2017 French presidential election worried Germany.", {"Q142"}),
        ("The 2019 presidential election in Ukraine worried Russia.", {"Q212"}),
        ("Democrats say Russian hackers meddled in the 2016 presidential election.", {"Q30"}),
        ("Voters in Ohio remember the 2016 presidential election.", {"Q30"}),
        ("They remember the 2016 presidential election.", set()),
        ("Boris Johnson was brief. Downing Street says the 2019 general election changed Britain.", {"Q145"}),
        (
            "Britain is not Scotland, said Boris Johnson. In Scotland the 2016 general election was dull.",
            set(),
        ),
        ("Justin Trudeau spoke in Ottawa. Canadians in Ontario recall the 2018 general election.", set()),
        ("Canada recalls the 2019 federal election, as China noted.", {"Q16"}),
        ("Emmanuel Macron spoke. He won the 2017 presidential election.", {"Q142"}),
    ],
)
def test_countries(text: str, countries: set[str]) -> None:
    meant = {one.country for one in only(text).countries}
    assert countries <= meant
    assert bool(meant) == bool(countries)
    assert not ({"Q159"} & meant), "who interferes is not meant"
