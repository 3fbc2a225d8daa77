"""A made-up country as a snapshot has it, and as Wikidata, in its RDF and its documents, has it later.

What changed in between: the prime minister resigned and another holds the office, the foreign ministry was
merged with the trade ministry under a newcomer, a former president died, a journalist got an item, a
statement about the finance minister was marked as wrong, the former prime minister had changed her party,
the capital moved, and a president and a parliament were elected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from factlint.kbbuild.compile.draft import (
    CapitalDraft,
    Draft,
    ElectionDraft,
    EntityDraft,
    OfficeDraft,
    PlaceDraft,
    TenureDraft,
)
from factlint.kbbuild.compile.write import write_snapshot

COUNTRY = "Q9000001"
PRIME_MINISTER, PRESIDENT, FOREIGN, FINANCE = "Q9000101", "Q9000102", "Q9000103", "Q9000104"
FOREIGN_AND_TRADE = "Q9000105"
HOLT, LANG, PEREZ, ILIESCU = "Q9000201", "Q9000202", "Q9000203", "Q9000204"
MARSH, DUBOIS, BRANDT = "Q9000301", "Q9000302", "Q9000303"
PROVINCE, STRELSAU, ZENDA, HENTZAU = "Q9000010", "Q9000011", "Q9000012", "Q9000013"
CROWN, LEAGUE, UNION = "Q9000021", "Q9000022", "Q9000023"
_HUMAN = "Q5"


def base_snapshot(path: Path) -> Path:
    """Write the snapshot that is to be refreshed."""
    draft = Draft()
    draft.sources = {
        "wikidata": ("Wikidata", "CC0 1.0", "2023-01-01"),
        "editors": ("The editors", "facts", "2024-01-01"),
    }
    wikidata, editors = ("wikidata", "2023-01-01"), ("editors", "2024-01-01")

    def entity(
        key: str, kind: str, label: str, *aliases: str, born: str = "", origin: tuple[str, str]
    ) -> None:
        countries = [COUNTRY] if kind != "country" else []
        source, as_of = origin
        draft.entities[key] = EntityDraft(
            key, kind, label, list(aliases), country=countries, born=born, prominence=3, given=3,
            source=source, as_of=as_of,
        )  # fmt: skip

    entity(COUNTRY, "country", "Ruritania", origin=wikidata)
    draft.places[COUNTRY] = PlaceDraft()
    entity(PROVINCE, "region", "Hentzau Province", origin=wikidata)
    draft.places[PROVINCE] = PlaceDraft(COUNTRY)
    entity(STRELSAU, "city", "Strelsau", origin=editors)
    draft.places[STRELSAU] = PlaceDraft(COUNTRY)
    draft.capitals.append(
        CapitalDraft(COUNTRY, STRELSAU, ["Strelsau"], "capital", "1900", "", False, *editors)
    )
    draft.elections.add(ElectionDraft(COUNTRY, "presidential", "2021-05-02", "", "", "Otto Lang", "editors"))
    draft.adjectives.add(("Ruritanian", COUNTRY))
    for key, label, title in (
        (PRIME_MINISTER, "Prime Minister of Ruritania", "Prime Minister"),
        (PRESIDENT, "President of Ruritania", "President"),
        (FOREIGN, "Minister of Foreign Affairs of Ruritania", "Foreign Minister"),
        (FINANCE, "Minister of Finance of Ruritania", "Finance Minister"),
    ):
        entity(key, "office", label, origin=wikidata)
        draft.offices.append(OfficeDraft(key, title, COUNTRY, COUNTRY))
        draft.office_forms.add((title, title))
    entity(HOLT, "person", "Anna Holt", born="1961", origin=wikidata)
    entity(LANG, "person", "Otto Lang", born="1931-02-03", origin=wikidata)
    entity(PEREZ, "person", "Lucía Pérez", origin=editors)
    entity(ILIESCU, "person", "Ion Iliescu Popa", origin=wikidata)
    entity("local:karl-brandt", "person", "Karl Brandt", born="1960-05-05", origin=editors)

    def tenure(person: str, office: int, start: str, end: str, origin: tuple[str, str]) -> None:
        source, as_of = origin
        draft.tenures[person].append(
            TenureDraft(person, office, start, end, as_of, source, by_hand=source == "editors")
        )

    tenure(HOLT, 0, "2021", "", wikidata)
    tenure(LANG, 1, "1990-01-01", "1998-01-01", wikidata)
    tenure(PEREZ, 2, "2022-05-01", "", editors)
    tenure(ILIESCU, 3, "2019-04-01", "2020-04-01", wikidata)
    tenure(ILIESCU, 3, "2022-04-01", "", wikidata)
    draft.words = ["house", "minister"]
    draft.spellings = [["sergei", "sergey"]]
    write_snapshot(draft, path)
    return path


@dataclass(frozen=True)
class Date:
    """A date of Wikidata: precision 9 is a year, 11 a day."""

    day: str
    precision: int = 11


UNKNOWN = Date("unknown")


@dataclass(frozen=True)
class Held:
    """A P39 statement."""

    office: str
    start: Date | None = None
    end: Date | None = None
    rank: str = "normal"
    acting: bool = False


@dataclass(frozen=True)
class Member:
    """A P102 statement."""

    party: str
    start: Date | None = None
    end: Date | None = None
    rank: str = "normal"


@dataclass(frozen=True)
class Seat:
    """A P36 statement: a place and its capital."""

    place: str
    city: str
    start: Date | None = None
    end: Date | None = None
    rank: str = "normal"


@dataclass(frozen=True)
class Vote:
    """An election of Wikidata, of a class; ``applies_to`` is its P1001."""

    item: str
    kind: str
    dates: tuple[Date, ...]
    winner: str = ""
    applies_to: str = COUNTRY


@dataclass(frozen=True)
class Human:
    """A human of Wikidata."""

    item: str
    label: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    born: Date | None = None
    died: Date | None = None
    held: tuple[Held, ...] = ()
    parties: tuple[Member, ...] = ()
    language: str = "en"
    modified: str = "2025-06-01"


@dataclass(frozen=True)
class Position:
    """A position of Wikidata, and the one that it replaced."""

    item: str
    label: str
    replaces: str = ""


@dataclass
class World:
    """What Wikidata knows."""

    humans: list[Human] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)

    def human(self, item: str) -> Human:
        """The human with this item."""
        return next(human for human in self.humans if human.item == item)


PRESIDENTIAL, LEGISLATIVE, BY_ELECTION, RURITANIAN = "Q858439", "Q2618461", "Q1057954", "Q9000601"
_NAMES = {
    STRELSAU: "Strelsau", ZENDA: "Zenda", HENTZAU: "Hentzau", CROWN: "Crown Party", LEAGUE: "People's League",
    UNION: "Union Party",
}  # fmt: skip


def later() -> World:
    """Ruritania in June 2025."""
    return World(
        [
            Human(
                HOLT, "Anna Holt", ("Anna M. Holt",), "politician", Date("1961-07-04"),
                held=(Held(PRIME_MINISTER, Date("2021-03-02"), Date("2025-03-01")),),
                parties=(
                    Member(CROWN, Date("1990-01-01", 9), Date("2023-06-30")),
                    Member(LEAGUE, Date("2023-06-30")),
                ),
            ),
            Human(
                LANG, "Otto Lang", born=Date("1931-02-03"), died=Date("2025-01-20"),
                held=(Held(PRESIDENT, Date("1990-01-01"), Date("1998-01-01")),),
            ),
            Human(
                PEREZ, "Lucía Pérez", born=Date("1970-01-01", 9),
                held=(Held(FOREIGN, Date("2022-05-01"), Date("2025-03-01")),),
            ),
            Human(
                ILIESCU, "Ion Iliescu Popa",
                held=(
                    Held(FINANCE, Date("2019-04-01"), Date("2020-04-01"), rank="deprecated"),
                    Held(FINANCE, Date("2022-04-01"), UNKNOWN),
                ),
            ),
            Human(
                MARSH, "Zoë Marsh", ("Zoe Marsh-Ellery",), "prime minister of Ruritania", Date("1975-11-30"),
                held=(
                    Held(PRIME_MINISTER, Date("2025-03-01"), rank="preferred"),
                    Held(FINANCE, Date("2024-02-01"), Date("2025-03-01"), acting=True),
                ),
                parties=(Member(CROWN), Member(LEAGUE, rank="deprecated")),
            ),
            Human(
                DUBOIS, "Ève Dubois", born=Date("1980-01-01", 9), language="mul",
                held=(Held(FOREIGN_AND_TRADE, Date("2025-03-01")),),
            ),
            Human(BRANDT, "Karl Brandt", (), "journalist", Date("1960-05-05")),
            Human("Q9000304", "Karl Brandt", (), "painter", Date("1701-01-01", 9)),
        ],
        [
            Position(PRIME_MINISTER, "Prime Minister of Ruritania"),
            Position(PRESIDENT, "President of Ruritania"),
            Position(FOREIGN, "Minister of Foreign Affairs of Ruritania"),
            Position(FINANCE, "Minister of Finance of Ruritania"),
            Position(FOREIGN_AND_TRADE, "Minister of Foreign Affairs and Trade of Ruritania", FOREIGN),
        ],
        [
            Seat(COUNTRY, STRELSAU, Date("1900-01-01", 9), Date("2025-02-01")),
            Seat(COUNTRY, ZENDA, Date("2025-02-01"), rank="preferred"),
            Seat(PROVINCE, HENTZAU),
        ],
        [
            Vote("Q9000501", PRESIDENTIAL, (Date("2021-05-02"),), LANG),
            Vote("Q9000502", RURITANIAN, (Date("2025-05-04"), Date("2025-05-18")), MARSH),
            Vote("Q9000503", LEGISLATIVE, (Date("2024-09-22"),), CROWN),
            Vote("Q9000504", LEGISLATIVE, (Date("2024-03-03"),), applies_to=PROVINCE),
            Vote("Q9000505", BY_ELECTION, (Date("2023-03-03"),)),
            Vote("Q9000506", LEGISLATIVE, (Date("2095-12-07"),)),
            Vote("Q9000507", LEGISLATIVE, (Date("2023-01-01", 9),)),
        ],
    )  # fmt: skip


def document(human: Human) -> dict[str, object]:
    """The entity document of a human, as ``Special:EntityData`` has it."""
    language = human.language
    claims: dict[str, list[object]] = {"P31": [_claim(human.item, 0, "P31", _item_value(_HUMAN))]}
    claims["P27"] = [_claim(human.item, 1, "P27", _item_value(COUNTRY))]
    for name, date in (("P569", human.born), ("P570", human.died)):
        if date:
            claims[name] = [_claim(human.item, 2, name, _time_value(date))]
    return {
        "id": human.item,
        "type": "item",
        "labels": {language: {"language": language, "value": human.label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in human.aliases]},
        # PHP writes an empty map as a list.
        "descriptions": {"en": {"language": "en", "value": human.description}} if human.description else [],
        "claims": claims,
        "sitelinks": {},
        "modified": f"{human.modified}T00:00:00Z",
    }


def triples(world: World) -> Iterator[str]:
    """Wikidata's RDF for a world, as N-Triples."""
    for position in world.positions:
        yield _triple(_wd(position.item), RDFS_LABEL, _text(position.label, "en"))
        yield _triple(_wd(position.item), f"{PROP}direct/P1001", _wd(COUNTRY))
        yield _triple(_wd(position.item), f"{PROP}direct/P17", _wd(COUNTRY))
        if position.replaces:
            yield from _statement(position.item, "P1365", _wd(position.replaces), "normal", "1")
    for human in world.humans:
        yield from _human_triples(human)
    for item, name in _NAMES.items():
        yield _triple(_wd(item), RDFS_LABEL, _text(name, "en"))
    for city in (STRELSAU, ZENDA, HENTZAU):
        yield _triple(_wd(city), f"{PROP}direct/P17", _wd(COUNTRY))
    for number, seat in enumerate(world.seats):
        yield from _statement(seat.place, "P36", _wd(seat.city), seat.rank, str(number))
        yield from _span(_node(seat.place, "P36", str(number)), seat.start, seat.end)
    for kind, above in ((RURITANIAN, PRESIDENTIAL), (BY_ELECTION, LEGISLATIVE)):
        yield _triple(_wd(kind), f"{PROP}direct/P279", _wd(above))
    for vote in world.votes:
        yield from _vote_triples(vote)


