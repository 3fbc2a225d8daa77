"""The questions asked of the query service, and the items they may name.

Statements are read along their full paths (``p:``/``ps:``/``pq:``,
https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Statement_representation), so that those of
normal rank are not hidden by preferred ones. Labels come from ``rdfs:label``: the label service is
Wikidata's own and would tie the queries to it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

_ITEM = re.compile(r"Q[1-9]\d{0,11}")

_PREFIXES = """\
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <http://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@dataclass(frozen=True, slots=True)
class Columns:
    """The variables of a query: those that every row has, and those that a row may lack."""

    always: tuple[str, ...]
    maybe: tuple[str, ...]


HOLDERS = Columns(
    ("statement", "office", "person", "rank"),
    ("start", "startPrecision", "end", "endPrecision", "nature", "constituency"),
)
FACTS = Columns(("person", "what", "value"), ("precision", "rank"))
SUCCESSORS = Columns(("known", "office", "label"), ("jurisdiction", "country"))
NAMESAKES = Columns(("name", "person"), ("born", "precision", "description", "occupation"))

_HOLDERS = """
  VALUES ?office { %(items)s }
  ?statement ps:P39 ?office ; wikibase:rank ?rank .
  ?person p:P39 ?statement .%(since)s
  OPTIONAL { ?statement pq:P580 ?start . }
  OPTIONAL { ?statement pqv:P580/wikibase:timePrecision ?startPrecision . }
  OPTIONAL { ?statement pq:P582 ?end . }
  OPTIONAL { ?statement pqv:P582/wikibase:timePrecision ?endPrecision . }
  OPTIONAL { ?statement pq:P5102|pq:P2868 ?nature . }
  OPTIONAL { ?statement pq:P768 ?district . ?district rdfs:label ?constituency .
             FILTER(LANG(?constituency) = "en") }
"""
_FACTS = """
  VALUES ?person { %(items)s }%(since)s
  { ?person p:P569 ?statement . ?statement ps:P569 ?value ; wikibase:rank ?rank . BIND("born" AS ?what)
    OPTIONAL { ?statement psv:P569/wikibase:timePrecision ?precision . } }
  UNION
  { ?person p:P570 ?statement . ?statement ps:P570 ?value ; wikibase:rank ?rank . BIND("died" AS ?what)
    OPTIONAL { ?statement psv:P570/wikibase:timePrecision ?precision . } }
  UNION
  { ?person rdfs:label ?value . FILTER(LANG(?value) = "en") BIND("label" AS ?what) }
  UNION
  { ?person skos:altLabel ?value . FILTER(LANG(?value) = "en") BIND("alias" AS ?what) }
"""
_SUCCESSORS = """
  VALUES ?known { %(items)s }
  { ?known p:P1366 ?statement . ?statement ps:P1366 ?office . }
  UNION
  { ?office p:P1365 ?statement . ?statement ps:P1365 ?known . }
  ?statement wikibase:rank ?rank . FILTER(?rank != wikibase:DeprecatedRank)
  ?office rdfs:label ?label . FILTER(LANG(?label) = "en")
  OPTIONAL { ?office wdt:P1001 ?jurisdiction . }
  OPTIONAL { ?office wdt:P17 ?country . }
"""
_NAMESAKES = """
  { SELECT ?name ?person WHERE { VALUES ?name { %(names)s } ?person rdfs:label ?name . } }
  FILTER EXISTS { ?person p:P31/ps:P31 wd:Q5 . }
  OPTIONAL { ?person p:P569 ?statement . ?statement ps:P569 ?born ; wikibase:rank ?rank .
             FILTER(?rank != wikibase:DeprecatedRank)
             OPTIONAL { ?statement psv:P569/wikibase:timePrecision ?precision . } }
  OPTIONAL { ?person schema:description ?description . FILTER(LANG(?description) = "en") }
  OPTIONAL { ?person p:P106/ps:P106/rdfs:label ?occupation . FILTER(LANG(?occupation) = "en") }
"""
# The names are looked up first, in a query of their own: an engine may else begin with all humans.
_SINCE = '\n  ?%s schema:dateModified ?modified . FILTER(?modified >= "%sT00:00:00Z"^^xsd:dateTime)'


def holders(offices: Iterable[str], since: dt.date | None = None) -> str:
    """Who held the offices, and when; also statements that were deprecated.

    Args:
        offices: items of positions.
        since: only people whose item changed on this day or later.
    """
    return select(HOLDERS, _HOLDERS, items=item_values(offices), since=changed(since))


def facts(people: Iterable[str], since: dt.date | None = None) -> str:
    """Births, deaths and English names of people."""
    return select(FACTS, _FACTS, items=item_values(people), since=changed(since))


def successors(offices: Iterable[str]) -> str:
    """Positions that replaced others (P1366, P1365), with label and jurisdiction."""
    return select(SUCCESSORS, _SUCCESSORS, items=item_values(offices))


def namesakes(names: Iterable[str]) -> str:
    """Humans whose English label is one of the names, with their births and what they are known for."""
    return select(NAMESAKES, _NAMESAKES, names=" ".join(f"{_literal(name)}@en" for name in names))


def is_item(text: str) -> bool:
    """Whether a text is the identifier of a Wikidata item."""
    return _ITEM.fullmatch(text) is not None


def select(columns: Columns, pattern: str, **values: str) -> str:
    """A query for the columns of a pattern, in which ``%(name)s`` stands for a value."""
    chosen = " ".join(f"?{name}" for name in (*columns.always, *columns.maybe))
    return f"{_PREFIXES}SELECT DISTINCT {chosen} WHERE {{{pattern % values}}}"


def item_values(items: Iterable[str]) -> str:
    """Items for a VALUES clause.

    Raises:
        ValueError: one is none, so that nothing else gets into a query.
    """
    ready = list(items)
    if foreign := [item for item in ready if not is_item(item)]:
        raise ValueError(f"not a Wikidata item: {foreign[0]!r}")
    return " ".join(f"wd:{item}" for item in ready)


def changed(since: dt.date | None, variable: str = "person") -> str:
    """The condition that an item changed on a day or later; none without a day."""
    return _SINCE % (variable, since.isoformat()) if since else ""


def _literal(text: str) -> str:
    """A SPARQL string (https://www.w3.org/TR/sparql11-query/#grammarEscapes)."""
    printable = "".join(character for character in text if character.isprintable())
    return '"' + printable.replace("\\", "\\\\").replace('"', '\\"') + '"'
