"""Measure a refresh of a snapshot, against a SPARQL engine on this machine that says what the snapshot says.

Usage: python benchmarks/kb_update.py [--snapshot FILE] [--folder FOLDER]

The people, offices, parties and capitals of the snapshot are written as RDF in Wikidata's shape, loaded
into pyoxigraph and served on loopback; `factlint kb update` then refreshes the snapshot from there, in a
process of its own, and `factlint kb diff` tells what has changed. As nothing is new, next to nothing should.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store

from factlint.kb.embedded import embedded_path

WD, PROP = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/"
RDFS, SKOS = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#"
WIKIBASE, XSD = "http://wikiba.se/ontology#", "http://www.w3.org/2001/XMLSchema#"
PRECISION = {4: 9, 7: 10, 10: 11}
CLASSES = {"presidential": "Q858439", "parliamentary": "Q2618461"}

# In between, as a child's peak memory counts that of the process that it was forked from.
MEASURE = """
import json, resource, subprocess, sys, time
started = time.monotonic()
status = subprocess.run(sys.argv[1:]).returncode
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
took = [time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]
print(json.dumps(took), file=sys.stderr)
sys.exit(status)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve a snapshot and refresh it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--snapshot", type=Path, default=embedded_path())
    parser.add_argument("--folder", type=Path, help="where to put the RDF and the new snapshot")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        store = load(options.snapshot, folder / "wikidata.nt")
        print(f"{len(store):,} triples")
        with ThreadingHTTPServer(("127.0.0.1", 0), handler(store)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            refresh(f"http://127.0.0.1:{server.server_address[1]}", options.snapshot, folder)
            server.shutdown()
    return 0


def refresh(address: str, snapshot: Path, folder: Path) -> None:
    """Run the command and print what it took."""
    new = folder / "new.sqlite"
    command = [
        *(sys.executable, "-m", "factlint", "kb", "update", "--endpoint", f"{address}/sparql"),
        *("--entity-endpoint", f"{address}/wiki", "--snapshot", str(snapshot), "--output", str(new)),
    ]
    measured = [sys.executable, "-c", MEASURE, *command, "--restart"]
    done = subprocess.run(measured, check=True, capture_output=True, text=True)
    seconds, cpu, peak = json.loads(done.stderr.splitlines()[-1])
    print(f"{sum(ASKED.values()):,} requests: {dict(ASKED)}")
    print(f"{seconds:.0f} s, of them {cpu:.0f} s of CPU in the command")
    print(f"peak memory of the command {peak / 1024:.0f} MiB\n")
    print(done.stdout)
    difference = [sys.executable, "-m", "factlint", "kb", "diff", str(snapshot), str(new), "--json"]
    changes = json.loads(subprocess.run(difference, check=True, capture_output=True, text=True).stdout)
    for table in ("people", "tenures"):
        print(table, {what: len(items) for what, items in changes[table].items()})
    print("rows of other tables", changes["tables"])


ASKED: Counter[str] = Counter()


def handler(store: Store) -> type[BaseHTTPRequestHandler]:
    """A handler that answers SPARQL queries and has no documents."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            self.answer(parts.path, parts.query)

        def do_POST(self) -> None:
            self.answer(self.path, self.rfile.read(int(self.headers["Content-Length"])).decode())

        def answer(self, path: str, query: str) -> None:
            ASKED[path.split("/")[1]] += 1
            body = b""
            if path == "/sparql":
                rows = store.query(parse_qs(query)["query"][0])
                if isinstance(rows, QuerySolutions):
                    body = rows.serialize(format=QueryResultsFormat.JSON) or b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing."""

    return Handler


def load(snapshot: Path, file: Path) -> Store:
    """A store with the RDF of a snapshot."""
    with sqlite3.connect(snapshot) as connection, file.open("w", encoding="utf-8") as out:
        out.writelines(f"{triple}\n" for triple in triples(connection))
    store = Store()
    store.bulk_load(path=str(file), format=RdfFormat.N_TRIPLES)
    return store


def triples(connection: sqlite3.Connection) -> Iterator[str]:
    """What Wikidata would say of what a snapshot has."""
    keys = dict(connection.execute("SELECT id, key FROM entity WHERE key LIKE 'Q%'"))
    yield from entities(connection)
    yield from tenures(connection, keys)
    yield from capitals_and_elections(connection, keys)


def entities(connection: sqlite3.Connection) -> Iterator[str]:
    """Names, and births and deaths of people."""
    for key, kind, label, aliases, born, died in connection.execute(
        "SELECT key, kind, label, aliases, born, died FROM entity WHERE key LIKE 'Q%'"
    ):
        yield triple(wd(key), f"{RDFS}label", text(label))
        if kind != "person":
            continue
        yield from statement(key, "P31", wd("Q5"), "kind")
        for alias in filter(None, aliases.split("|")):
            yield triple(wd(key), f"{SKOS}altLabel", text(alias))
        for name, date in (("P569", born), ("P570", died)):
            if date:
                yield from statement(key, name, day(date), "1")
                yield from precision(node(key, name, "1"), f"statement/value/{name}", date)


def tenures(connection: sqlite3.Connection, keys: dict[int, str]) -> Iterator[str]:
    """Positions held, with a membership of the party for as long."""
    parties: dict[str, str] = {}
    for person, number, office, start, end, ended, party in connection.execute(
        "SELECT person, number, office.entity, start, end, ended, party FROM tenure"
        " JOIN office ON office.id = tenure.office WHERE source = 'wikidata'"
    ):
        if person not in keys or office not in keys:
            continue
        yield from statement(keys[person], "P39", wd(keys[office]), str(number))
        held = node(keys[person], "P39", str(number))
        yield from span(held, start, end)
        if ended:
            yield triple(held, f"{PROP}qualifier/P582", f"_:u{person}x{number}")
        if party:
            item = parties.setdefault(party, f"Q99{len(parties):06}")
            yield from statement(keys[person], "P102", wd(item), str(number))
            yield from span(node(keys[person], "P102", str(number)), start, end)
    for party, item in parties.items():
        yield triple(wd(item), f"{RDFS}label", text(party))


def capitals_and_elections(connection: sqlite3.Connection, keys: dict[int, str]) -> Iterator[str]:
    """Capitals, and presidential and parliamentary elections on a known day."""
    for number, place, city, start, end in connection.execute(
        "SELECT id, place, city, start, end FROM capital WHERE role = 'capital' AND NOT disputed"
    ):
        if place in keys and city in keys:
            yield from statement(keys[place], "P36", wd(keys[city]), str(number))
            yield from span(node(keys[place], "P36", str(number)), start, end)
    for number, country, start, kind in connection.execute(
        "SELECT id, country, start, kind FROM election WHERE kind IN ('presidential', 'parliamentary')"
    ):
        if country in keys and len(start) == max(PRECISION):
            item = f"Q98{number:06}"
            yield triple(wd(item), f"{PROP}direct/P31", wd(CLASSES[kind]))
            yield triple(wd(item), f"{PROP}direct/P1001", wd(keys[country]))
            yield from statement(item, "P585", day(start), "1")


def span(subject: str, start: str, end: str) -> Iterator[str]:
    """The qualifiers for start and end."""
    for name, date in (("P580", start), ("P582", end)):
        if date:
            yield triple(subject, f"{PROP}qualifier/{name}", day(date))
            yield from precision(subject, f"qualifier/value/{name}", date)


def statement(item: str, name: str, value: str, number: str) -> Iterator[str]:
    """A statement along its full path."""
    made = node(item, name, number)
    yield triple(wd(item), f"{PROP}{name}", made)
    yield triple(made, f"{PROP}statement/{name}", value)
    yield triple(made, f"{WIKIBASE}rank", f"<{WIKIBASE}NormalRank>")
    yield triple(wd(item), f"{PROP}direct/{name}", value)


def precision(subject: str, path: str, date: str) -> Iterator[str]:
    """How precise a date is."""
    value = f"{subject[:-1]}-{path.rpartition('/')[2]}>"
    yield triple(subject, f"{PROP}{path}", value)
    yield triple(value, f"{WIKIBASE}timePrecision", f'"{PRECISION[len(date)]}"^^<{XSD}integer>')


def node(item: str, name: str, number: str) -> str:
    """The node of a statement."""
    return f"<{WD}statement/{item}-{name}-{number}>"


def wd(item: str) -> str:
    """The node of an item."""
    return f"<{WD}{item}>"


def text(words: str) -> str:
    """An English text."""
    return f"{json.dumps(words)}@en"


def day(date: str) -> str:
    """A date, whose unknown parts are the first."""
    return f'"{f"{date}-01-01"[:10]}T00:00:00Z"^^<{XSD}dateTime>'


def triple(subject: str, predicate: str, value: str) -> str:
    """A line of N-Triples."""
    return f"{subject} <{predicate}> {value} ."


if __name__ == "__main__":
    sys.exit(main())
