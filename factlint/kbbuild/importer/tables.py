"""The side tables that go with a dump."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from factlint.kbbuild.importer.cleaning import clean_name
from factlint.kbbuild.importer.entities import real_date
from factlint.kbbuild.textform import LIST_SEPARATOR, CapitalRow, ElectionRow, PersonRow, SourceRow, TenureRow
from factlint.kbbuild.us_states import US_STATES

REPRESENTATIVE, SENATOR = "Q13218630", "Q4416090"
PRESIDENT, VICE_PRESIDENT = "Q11696", "Q11699"
CONGRESS = "congress-legislators"

_BEYOND_AS_OF = "2017-01-01"
"""The sources of people beyond office were written from 2017 to 2026 and do not say each when."""

SOURCES = (
    SourceRow(
        "wikidata",
        "Wikidata, by way of every-politician-scrapers and entity documents",
        "CC0 1.0",
        "2023-03-12",
    ),
    SourceRow(CONGRESS, "unitedstates/congress-legislators", "CC0 1.0", "2026-06-15"),
    SourceRow("world-factbook", "CIA World Factbook", "public domain", "2026-01-31"),
    SourceRow("natural-earth", "Natural Earth, populated places and admin 1", "public domain", "2021-12-08"),
    SourceRow("wikitrivia", "wikitrivia and wikitrivia-classic", "MIT; data CC0 1.0", _BEYOND_AS_OF),
    SourceRow("fb15k", "villmow/datasets_knowledge_embedding, entity map of FB15k-237", "MIT", _BEYOND_AS_OF),
    SourceRow("lm-kbc", "lm-kbc datasets 2022, 2023 and 2024", "CC BY 4.0", _BEYOND_AS_OF),
    SourceRow("elevant", "ad-freiburg/elevant, benchmark entities", "Apache-2.0", _BEYOND_AS_OF),
    SourceRow("viquae", "PaulLerner/ViQuAE", "MIT", _BEYOND_AS_OF),
    SourceRow("quotebank", "Quotebank (EPFL), subsets", "CC BY 4.0", _BEYOND_AS_OF),
)
_BEYOND_SOURCES = (
    ("wikitrivia", "wikitrivia"), ("Quotebank", "quotebank"), ("datasets_knowledge_embedding", "fb15k"),
    ("FB15k", "fb15k"), ("lm-kbc", "lm-kbc"), ("elevant", "elevant"), ("EL gold", "elevant"),
    ("ViQuAE", "viquae"),
)  # fmt: skip
_ELECTION_KINDS = {
    "presidential": "presidential",
    "legislative": "parliamentary",
    "legislative-lower": "lower house",
    "legislative-upper": "upper house",
}

_CHAMBERS_SWAPPED = frozenset("Q17 Q27 Q142 Q225 Q258 Q265 Q971 Q974 Q1000 Q1009 Q1013 Q1019".split())
"""Countries of which the Factbook prints each chamber's election under the other's name.

Japan, Ireland, France, Bosnia and Herzegovina, South Africa, Uzbekistan, both Congos, Gabon, Cameroon,
Lesotho and Madagascar: it has Japan's House of Representatives elected in July 2025 and the National Assembly
of France in September 2023, the days on which the House of Councillors and the Senate were.
"""
_SWAPPED = {"lower house": "upper house", "upper house": "lower house"}
_NOT_PRESIDENTIAL = frozenset("Q403 Q258 Q8646 Q1183 Q33788".split())
"""Countries and territories whose last presidential election the Factbook has wrong.

