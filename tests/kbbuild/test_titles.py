# ruff: noqa: E501 - a row of a table stays on one line

from __future__ import annotations

import pytest

from factlint.kbbuild.gazetteer import Gazetteer
from factlint.kbbuild.portfolios import minister_title
from factlint.kbbuild.titles import canonical_title

US, UK, FR, IN, WI, KL, QC, SCO, RU = "Q30", "Q145", "Q142", "Q668", "Q1537", "Q1186", "Q176", "Q22", "Q159"
PLACES = Gazetteer(
    [
        ("United States", US), ("United States of America", US), ("United Kingdom", UK), ("France", FR),
        ("French Republic", FR), ("India", IN), ("Russia", RU), ("Wisconsin", WI), ("Kerala", KL),
        ("Quebec", QC), ("Scotland", SCO), ("NATO", "NATO"),
    ],
    [("American", US), ("British", UK), ("French", FR), ("Russian", RU), ("Scottish", SCO)],
    [(WI, US), (KL, IN), (QC, "Q16"), (SCO, UK)],
)  # fmt: skip


@pytest.mark.parametrize(
    ("label", "jurisdiction", "country", "title", "where"),
    [
        ("United States Secretary of State", "", US, "Secretary of State", US),
        ("Minister of Foreign Affairs of France", "", FR, "Foreign Minister", FR),
        ("French Minister for Europe and Foreign Affairs", "", FR, "Foreign Minister", FR),
        ("Minister of Defence", FR, FR, "Defense Minister", FR),
        ("Minister of Economy, Finance and Industry", FR, FR, "Economy Minister", FR),
        ("Finance minister of France", "", FR, "Finance Minister", FR),
        ("Deputy Minister of Justice", FR, FR, "Deputy Justice Minister", FR),
        ("Minister of State for Europe", UK, UK, "Minister of State for Europe", UK),
        ("Secretary of State for the Home Department", UK, UK, "Home Secretary", UK),
        ("Secretary of State for Foreign and Commonwealth Affairs", UK, UK, "Foreign Secretary", UK),
        ("Secretary of State for Health and Social Care", UK, UK, "Health Secretary", UK),
        ("Prime Minister of the United Kingdom", UK, UK, "Prime Minister", UK),
        ("President of the French Republic", "", FR, "President", FR),
        ("President of the Republic", FR, FR, "President", FR),
        ("President of the Council of Ministers", "Q38", "Q38", "Prime Minister", "Q38"),
        ("Acting Governor of Wisconsin", WI, US, "Governor", WI),
        ("Governor of Wisconsin", "", US, "Governor", WI),
        ("Governor of Nowhere State", "", IN, "Governor", "Nowhere State"),
        ("Governor of the Bank of Russia", "", RU, "Central Bank Governor", RU),
        ("mayor of Springfield", "", US, "Mayor", "Springfield"),
        ("ambassador of Russia to the United States of America", "", RU, "Ambassador to the United States", RU),
        ("Permanent Representative to the United Nations", "", RU, "Ambassador to the United Nations", RU),
        ("Secretary General of NATO", "", "", "Secretary General", "NATO"),
        ("United States senator", "", US, "Senator", US),
        ("United States representative", "", US, "Representative", US),
        ("non-voting member of the House of Representatives", "", US, "Delegate", US),
        ("member of the State Senate of Wisconsin", "", US, "State Senator", WI),
        ("Wisconsin state senator", "", US, "State Senator", WI),
        ("Member of the Wisconsin State Assembly", "", US, "State Representative", WI),
        ("Member of the 57th Parliament of the United Kingdom", "", UK, "Member of Parliament", UK),
        ("member of the French National Assembly", "", FR, "Member of Parliament", FR),
        ("member of the Senate of France", FR, FR, "Senator", FR),
        ("Member of the 16th Lok Sabha", "", IN, "Member of Parliament", IN),
        ("member of the State Duma", "", RU, "Member of Parliament", RU),
        ("Member of the 14th Kerala Legislative Assembly", "", IN, "Member of the Legislative Assembly", KL),
        ("member of the National Assembly of Quebec", "", "Q16", "Member of the National Assembly", QC),
        ("Member of the 5th Scottish Parliament", SCO, "", "Member of the Parliament", SCO),
        ("member of the European Parliament", "", "", "Member of the European Parliament", "European Union"),
        ("Member of the House of Lords", "", UK, "Member of the House of Lords", UK),
        ("Principal Private Secretary to the Prime Minister", "", UK, "Principal Private Secretary to the Prime Minister", UK),
        ("Minister of Foreign Affairs (India)", "", "", "Foreign Minister", IN),
        ("High Priest", "", "", "High Priest", ""),
    ],
)  # fmt: skip
def test_canonical_title(label: str, jurisdiction: str, country: str, title: str, where: str) -> None:
    canonical = canonical_title(label, jurisdiction, country, PLACES)
    assert (canonical.title, canonical.jurisdiction) == (title, where)


def test_the_label_may_say_that_a_holder_only_acts() -> None:
    assert canonical_title("Acting President of France", "", FR, PLACES).role == "acting"
    assert canonical_title("President of France", "", FR, PLACES).role == ""


@pytest.mark.parametrize(
    "title",
    [
        "Foreign Minister",
        "Defense Minister",
        "Prime Minister",
        "Chief Minister",
        "Minister-President",
        "Home Secretary",
    ],
)
def test_titles_of_copy_stay_as_they_are(title: str) -> None:
    assert minister_title(title) == title


def test_one_spelling_for_each_minister() -> None:
    assert minister_title("Defence Minister") == "Defense Minister"
    assert minister_title("Labor Minister") == "Labour Minister"


def test_a_name_of_two_places_means_the_one_in_the_country() -> None:
    places = Gazetteer([("Georgia", "Q230"), ("Georgia", "Q1428")], [], [("Q1428", US)])
    assert places.place("Georgia", US) == "Q1428"
    assert places.place("Georgia") == "Q230"
