"""Which articles of a run speak of the same event, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factlint.crossing.events import Events, find_events
from factlint.crossing.reading.digest import digest
from factlint.crossing.records import ArticleDigest
from factlint.engine.paths import ArticleFile
from factlint.engine.session import Session
from factlint.engine.settings import RunSettings
from factlint.kb.store import Snapshot


@dataclass(frozen=True)
class ExplainedEvents:
    """The events of some articles.

    Attributes:
        events: the articles and the pairs on one event.
        labels: names of the people and places that the reasons give by their id.
    """

    events: Events
    labels: dict[str, str]


def explain_events(files: Sequence[ArticleFile], settings: RunSettings) -> ExplainedEvents:
    """Group articles by event.

    Raises:
        InputError: an article cannot be read.
        SnapshotError: the snapshot cannot be opened.
    """
    with Snapshot(settings.kb) as kb:
        session = Session(settings, kb)
        events = find_events([*_digests(session, files)])
        ids = sorted(
            {reason.key for pair in events.pairs for reason in pair.reasons if reason.kind != "word"}
        )
        entities = ((key, kb.entity(key)) for key in ids)
        return ExplainedEvents(events, {key: entity.label for key, entity in entities if entity is not None})


def _digests(session: Session, files: Sequence[ArticleFile]) -> Iterator[ArticleDigest]:
    for file in files:
        yield digest(session.open(file).context.annotations)
