"""Explained claims, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from factlint.engine.explain import ExplainedClaim
from factlint.report.characters import visible, well_formed


def as_text(claims: Iterable[ExplainedClaim]) -> str:
    """Each claim with its words, its fields and the verdicts on it."""
    lines = [visible(line) for claim in claims for line in _lines(claim)]
    return "\n".join(lines or ["no claims found"]) + "\n"


def as_json(claims: Iterable[ExplainedClaim]) -> str:
    """The claims as a JSON list."""
    return json.dumps(well_formed([asdict(claim) for claim in claims]), ensure_ascii=False, indent=2) + "\n"


def _lines(claim: ExplainedClaim) -> Iterator[str]:
    start = claim.region.start
    flags = [name for name in ("quoted", "reported") if getattr(claim, name)]
    said = f" ({', '.join(flags)})" if flags else ""
    yield f"{claim.region.file}:{start.line}:{start.column}: {claim.kind}{said} {claim.words!r}"
    for name, value in claim.details.items():
        if value:
            yield f"  {name}: {value}"
    for verdict in claim.verdicts:
        reasons = f": {'; '.join(verdict.messages)}" if verdict.messages else ""
        yield f"  {verdict.rule} {verdict.verdict}{reasons}"
    if not claim.verdicts:
        yield "  no selected rule judges it alone"
