"""The kinds of rules that a newsroom writes in YAML."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest
from declared import declared, found

from factlint.engine.cached import _origin
from factlint.rulekit.rule import Severity
from factlint.testing import check_with

MAYOR = """
    kind: office-holder
    office: [Lakeside Mayor, mayor of Lakeside]
    holders:
      - {name: Ada Brandt, also: [Adelheid Brandt], from: 2019-05-01}
      - {name: Otto Kremer, until: 2019-04-30}
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lakeside Mayor Otto Kremer spoke.", ["Otto Kremer"]),
        ("The mayor of Lakeside, Otto Kremer, spoke.", ["Otto Kremer"]),
        ("Otto Kremer, the mayor of Lakeside, spoke.", ["Otto Kremer"]),
        ("Karl Huber is the mayor of Lakeside.", ["Karl Huber"]),
        ("The mayor of Lakeside is Karl Huber.", ["Karl Huber"]),
        ("Lakeside mayor Ada Brant spoke.", ["Ada Brant"]),
        ("LAKESIDE — Lakeside Mayor Brand spoke.", ["Brand"]),
        ("Lakeside Mayor Dr. Karl Huber spoke.", ["Karl Huber"]),
        ("Lakeside Mayor Ada Brandt spoke.", []),
        ("Lakeside Mayor Ada M. Brandt spoke.", []),
        ("Lakeside Mayor Adelheid Brandt and Karl Huber spoke.", []),
        ("The mayor of Lakeside, Brandt, spoke.", []),
        ("Former Lakeside Mayor Otto Kremer spoke.", []),
        ("The former longtime mayor of Lakeside, Otto Kremer, spoke.", []),
        ("Then-Lakeside Mayor Otto Kremer spoke.", []),
        ("Acting Lakeside Mayor Karl Huber spoke.", []),
        ("Lakeside mayor-elect Karl Huber spoke.", []),
        ("Lakeside mayor candidate Karl Huber spoke.", []),
        ("Karl Huber, a candidate for mayor of Lakeside, spoke.", []),
        ("Karl Huber became mayor of Lakeside.", []),
        ("Karl Huber will be the mayor of Lakeside.", []),
        ("In 2015 Lakeside Mayor Otto Kremer opened the hall.", []),
        ("Lakeside Mayor's Office", []),
        ("He met the mayor of Lakeside, Karl Huber, and Eva Roth.", []),
        ("The mayor of Lakeside, Karl Huber and Eva Roth met.", []),
        ("Karl Huber, the mayor of Lakeside and Eva Roth met.", []),
        ("Lakeside Mayor Resigns After Night of Protests", []),
        ("North Lakeside Mayor Karl Huber spoke.", []),
        ("On Friday Lakeside Mayor Karl Huber spoke.", ["Karl Huber"]),
        ("The mayor of Lakeside Park District spoke.", []),
        ("The mayor of Lakeside Karl Huber spoke.", ["Karl Huber"]),
        ("Lakeside Mayors Otto Kremer spoke.", []),
    ],
)
def test_office_holder(tmp_path: Path, text: str, words: list[str]) -> None:
    assert found(declared(tmp_path, MAYOR), text) == words


def test_office_holder_by_time(tmp_path: Path) -> None:
    rule = declared(tmp_path, MAYOR)
    text = "Lakeside Mayor Otto Kremer spoke."
    assert found(rule, text, "2019-04-30") == []
    assert found(rule, text, "2019-05-01") == ["Otto Kremer"]
    assert found(rule, text, "") == []


def test_office_holder_says_who_and_when(tmp_path: Path) -> None:
    rule = declared(tmp_path, MAYOR + "    source: the town's gazette\n    note: elected in April\n")
    [finding] = check_with(rule, "Lakeside Mayor Otto Kremer spoke.", dt.date(2021, 6, 16))
    assert finding.message == (
        "Ada Brandt was Lakeside Mayor on 16 June 2021, not Otto Kremer (elected in April)"
    )
    assert [(one.text, one.source) for one in finding.evidence] == [
        ("Lakeside Mayor: Ada Brandt from 1 May 2019", "the town's gazette")
    ]
    [finding] = check_with(rule, "Lakeside Mayor Ada Brant spoke.", dt.date(2021, 6, 16))
    assert finding.fix is not None
    assert finding.fix.replacement == "Brandt"