def _vote_triples(vote: Vote) -> Iterator[str]:
    yield _triple(_wd(vote.item), f"{PROP}direct/P31", _wd(vote.kind))
    yield _triple(_wd(vote.item), f"{PROP}direct/P17", _wd(COUNTRY))
    yield _triple(_wd(vote.item), f"{PROP}direct/P1001", _wd(vote.applies_to))
    for number, date in enumerate(vote.dates):
        yield from _statement(vote.item, "P585", _datetime(date.day), "normal", str(number))
        yield from _value(_node(vote.item, "P585", str(number)), "statement", "P585", date)
    if vote.winner:
        yield _triple(_wd(vote.item), f"{PROP}direct/P991", _wd(vote.winner))


RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
PROP = "http://www.wikidata.org/prop/"
_WIKIBASE = "http://wikiba.se/ontology#"
_XSD = "http://www.w3.org/2001/XMLSchema#"


def _human_triples(human: Human) -> Iterator[str]:
    subject = _wd(human.item)
    yield _triple(subject, RDFS_LABEL, _text(human.label, human.language))
    for alias in human.aliases:
        yield _triple(subject, "http://www.w3.org/2004/02/skos/core#altLabel", _text(alias, "en"))
    yield _triple(subject, "http://schema.org/description", _text(human.description, "en"))
    yield _triple(subject, "http://schema.org/dateModified", _datetime(human.modified))
    yield from _statement(human.item, "P31", _wd(_HUMAN), "normal", "1")
    for name, date in (("P569", human.born), ("P570", human.died)):
        if date:
            yield from _statement(human.item, name, _datetime(date.day), "normal", "1")
            yield from _value(_node(human.item, name, "1"), "statement", name, date)
    for number, held in enumerate(human.held):
        yield from _statement(human.item, "P39", _wd(held.office), held.rank, str(number))
        node = _node(human.item, "P39", str(number))
        yield from _span(node, held.start, held.end)
        if held.acting:
            yield _triple(node, f"{PROP}qualifier/P5102", _wd("Q4676846"))
    for number, member in enumerate(human.parties):
        yield from _statement(human.item, "P102", _wd(member.party), member.rank, str(number))
        yield from _span(_node(human.item, "P102", str(number)), member.start, member.end)


