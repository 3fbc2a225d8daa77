"""The tables of a snapshot file."""

from __future__ import annotations

APPLICATION_ID = 0x464C4B42
"""``FLKB``, stored in the SQLite header, so that another program's database is told apart."""

SCHEMA_VERSION = 1
"""Stored as ``user_version``; a snapshot of another version is refused."""

LIST_SEPARATOR = "|"
"""Between the items of a list in one column."""

LABEL, ALIAS, SHORT_FORM = 0, 1, 2
"""Values of ``name.kind``: the entity's label, a source's alias, a form derived when compiling.

``name`` is clustered by ``head``, the token id of the surname, so that one look-up gives everybody of a
surname; ``text`` is empty where it is the label, ``romanised`` is 1 where the name was transliterated.
``surname`` has, for each token with which names begin, the last tokens of these names, separated by spaces;
for names of one token under 0.
"""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (key TEXT PRIMARY KEY, title TEXT NOT NULL, licence TEXT NOT NULL, as_of TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE entity (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, aliases TEXT NOT NULL,
  description TEXT NOT NULL, country TEXT NOT NULL, prominence INTEGER NOT NULL, born TEXT NOT NULL,
  died TEXT NOT NULL, source TEXT NOT NULL, as_of TEXT NOT NULL
);
CREATE TABLE token (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE name (
  head INTEGER NOT NULL, rest TEXT NOT NULL, entity INTEGER NOT NULL, kind INTEGER NOT NULL,
  romanised INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (head, rest, entity)
) WITHOUT ROWID;
CREATE TABLE called (token INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (token, entity))
  WITHOUT ROWID;
CREATE TABLE surname (given INTEGER PRIMARY KEY, heads TEXT NOT NULL);
CREATE TABLE deletion (hash INTEGER PRIMARY KEY, tokens BLOB NOT NULL);
CREATE TABLE segment (hash INTEGER PRIMARY KEY, tokens BLOB NOT NULL);
CREATE TABLE spelling (token TEXT PRIMARY KEY, class INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE word (text TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE adjective (
  folded TEXT NOT NULL, entity INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (folded, entity, text)
) WITHOUT ROWID;
CREATE TABLE office (
  id INTEGER PRIMARY KEY, entity INTEGER, folded TEXT NOT NULL, title TEXT NOT NULL,
  jurisdiction TEXT NOT NULL, place INTEGER
);
CREATE TABLE office_form (form TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (form, title)) WITHOUT ROWID;
CREATE TABLE tenure (
  person INTEGER NOT NULL, number INTEGER NOT NULL, office INTEGER NOT NULL, start TEXT NOT NULL,
  end TEXT NOT NULL, ended INTEGER NOT NULL, role TEXT NOT NULL, party TEXT NOT NULL,
  constituency TEXT NOT NULL, district TEXT NOT NULL, source TEXT NOT NULL, as_of TEXT NOT NULL,
  PRIMARY KEY (person, number)
) WITHOUT ROWID;
CREATE TABLE place (
  entity INTEGER PRIMARY KEY, country TEXT NOT NULL, region TEXT NOT NULL, population INTEGER NOT NULL
);
CREATE TABLE capital (
  id INTEGER PRIMARY KEY, place INTEGER NOT NULL, city INTEGER NOT NULL, names TEXT NOT NULL,
  role TEXT NOT NULL, start TEXT NOT NULL, end TEXT NOT NULL, ended INTEGER NOT NULL,
  disputed INTEGER NOT NULL, source TEXT NOT NULL, as_of TEXT NOT NULL
);
CREATE TABLE election (
  id INTEGER PRIMARY KEY, country INTEGER NOT NULL, kind TEXT NOT NULL, start TEXT NOT NULL,
  end TEXT NOT NULL, round INTEGER, winner TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE election_complete (
  country INTEGER NOT NULL, kind TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (country, kind)
) WITHOUT ROWID;
CREATE TABLE event (
  entity INTEGER PRIMARY KEY, kind TEXT NOT NULL, place TEXT NOT NULL, start TEXT NOT NULL, end TEXT NOT NULL,
  source TEXT NOT NULL
);
"""

INDEXES = """
CREATE UNIQUE INDEX entity_key ON entity (key);
CREATE INDEX entity_kind ON entity (kind) WHERE kind <> 'person';
CREATE UNIQUE INDEX token_text ON token (text);
CREATE INDEX office_folded ON office (folded, jurisdiction);
CREATE INDEX tenure_office ON tenure (office);
CREATE INDEX capital_place ON capital (place);
CREATE INDEX capital_city ON capital (city);
CREATE INDEX election_country ON election (country, kind);
"""
"""Built after the rows are in, which is faster and packs the pages."""