def test_what_is_quoted_or_claimed_is_a_note(tmp_path: Path) -> None:
    rule = declared(tmp_path, MAYOR)
    for text in (
        "“Lakeside Mayor Otto Kremer spoke,” she said.",
        "The leaflet falsely claims that Lakeside Mayor Otto Kremer spoke.",
    ):
        [finding] = check_with(rule, text, dt.date(2021, 6, 16))
        assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sisikon, the capital of Uri, was full.", ["Sisikon"]),
        ("The capital of Uri, Sisikon, was full.", ["Sisikon"]),
        ("The capital of Uri is Sisikon.", ["Sisikon"]),
        ("They met in Uri's capital of Sisikon.", ["Sisikon"]),
        ("They met in Uri’s capital, Sisikon.", ["Sisikon"]),
        ("They met in the Uri capital Sisikon.", ["Sisikon"]),
        ("Sisikon is the capital of Uri.", ["Sisikon"]),
        ("Altdorf, the capital of Uri, was full.", []),
        ("ALTDORF, the capital of Uri, was full.", []),
        ("Sisikon, the former capital of Uri, was full.", []),
        ("Sisikon, the cultural capital of Uri, was full.", []),
        ("Sisikon is not the capital of Uri.", []),
        ("They met in Uri's capital Monday.", []),
        ("They met in Uri's capital, police said.", []),
        ("They met in New Uri's capital, Sisikon.", []),
        ("Uri capital gains rose in Sisikon.", []),
        ("From Uri's capital, Sisikon and Erstfeld look small.", []),
    ],
)
def test_capital(tmp_path: Path, text: str, words: list[str]) -> None:
    assert found(declared(tmp_path, "kind: capital\nplace: Uri\ncapital: Altdorf\n"), text) == words


BASTILLE = "kind: fixed-date-event\nevent: Bastille Day\ndate: 07-14\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They danced on Bastille Day, July 15.", ["July 15"]),
        ("On July 13, Bastille Day, they danced.", ["July 13"]),
        ("Bastille Day is on July 13.", ["July 13"]),
        ("Bastille Day (July 13) was warm.", ["July 13"]),
        ("Bastille Day, which falls on July 13, was warm.", ["July 13"]),
        ("They danced on Bastille Day, Tuesday.", ["Tuesday"]),
        ("They danced on Bastille Day, July 14.", []),
        ("They danced on Bastille Day, Wednesday.", []),
        ("On July 15, the day after Bastille Day, they slept.", []),
        ("On July 12, two days before Bastille Day, they slept.", []),
        ("They came for the Bastille Day weekend on July 17.", []),
        ("Bastille Day was postponed to July 16.", []),
        ("They danced on Bastille Day and on July 16 they slept.", []),
        ("From Bastille Day to July 20 the shops are shut.", []),
    ],
)
def test_fixed_date_event(tmp_path: Path, text: str, words: list[str]) -> None:
    assert found(declared(tmp_path, BASTILLE), text, "2021-07-12") == words


def test_event_of_one_day(tmp_path: Path) -> None:
    rule = declared(tmp_path, "kind: fixed-date-event\nevent: Lakeside fire\ndate: 2016-06-23\ncase: any\n")
    assert found(rule, "The Lakeside Fire on June 24, 2016, killed nobody.") == ["June 24, 2016"]
    assert found(rule, "The Lakeside fire in May 2016 killed nobody.") == ["May 2016"]
    assert found(rule, "The Lakeside fire in 2015 killed nobody.") == ["2015"]
    assert found(rule, "The Lakeside fire of June 2016 killed nobody.") == []
    assert found(rule, "The Lakeside fire in 2016 killed nobody.") == []


def test_a_weekday_counts_only_near_publication(tmp_path: Path) -> None:
    assert found(declared(tmp_path, BASTILLE), "They danced on Bastille Day, Tuesday.", "2021-09-01") == []


PAIR = "kind: forbidden-pairing\nwords: [unanimous, unanimously]\nwith: [two against]\n"


def test_forbidden_pairing(tmp_path: Path) -> None:
    rule = declared(tmp_path, PAIR + "unless: [nearly unanimous]\n")
    assert found(rule, "The vote was unanimous, with two against.") == ["two against"]
    assert found(rule, "With two against, they voted Unanimously.") == ["Unanimously"]
    assert found(rule, "The vote was unanimous. There were two against.") == []
    assert found(rule, "The vote was nearly unanimous, with two against.") == []
    near = declared(tmp_path, PAIR + "within: 1\n")
    assert found(near, "The vote was unanimous, with two against.") == ["two against"]
    assert found(near, "The vote was unanimous at first, with two against.") == []
    exact = declared(tmp_path, PAIR + "case: exact\n")
    assert found(exact, "They voted UNANIMOUSLY, with two against.") == []