def _span(node: str, start: Date | None, end: Date | None) -> Iterator[str]:
    """The qualifiers of a statement that say when it held."""
    for name, date in (("P580", start), ("P582", end)):
        if date is UNKNOWN:
            yield _triple(node, f"{PROP}qualifier/{name}", f"_:u{crc32(node.encode())}")
        elif date:
            yield _triple(node, f"{PROP}qualifier/{name}", _datetime(date.day))
            yield from _value(node, "qualifier", name, date)


def _statement(item: str, name: str, value: str, rank: str, number: str) -> Iterator[str]:
    node = _node(item, name, number)
    yield _triple(_wd(item), f"{PROP}{name}", node)
    yield _triple(node, f"{PROP}statement/{name}", value)
    yield _triple(node, f"{_WIKIBASE}rank", f"<{_WIKIBASE}{rank.capitalize()}Rank>")
    if rank != "deprecated":
        yield _triple(_wd(item), f"{PROP}direct/{name}", value)


def _value(node: str, kind: str, name: str, date: Date) -> Iterator[str]:
    value = f"{node[:-1]}-{name}>"
    yield _triple(node, f"{PROP}{kind}/value/{name}", value)
    yield _triple(value, f"{_WIKIBASE}timePrecision", f'"{date.precision}"^^<{_XSD}integer>')


