"""The events of some articles, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factlint.crossing.events import Pair
from factlint.crossing.records import ArticleDigest
from factlint.engine.events import ExplainedEvents
from factlint.report.characters import visible, well_formed

REASONS = 6
"""So many reasons of a pair are shown as text; JSON has them all."""


def as_text(explained: ExplainedEvents) -> str:
    """Each event with its articles, and for each pair how near they are and by what."""
    groups = explained.events.groups()
    lines: list[str] = []
    for number, paths in enumerate(groups, 1):
        lines.append(f"event {number}")
        lines += (f"  {_article(explained.events.digests[path])}" for path in paths)
        lines += (f"  {line}" for line in _pairs(explained, set(paths)))
    alone = _alone(explained)
    if alone:
        lines.append("compared with nothing")
        lines += (f"  {_article(explained.events.digests[path])}" for path in alone)
    return "".join(f"{visible(line)}\n" for line in lines or ["no articles"])


def as_json(explained: ExplainedEvents) -> str:
    """The same as a JSON object; ``score`` is 0 to 1, ``weight`` a reason's part in it."""
    events = explained.events
    value = {
        "events": [
            {
                "articles": [_article_object(events.digests[path]) for path in paths],
                "pairs": [_pair_object(pair, explained) for pair in events.pairs if pair.first in paths],
            }
            for paths in events.groups()
        ],
        "alone": [_article_object(events.digests[path]) for path in _alone(explained)],
    }
    return json.dumps(well_formed(value), ensure_ascii=False, indent=2) + "\n"


def _alone(explained: ExplainedEvents) -> tuple[str, ...]:
    grouped = {path for paths in explained.events.groups() for path in paths}
    return tuple(path for path in explained.events.digests if path not in grouped)


def _article(digest: ArticleDigest) -> str:
    published = digest.published.isoformat() if digest.published else "undated"
    return ", ".join(filter(None, (digest.path, digest.outlet, published, digest.title)))


def _pairs(explained: ExplainedEvents, paths: set[str]) -> Iterator[str]:
    for pair in explained.events.pairs:
        if pair.first in paths:
            reasons = ", ".join(
                f"{reason.kind} {explained.labels.get(reason.key, reason.key)}"
                for reason in pair.reasons[:REASONS]
            )
            yield f"{pair.score:.2f}  {pair.first} and {pair.second}{_apart(pair)}: {reasons}"


def _apart(pair: Pair) -> str:
    if pair.days is None:
        return ""
    return f", {pair.days} {'day' if pair.days == 1 else 'days'} apart"


def _article_object(digest: ArticleDigest) -> dict[str, Any]:
    return {
        "path": digest.path,
        "outlet": digest.outlet,
        "published": digest.published.isoformat() if digest.published else None,
        "title": digest.title,
    }


def _pair_object(pair: Pair, explained: ExplainedEvents) -> dict[str, Any]:
    return {
        "first": pair.first,
        "second": pair.second,
        "score": round(pair.score, 4),
        "days": pair.days,
        "reasons": [
            {
                "kind": reason.kind,
                "key": reason.key,
                "label": explained.labels.get(reason.key, reason.key),
                "weight": round(reason.weight, 4),
            }
            for reason in pair.reasons
        ],
    }