Of Serbia and South Africa it prints the day of the parliamentary election; of Hong Kong, Puerto Rico and New
Caledonia elections of other countries' presidents and of a local government.
"""

_INITIALS = re.compile(r"\w\.?(?: \w\.?)+")
_ROUNDS = {"first round": "1", "1": "1", "second round": "2", "runoff": "2", "run-off": "2", "2": "2"}


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    path = folder / name
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def people_beyond_office(folder: Path) -> Iterator[PersonRow]:
    """People whom news names and who hold no office, but for the obscure ones.

    Left out are people who died before 1850, and names that only one source gives and no
    description backs and whose identity is but a candidate.
    """
    for row in _rows(folder, "people_beyond_office.csv"):
        sources = sorted(
            {key for source in row["sources"].split(";") for part, key in _BEYOND_SOURCES if part in source}
        )
        died = _date(row["death"])
        name = clean_name(row["name"])
        if not name or (died and died < "1850" and len(sources) < 2):
            continue
        yield PersonRow(
            id=row["qid"],
            name=name,
            aliases=LIST_SEPARATOR.join(_usual_aliases(name, row["aliases"].split("|"))),
            description=_clean(row["description"].split(";")[0]),
            born=_date(row["birth"]),
            died=died,
            backing="0" if row["identity"] == "candidate" and not row["description"] else str(len(sources)),
            source=sources[0] if sources else "elevant",
            as_of=_BEYOND_AS_OF,
        )


def congress(folder: Path) -> Iterator[tuple[PersonRow, TenureRow]]:
    """Members of the US Congress with party, state and district."""
    for row in _rows(folder, "us_congress.csv"):
        person = row["qid"] or f"local:congress-{row['bioguide']}"
        name, official = _clean(row["name"]), _clean(row["official_name"])
        yield (
            PersonRow(
                id=person,
                name=name,
                aliases=official if official != name else "",
                article="1",
                source=CONGRESS,
                as_of=row["as_of"],
            ),
            TenureRow(
                person=person,
                start=row["start"],
                end=row["end"] or ("past" if row["gone_by"] else ""),
                office=SENATOR if row["chamber"] == "senate" else REPRESENTATIVE,
                party=row["party"],
                constituency=US_STATES.get(row["state"], row["state"]),
                district=row["district"],
                source=CONGRESS,
                as_of=row["as_of"],
            ),
        )


def executive(folder: Path) -> Iterator[tuple[PersonRow, TenureRow]]:
    """Presidents and vice presidents of the United States since 1789."""
    for row in _rows(folder, "us_executive.csv"):
        person = row["qid"] or f"local:executive-{row['bioguide'] or row['name'].replace(' ', '-').lower()}"
        yield (
            PersonRow(
                id=person,
                name=_clean(row["name"]),
                born=row["birthday"],
                article="1",
                source=CONGRESS,
                as_of=row["as_of"],
            ),
            TenureRow(
                person=person,
                start=row["start"],
                end=row["end"],
                office=PRESIDENT if row["office"] == "president" else VICE_PRESIDENT,
                party=row["party"],
                source=CONGRESS,
                as_of=row["as_of"],
            ),
        )


def capitals(folder: Path) -> Iterator[CapitalRow]:
    """Capitals with an identifier, with role and span of time where the source gives them."""
    for row in _rows(folder, "capitals.csv"):
        if not (row["country_qid"] and row["capital_qid"] and row["role"]):
            continue
        role, start, end = _capital_role(row["role"])
        yield CapitalRow(
            place=row["country_qid"],
            start=start,
            end=end,
            city=row["capital_qid"],
            role=role,
            note=row["note"] if row["source"] == "CIA World Factbook" else "",
            source={"CIA World Factbook": "world-factbook", "Natural Earth": "natural-earth"}.get(
                row["source"], "wikidata"
            ),
            as_of=row["as_of"] or "2016-01-01",
        )


def elections(folder: Path) -> Iterator[ElectionRow]:
    """Elections that were held; a scheduled one may yet be put off."""
    for row in _rows(folder, "elections.csv"):
        kind, country = _ELECTION_KINDS.get(row["kind"]), row["country_qid"]
        if not kind or not country or row["status"] != "held":
            continue
        if kind == "presidential" and country in _NOT_PRESIDENTIAL:
            continue
        if country in _CHAMBERS_SWAPPED:
            kind = _SWAPPED.get(kind, kind)
        yield ElectionRow(
            country=country,
            kind=kind,
            start=row["date"],
            end=row["date_end"],
            round=_ROUNDS.get(row["round"], ""),
            source="world-factbook",
            as_of="2026-01-31",
        )


def _usual_aliases(name: str, aliases: Iterable[str]) -> Iterator[str]:
    """Aliases of two or more words that are names: no titles ("President Adams"), no initials ("J. C.")."""
    for alias in dict.fromkeys(map(clean_name, aliases)):
        title = alias.startswith(("President ", "Prime Minister "))
        if " " in alias and alias != name and not title and not _INITIALS.fullmatch(alias):
            yield alias


def _capital_role(text: str) -> tuple[str, str, str]:
    dates = dict(re.findall(r"(from|until) (\d{4}(?:-\d\d){0,2})", text))
    role = re.sub(r" (?:from|until) .*", "", text).replace(" capital", "")
    role = "capital" if role in ("state", "capital") else role
    return role, dates.get("from", ""), dates.get("until", "")


def _date(text: str) -> str:
    # The first of January stands for a year without a day in some of the sources.
    return real_date(text.removesuffix("-01-01"))


def _clean(text: str) -> str:
    return " ".join(text.replace(LIST_SEPARATOR, " ").split())