@pytest.mark.parametrize(
    ("entry", "text", "words"),
    [
        ("unit: percent\nbeside: turnout\nat-most: 100\n", "Turnout was 104 percent.", ["104 percent"]),
        ("unit: percent\nbeside: turnout\nat-most: 100\n", "Turnout was 100 percent.", []),
        ("unit: percent\nbeside: turnout\nat-most: 100\n", "Profit rose 104 percent.", []),
        (
            "unit: percent\nbeside: turnout\nat-most: 100\nunless: rose\n",
            "Turnout rose 104 percent.",
            [],
        ),
        (
            "unit: percent\nbeside: turnout\nat-most: 100\nwithin: 2\n",
            "Turnout in the town and all around was 104 percent.",
            [],
        ),
        ("of: [seats]\nat-most: 40\n", "It won 41 council seats.", ["41"]),
        ("of: [seats]\nat-most: 40\n", "It won fewer than 41 seats.", []),
        ("of: [seats]\nat-most: 40\n", "It won 45 votes, and no seats.", []),
        (
            "unit: degree Celsius\nat-least: -90\nat-most: 60\n",
            "It was 75 degrees Celsius.",
            ["75 degrees Celsius"],
        ),
        ("unit: degree Celsius\nat-least: -90\nat-most: 60\n", "It was -95 C there.", ["-95 C"]),
        (
            "unit: degree Celsius\nat-least: -90\nat-most: 60\n",
            "It was 35 to 70 degrees Celsius.",
            ["35 to 70 degrees Celsius"],
        ),
        ("unit: degree Celsius\nat-least: -90\nat-most: 60\n", "It was 75 degrees Fahrenheit.", []),
    ],
)
def test_number_bounds(tmp_path: Path, entry: str, text: str, words: list[str]) -> None:
    assert found(declared(tmp_path, f"kind: number-bounds\n{entry}"), text) == words


def test_preferred_spelling(tmp_path: Path) -> None:
    rule = declared(tmp_path, "kind: preferred-spelling\navoid: e-mail\nuse: email\nnote: since 2011\n")
    [finding] = check_with(rule, "E-mail him.", dt.date(2021, 6, 16))
    assert finding.message == "write Email, not E-mail (since 2011)"
    assert finding.fix is not None
    assert finding.fix.replacement == "Email"
    assert found(rule, "“Use e-mail,” she said.") == []


def test_a_rule_holds_for_its_time(tmp_path: Path) -> None:
    rule = declared(
        tmp_path, "kind: preferred-spelling\navoid: Kiev\nuse: Kyiv\nfrom: 2019\nuntil: 2021-06\n"
    )
    assert found(rule, "It is in Kiev.", "2018-12-31") == []
    assert found(rule, "It is in Kiev.", "2019-01-01") == ["Kiev"]
    assert found(rule, "It is in Kiev.", "2021-06-30") == ["Kiev"]
    assert found(rule, "It is in Kiev.", "2021-07-01") == []
    assert found(rule, "It is in Kiev.", "") == []


def test_message_and_note(tmp_path: Path) -> None:
    rule = declared(tmp_path, PAIR + "message: count the votes again\nnote: or the words\nsummary: Votes.\n")
    [finding] = check_with(rule, "It was unanimous, with two against.")
    assert finding.message == "count the votes again (or the words)"
    assert rule.summary == "Votes."


@pytest.mark.parametrize("entry", [MAYOR, BASTILLE, PAIR])
def test_rules_are_sent_to_other_processes(tmp_path: Path, entry: str) -> None:
    rule = declared(tmp_path, entry)
    found(rule, "On July 13, Bastille Day, Lakeside Mayor Ada Brandt was unanimous, with two against.")
    again = pickle.loads(pickle.dumps(rule))  # noqa: S301 - made here
    assert again == rule
    assert _origin(again) == _origin(rule)


def test_the_key_of_results_says_what_a_rule_says(tmp_path: Path) -> None:
    one = _origin(declared(tmp_path, BASTILLE))
    assert one == _origin(declared(tmp_path, BASTILLE))
    assert one != _origin(declared(tmp_path, BASTILLE.replace("07-14", "07-15")))
    assert one != _origin(declared(tmp_path, BASTILLE + "note: why\n"))
    assert " at 0x" not in one
