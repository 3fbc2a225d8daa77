"""The explanation of a finding, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from factlint.engine.explain import ExplainedClaim
from factlint.engine.explanation import ExplainedLink, ExplainedStatement, Explanation, LinkCandidate
from factlint.engine.results import Region
from factlint.report.characters import visible, well_formed

STATEMENTS = 10
"""So many statements about one subject are shown as text; JSON has them all."""
CANDIDATES = 4
"""So many candidates for one name are shown as text; JSON has more."""
CLAIMS = 6
"""So many claims on the words of a finding that is about no single claim are shown as text."""

_HELD = {"yes": "held", "no": "did not hold", "unknown": "not certain", "": ""}


def as_text(explanations: Sequence[Explanation]) -> str:
    """Explanations one after the other, each with a heading and indented parts."""
    return "\n".join("".join(f"{visible(line)}\n" for line in _lines(one)) for one in explanations)


def as_json(explanations: Sequence[Explanation]) -> str:
    """The explanations as a JSON list."""
    listed = [_object(one) for one in explanations]
    return json.dumps(well_formed(listed), ensure_ascii=False, indent=2) + "\n"


def _lines(explained: Explanation) -> Iterator[str]:
    found = explained.finding
    yield f"{_place(found.region)}: {found.severity} {found.rule} {explained.rule.name}: {found.message}"
    yield f"  id: {found.fingerprint}"
    yield f"  words: {found.words}"
    if explained.published is not None:
        yield f"  published: {explained.published.date} ({explained.published.source})"
    yield f"  rule: {explained.rule.summary} (factlint rule {found.rule})"
    yield from _part(
        "evidence", [f"{item.text} [{item.source}]" if item.source else item.text for item in found.evidence]
    )
    yield from _part("see also", [f"{_place(item.region)}: {item.message}" for item in found.related])
    yield from _part("claim", [line for claim in explained.claims[:CLAIMS] for line in _claim(claim)])
    yield from _part("names", [line for link in explained.links for line in _link(link)])
    yield from _part(f"statements in {explained.snapshot}", list(_statements(explained.statements)))
    sources = dict.fromkeys(one.source for one in explained.statements)
    yield from _part("sources", [f"{key}: {title}" for key, title in sources])
    yield from _part("would be silent with", [item.text for item in explained.silencers])


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"  {title}:"
        yield from (f"    {line}" for line in lines)


def _claim(claim: ExplainedClaim) -> Iterator[str]:
    flags = [name for name in ("quoted", "reported") if getattr(claim, name)]
    said = f" ({', '.join(flags)})" if flags else ""
    yield f"{claim.kind}{said} {claim.words!r}"
    yield from (f"  {name}: {value}" for name, value in claim.details.items() if value)
    for verdict in claim.verdicts:
        yield f"  {verdict.rule} {verdict.verdict}"


def _link(link: ExplainedLink) -> Iterator[str]:
    meant = f"{link.meant[1]} ({link.meant[0]})" if link.meant else "nobody known"
    wrongly = ", misspelt" if link.misspelled else ""
    needed = f"; a score of {link.needed:.1f} is needed" if link.needed is not None else ""
    yield f"{link.words!r} at {link.region.start.line}:{link.region.start.column}: {meant}{wrongly}{needed}"
    alone = len(link.candidates) == 1 and link.kind == "place"
    for candidate in () if alone else link.candidates[:CANDIDATES]:
        yield from (f"  {line}" for line in _candidate(candidate))
    if len(link.candidates) > CANDIDATES:
        yield f"  and {len(link.candidates) - CANDIDATES} more"


def _candidate(candidate: LinkCandidate) -> Iterator[str]:
    score = "" if candidate.score is None else f"{candidate.score:5.1f}  "
    identity = f" ({candidate.id})" if candidate.id else ""
    name = f", as {candidate.name}" if candidate.name and candidate.name != candidate.label else ""
    yield f"{score}{candidate.label}{identity}{name}, {candidate.known_as}"
    yield from (f"  {weight:+5.1f}  {text}" for text, weight in candidate.reasons)


def _statements(statements: Sequence[ExplainedStatement]) -> Iterator[str]:
    for subject, group in groupby(statements, key=lambda one: one.subject):
        stated = list(group)
        # Those that held when the story came out say most, then those of which nobody knows.
        best = sorted(stated, key=lambda one: ("yes", "", "unknown", "no").index(one.held))[:STATEMENTS]
        yield f"{subject[1]} ({subject[0]})"
        for one in stated:
            if one in best:
                when = f", {one.valid}: {_HELD[one.held]}" if one.valid else ""
                yield f"  {one.property}: {one.value}{when} [{one.source[0]}]"
        if len(stated) > STATEMENTS:
            yield f"  and {len(stated) - STATEMENTS} more: factlint kb show {subject[0]}"


def _place(region: Region) -> str:
    return f"{region.file}:{region.start.line}:{region.start.column}"


def _object(explained: Explanation) -> dict[str, Any]:
    found, published = explained.finding, explained.published
    return {
        "id": found.fingerprint,
        "rule": found.rule,
        "name": explained.rule.name,
        "summary": explained.rule.summary,
        "severity": found.severity.value,
        "message": found.message,
        "words": found.words,
        "region": asdict(found.region),
        "published": {"date": published.date.isoformat(), "source": published.source.value}
        if published
        else None,
        "snapshot": explained.snapshot,
        "evidence": [asdict(item) for item in found.evidence],
        "related": [asdict(item) for item in found.related],
        "claims": [asdict(claim) for claim in explained.claims],
        "links": [_link_object(link) for link in explained.links],
        "statements": [_statement_object(item) for item in explained.statements],
        "silent_with": [asdict(item) for item in explained.silencers],
    }


def _link_object(link: ExplainedLink) -> dict[str, Any]:
    return {
        "region": asdict(link.region),
        "words": link.words,
        "kind": link.kind,
        "meant": _entity(link.meant) if link.meant else None,
        "misspelled": link.misspelled,
        "needed": link.needed,
        "candidates": [
            {
                **asdict(one),
                "reasons": [{"text": text, "weight": weight} for text, weight in one.reasons],
            }
            for one in link.candidates
        ],
    }


def _statement_object(item: ExplainedStatement) -> dict[str, Any]:
    key, title = item.source
    return {**asdict(item), "subject": _entity(item.subject), "source": {"key": key, "title": title}}


def _entity(identity: tuple[str, str]) -> dict[str, str]:
    return {"id": identity[0], "label": identity[1]}
