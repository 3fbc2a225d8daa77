"""A draft into an SQLite file."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from factlint.kb.checksum import content_checksum
from factlint.kb.deletions import LONG, SHORTEST, deletion_keys, pack, segment_keys
from factlint.kb.names import fold, name_key
from factlint.kb.schema import (
    ALIAS,
    APPLICATION_ID,
    INDEXES,
    LABEL,
    LIST_SEPARATOR,
    SCHEMA_VERSION,
    SHORT_FORM,
    TABLES,
)
from factlint.kbbuild.compile.draft import OFFICE, Draft, EntityDraft, TenureDraft
from factlint.kbbuild.compile.forms import has_nickname, is_called_by_first, is_romanised, short_forms
from factlint.kbbuild.compile.nicknames import Nicknames


def write_snapshot(draft: Draft, output: Path) -> None:
    """Write a snapshot file; the same draft gives the same bytes."""
    output.parent.mkdir(parents=True, exist_ok=True)
    temporary = output.with_name(output.name + ".new")
    temporary.unlink(missing_ok=True)
    connection = sqlite3.connect(temporary, isolation_level=None)
    try:
        connection.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.executescript(TABLES)
        connection.execute("BEGIN")
        _Writer(connection, draft).write()
        connection.execute("COMMIT")
        connection.executescript(INDEXES)
        connection.execute("VACUUM")
    finally:
        connection.close()
    temporary.replace(output)


class _Writer:
    def __init__(self, connection: sqlite3.Connection, draft: Draft) -> None:
        self.draft = draft
        self.connection = connection
        self.numbers = {key: number for number, key in enumerate(sorted(draft.entities), 1)}

    def write(self) -> None:
        draft = self.draft
        self.insert("source", ((key, *values) for key, values in sorted(draft.sources.items())))
        self.insert("entity", self.entities())
        self.names()
        self.insert("word", ((word,) for word in sorted(set(draft.words))))
        self.insert(
            "adjective", sorted({(fold(text), self.numbers[key], text) for text, key in draft.adjectives})
        )
        self.insert(
            "office",
            (
                (
                    number,
                    self.numbers.get(office.key),
                    fold(office.title),
                    office.title,
                    self.label(office.jurisdiction),
                    self.numbers.get(office.jurisdiction),
                )
                for number, office in enumerate(draft.offices)
            ),
        )
        self.insert("office_form", sorted(draft.office_forms))
        self.insert("tenure", self.tenures())
        self.insert(
            "place",
            (
                (self.numbers[key], place.country, place.region, place.population)
                for key, place in sorted(draft.places.items())
            ),
        )
        self.places_and_dates()
        self.meta()

    def entities(self) -> Iterator[tuple[object, ...]]:
        for key in sorted(self.draft.entities):
            e = self.draft.entities[key]
            yield (
                self.numbers[key], key, e.kind, e.label, LIST_SEPARATOR.join(e.aliases), e.description,
                LIST_SEPARATOR.join(e.country), e.prominence, e.born, e.died, e.source, e.as_of,
            )  # fmt: skip

    def names(self) -> None:
        """The name index: tokens, names by surname, and the tables that find near surnames."""
        rows: list[tuple[str, str, int, int, int, str]] = []
        tokens: set[str] = set()
        called: set[tuple[str, int]] = set()
        for key in sorted(self.draft.entities):
            entity = self.draft.entities[key]
            if entity.kind == OFFICE:
                continue
            number, romanised = self.numbers[key], int(is_romanised(entity))
            for kind, text in names_of(entity, self.draft.nicknames):
                name = name_key(text)
                if name is None:
                    continue
                before = name.rest.partition(",")[0].split()
                tokens.update((name.head, *before))
                shown = "" if text == entity.label else text
                rows.append((name.head, name.rest, number, kind, romanised, shown))
                if before and kind != SHORT_FORM and is_called_by_first(entity):
                    called.add((before[0], number))
        ids = {token: number for number, token in enumerate(sorted(tokens), 1)}
        heads = sorted({row[0] for row in rows} | {token for token, _ in called})
        self.insert("token", ((number, token) for token, number in ids.items()))
        self.insert("name", sorted((ids[head], *others) for head, *others in rows))
        surnames = defaultdict(set)
        for head, rest, *_ in rows:
            surnames[rest.partition(",")[0].partition(" ")[0]].add(head)
        given = ((ids[first] if first else 0, first) for first in sorted(surnames))
        self.insert("surname", ((number, " ".join(sorted(surnames[first]))) for number, first in given))
        self.insert("called", sorted((ids[token], number) for token, number in called))
        filed = [token for token in heads if len(token) >= SHORTEST and not token.isdigit()]
        self.insert("deletion", _filed((key, ids[token]) for token in filed for key in deletion_keys(token)))
        long = [token for token in filed if len(token) >= LONG]
        self.insert("segment", _filed((key, ids[token]) for token in long for key in segment_keys(token)))
        self.insert(
            "spelling",
            sorted(
                {token: number for number, row in enumerate(self.draft.spellings) for token in row}.items()
            ),
        )

    def tenures(self) -> Iterator[tuple[object, ...]]:
        for person in sorted(self.draft.tenures):
            held = sorted(self.draft.tenures[person], key=_by_start)
            for number, t in enumerate(held):
                ended = t.end == "past"
                yield (
                    self.numbers[person], number, t.office, t.start, "" if ended else t.end, int(ended),
                    t.role, t.party, t.constituency, t.district, t.source, t.as_of,
                )  # fmt: skip

    def places_and_dates(self) -> None:
        draft, numbers = self.draft, self.numbers
        capitals = sorted(draft.capitals, key=lambda c: (c.place, c.start, c.end, c.city, c.role))
        self.insert(
            "capital",
            (
                (
                    i, numbers[c.place], numbers[c.city], LIST_SEPARATOR.join(c.names), c.role, c.start,
                    "" if c.end == "past" else c.end, int(c.end == "past"), int(c.disputed), c.source,
                    c.as_of,
                )
                for i, c in enumerate(capitals, 1)
            ),
        )  # fmt: skip
        self.insert(
            "election",
            (
                (
                    i,
                    numbers[e.country],
                    e.kind,
                    e.start,
                    e.end,
                    int(e.round) if e.round else None,
                    e.winner,
                    e.source,
                )
                for i, e in enumerate(sorted(draft.elections), 1)
                if e.country in numbers
            ),
        )
        self.insert(
            "election_complete",
            (
                (numbers[c], kind, *years)
                for (c, kind), years in sorted(draft.complete.items())
                if c in numbers
            ),
        )
        self.insert(
            "event",
            (
                (numbers[e.key], e.kind, e.place, e.start, e.end, draft.entities[e.key].source)
                for e in sorted(draft.events, key=lambda e: e.key)
            ),
        )

    def label(self, place: str) -> str:
        entity = self.draft.entities.get(place)
        return entity.label if entity else place

    def meta(self) -> None:
        checksum = content_checksum(self.connection)
        created = max((as_of for _, _, as_of in self.draft.sources.values()), default="1970-01-01")
        counts = Counter(entity.kind for entity in self.draft.entities.values())
        counts["tenure"] = sum(map(len, self.draft.tenures.values()))
        values = {
            "id": f"wikidata-{created}+{checksum[:8]}",
            "schema": str(SCHEMA_VERSION),
            "created": created,
            "checksum": checksum,
            **{f"count:{kind}": str(count) for kind, count in counts.items()},
        }
        self.connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(values.items()))

    def insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        ready = list(rows)
        if ready:
            marks = ",".join("?" * len(ready[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", ready)  # noqa: S608


def names_of(entity: EntityDraft, nicknames: Nicknames) -> Iterator[tuple[int, str]]:
    """All names of an entity with their kinds, each folded form once."""
    seen = set()
    forms = [(LABEL, entity.label), *((ALIAS, alias) for alias in entity.aliases)]
    if entity.kind == "person":
        given = [entity.label, *entity.aliases]
        short = [form for name in given for form in short_forms(name, entity.country)]
        if has_nickname(entity):
            short += nicknames.forms([*given, *short])
        forms += [(SHORT_FORM, form) for form in short]
    for kind, text in forms:
        key = fold(text)
        if key and key not in seen:
            seen.add(key)
            yield kind, text


def _filed(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, bytes]]:
    """Pairs of hash and token id as the rows of an index."""
    tokens = defaultdict(list)
    for key, token in pairs:
        tokens[key].append(token)
    return [(key, pack(tokens[key])) for key in sorted(tokens)]


def _by_start(tenure: TenureDraft) -> tuple[object, ...]:
    return (
        tenure.start or tenure.end,
        tenure.end,
        tenure.office,
        tenure.role,
        tenure.constituency,
        tenure.source,
    )