def _node(item: str, name: str, number: str) -> str:
    return f"<http://www.wikidata.org/entity/statement/{item}-{name}-{number}>"


def _wd(item: str) -> str:
    return f"<http://www.wikidata.org/entity/{item}>"


def _text(text: str, language: str) -> str:
    return f"{json.dumps(text)}@{language}"


def _datetime(day: str) -> str:
    return f'"{day}T00:00:00Z"^^<{_XSD}dateTime>'


def _triple(subject: str, predicate: str, value: str) -> str:
    return f"{subject} <{predicate}> {value} ."


def _claim(item: str, number: int, name: str, value: dict[str, object]) -> dict[str, object]:
    snak = {"snaktype": "value", "property": name, "datatype": "any", "datavalue": value}
    return {"id": f"{item}${number}", "type": "statement", "rank": "normal", "mainsnak": snak}


def _item_value(item: str) -> dict[str, object]:
    value = {"entity-type": "item", "numeric-id": int(item[1:]), "id": item}
    return {"type": "wikibase-entityid", "value": value}


def _time_value(date: Date) -> dict[str, object]:
    day = date.day if date.precision == 11 else f"{date.day[:4]}-00-00"
    value = {
        "time": f"+{day}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": date.precision,
        "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
    }  # fmt: skip
    return {"type": "time", "value": value}
