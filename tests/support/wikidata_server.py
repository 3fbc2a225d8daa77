"""Wikidata on loopback: a SPARQL engine and an entity endpoint, with faults on demand."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import QueryResultsFormat, RdfFormat, Store
from ruritania import World, document, triples


@dataclass(frozen=True)
class Asked:
    """A request that came in."""

    method: str
    path: str
    parameters: dict[str, str]
    headers: dict[str, str]

    @property
    def question(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.path, json.dumps(self.parameters, sort_keys=True)


@dataclass
class Reply:
    """An answer, or a fault in place of one."""

    status: int = 200
    kind: str = "application/json"
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    hang: float = 0.0
    reset: bool = False


Fault = Callable[[Reply], Reply]


@dataclass
class WikidataServer:
    """A running server.

    Attributes:
        asked: requests in order of arrival.
        faults: applied one by one to the next answers.
        always: applied to every answer, where set.
        stop_after: number of answers after which requests are left hanging.
    """

    world: World
    asked: list[Asked] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    always: Fault | None = None
    stop_after: int | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    def __post_init__(self) -> None:
        self.store = Store()
        self.store.load("\n".join(triples(self.world)).encode(), format=RdfFormat.N_TRIPLES)

    @property
    def sparql(self) -> str:
        return f"http://127.0.0.1:{self.port}/sparql"

    @property
    def entities(self) -> str:
        return f"http://127.0.0.1:{self.port}/wiki/Special:EntityData"

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/w/api.php"

    def reply(self, asked: Asked) -> Reply:
        """The true answer to a request."""
        if asked.path == "/sparql":
            results = self.store.query(asked.parameters.get("query", "ASK {}"))
            return Reply(
                kind="application/sparql-results+json", body=results.serialize(format=QueryResultsFormat.JSON)
            )
        if asked.path == "/w/api.php":
            return Reply(body=self._documents(asked.parameters["ids"].split("|")))
        item = asked.path.rpartition("/")[2].removesuffix(".json")
        if not any(human.item == item for human in self.world.humans):
            return Reply(404, "text/html", b"<!DOCTYPE html><p>No entity")
        return Reply(body=self._documents([item]))

    def _documents(self, items: list[str]) -> bytes:
        known = {human.item: human for human in self.world.humans}
        found = {
            item: document(known[item]) if item in known else {"id": item, "missing": ""} for item in items
        }
        return json.dumps({"entities": found}).encode()


class _Handler(BaseHTTPRequestHandler):
    server: _HTTPServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for an acknowledgement

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self._answer(parts.path, parts.query)

    def do_POST(self) -> None:
        self._answer(self.path, self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, path: str, query: str) -> None:
        wikidata = self.server.wikidata
        parameters = {name: values[0] for name, values in parse_qs(query).items()}
        asked = Asked(self.command, path, parameters, dict(self.headers))
        wikidata.asked.append(asked)
        if wikidata.stop_after is not None and len(wikidata.asked) > wikidata.stop_after:
            wikidata.stopped.set()
            wikidata.released.wait(30)
            return
        reply = wikidata.reply(asked)
        if wikidata.always:
            reply = wikidata.always(reply)
        elif wikidata.faults:
            reply = wikidata.faults.popleft()(reply)
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        if reply.reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        if reply.hang:
            self.server.wikidata.released.wait(reply.hang)
            self.close_connection = True
            return
        self.send_response(reply.status)
        if reply.kind:
            self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body[: len(reply.body) - reply.cut])
        if reply.cut:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, wikidata: WikidataServer) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.wikidata = wikidata

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no error."""


@contextmanager
def serving(world: World) -> Iterator[WikidataServer]:
    """Run a server while the block runs."""
    wikidata = WikidataServer(world)
    server = _HTTPServer(wikidata)
    wikidata.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield wikidata
    finally:
        wikidata.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
