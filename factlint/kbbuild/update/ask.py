"""Asking in batches, out of the journal where the answer is there; smaller ones where one is too much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from factlint.kbbuild.update.answers import Binding, Json, read_bindings, read_entities
from factlint.kbbuild.update.client import Client, NotFoundError, Request
from factlint.kbbuild.update.errors import TooHeavyError
from factlint.kbbuild.update.journal import Answer, Journal
from factlint.kbbuild.update.plan import Target
from factlint.kbbuild.update.queries import Columns

MAX_LAG = "5"
"""Seconds that the replicas may be behind (https://www.mediawiki.org/wiki/Manual:Maxlag_parameter)."""

_SPARQL_JSON = "application/sparql-results+json"
_TOO_MUCH = b""
_MOST_FAILURES = 3
"""After so many items in a row without an answer, the endpoint is at fault and not they."""
T = TypeVar("T")


class Progress(Protocol):
    """Shown how far the work is."""

    def begin(self, stage: str, total: int) -> None:
        """A stage of so many steps begins."""

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""

    def say(self, message: str) -> None:
        """Something worth knowing happened."""


@dataclass
class Asker:
    """Asks endpoints through a journal.

    Attributes:
        target: the endpoints.
        client: asks.
        journal: keeps answers.
        progress: shown how far the work is.
        unanswered: items that no whole answer came for, alone among others that were answered.
    """

    target: Target
    client: Client
    journal: Journal
    progress: Progress
    unanswered: list[str] = field(default_factory=list)
    _answered: bool = False
    _failed_in_a_row: int = 0

    def select(
        self,
        stage: str,
        items: Sequence[str],
        size: int,
        query: Callable[[Sequence[str]], str],
        columns: Columns,
    ) -> Iterator[tuple[list[Binding], dt.date]]:
        """The rows that a query gives for items, batch by batch, and the day of the answer.

        Args:
            stage: what is asked for, in words.
            items: items or names.
            size: of a batch.
            query: makes the query for some of the items.
            columns: the variables of the query.
        """

        def request(batch: Sequence[str]) -> Request:
            what = f"{stage} ({_span(batch)})"
            parameters = (("query", query(batch)), ("format", "json"))
            return Request(what, self.target.endpoint, parameters, _SPARQL_JSON)

        def read(body: bytes, batch: Sequence[str]) -> list[Binding]:  # noqa: ARG001 - the shape for batches
            return read_bindings(body, columns.always, columns.maybe)

        for _, rows, day in self._batches(stage, items, size, request, read):
            yield rows, day

    def documents(
        self, stage: str, items: Sequence[str], size: int
    ) -> Iterator[tuple[str, Json | None, dt.date]]:
        """The documents of items, None for what is no longer there, and the day of the answer."""
        url = self.target.entity_endpoint
        if not url.endswith("/api.php"):
            size = 1

        def request(batch: Sequence[str]) -> Request:
            what = f"{stage} ({_span(batch)})"
            if size == 1:
                return Request(what, f"{url.rstrip('/')}/{batch[0]}.json", (("maxlag", MAX_LAG),))
            wanted = (
                ("action", "wbgetentities"), ("ids", "|".join(batch)), ("format", "json"),
                ("props", "labels|aliases|descriptions|claims|sitelinks"), ("redirects", "yes"),
                ("languages", "en|mul|de|fr"), ("sitefilter", "enwiki"), ("maxlag", MAX_LAG),
            )  # fmt: skip
            return Request(what, url, wanted)

        for batch, found, day in self._batches(stage, items, size, request, read_entities):
            for item in batch:
                yield item, found[item], day

    def _batches(
        self,
        stage: str,
        items: Sequence[str],
        size: int,
        request: Callable[[Sequence[str]], Request],
        read: Callable[[bytes, Sequence[str]], T],
    ) -> Iterator[tuple[Sequence[str], T, dt.date]]:
        self.progress.begin(stage, len(items))
        waiting = [items[start : start + size] for start in range(0, len(items), size)]
        waiting.reverse()
        while waiting:
            batch = waiting.pop()
            try:
                answer = self._answer(request(batch), batch, read)
            except TooHeavyError as error:
                self._give_up(batch, error)
                self.progress.advance(len(batch))
                continue
            if answer.body == _TOO_MUCH:
                middle = len(batch) // 2
                waiting += [batch[middle:], batch[:middle]]
            else:
                yield batch, read(answer.body, batch), answer.day
                self.progress.advance(len(batch))

    def _give_up(self, batch: Sequence[str], error: TooHeavyError) -> None:
        """Go on without an item that is too much for the endpoint; raise where the endpoint is down."""
        self._failed_in_a_row += 1
        if not self._answered or self._failed_in_a_row >= _MOST_FAILURES:
            raise error
        self.unanswered.append(f"{batch[0]}: {error}")
        self.progress.say(f"{error}; going on without it")

    def _answer(
        self, request: Request, batch: Sequence[str], read: Callable[[bytes, Sequence[str]], T]
    ) -> Answer:
        kept = self.journal.get(request)
        if kept is not None:
            return kept
        divisible = len(batch) > 1
        try:
            body = self.client.fetch(request, lambda body: read(body, batch), divisible=divisible)
        except TooHeavyError as error:
            if not divisible:
                raise
            self.progress.say(f"{error}; asking for half as many at a time")
            body = _TOO_MUCH
        except NotFoundError:
            if request.url == self.target.endpoint or divisible:
                raise
            body = b'{"entities": {"%b": {"missing": ""}}}' % batch[0].encode()
        else:
            self._answered, self._failed_in_a_row = True, 0
        return self.journal.put(request, body)


def _span(batch: Sequence[str]) -> str:
    return batch[0] if len(batch) == 1 else f"{batch[0]} to {batch[-1]}"
