"""Findings of disagreements between articles: which place to point at, and what speaks for the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.dates.partial import PartialDate
from factlint.rulekit.rule import Evidence, Finding, Related, Severity
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.crossing.judging.model import Disagreement, Statement
    from factlint.crossing.judging.pairs import Comparison
    from factlint.crossing.records import Place


class Settled(NamedTuple):
    """A disagreement with its sides told apart.

    Attributes:
        odd: the statement to look at first.
        other: what it disagrees with.
        subject: what both are about.
        evidence: what speaks for the other, or in which order the two were published.
        context: what the disagreement says of why both speak of one thing.
        published_is_odd: whether ``odd`` stands in new copy only because the other, which is the odd one, is
            published and not judged.
    """

    odd: Statement
    other: Statement
    subject: str
    evidence: tuple[Evidence, ...]
    context: str = ""
    published_is_odd: bool = False


def settle(found: Disagreement, comparison: Comparison) -> Settled:
    """Say which of two statements is the odd one.

    The one that fewer articles on the event make; else that of the later article, which is measured
    against the earlier one.
    """
    ours, theirs = len(found.one_supported), len(found.other_supported)
    if ours != theirs:
        odd, other = (found.one, found.other) if ours < theirs else (found.other, found.one)
        count = 1 + max(ours, theirs)
        said = f"“{other.words}” in {count} articles on the event, “{odd.words}” in {1 + min(ours, theirs)}"
        return Settled(odd, other, found.subject, (Evidence(said),), found.reason)
    other, odd = sorted((found.one, found.other), key=lambda statement: comparison.age(statement.path))
    evidence = (Evidence("neither is borne out by more articles; the later is measured against the earlier"),)
    return Settled(odd, other, found.subject, evidence, found.reason)


def here_and_there(settled: Settled, there: str) -> str:
    """The two statements side by side: "12 people here, 15 people in evening.md (6 May 2021), line 7"."""
    return f"{settled.odd.words} here, {settled.other.words} in {there}"


def report(
    disagreements: Iterable[Disagreement],
    comparison: Comparison,
    say: Callable[[Settled, str], str] = here_and_there,
) -> Iterator[Finding]:
    """One finding for each odd place of disagreements: :func:`findings` of them, settled."""
    return findings((settle(found, comparison) for found in disagreements), comparison, say)


def findings(
    settled: Iterable[Settled], comparison: Comparison, say: Callable[[Settled, str], str]
) -> Iterator[Finding]:
    """One finding for each odd place, with all places that it disagrees with.

    Args:
        settled: the disagreements.
        comparison: the articles.
        say: puts one into words; its second argument names the article and line of the other statement.
    """
    by_place: defaultdict[tuple[str, Place], list[Settled]] = defaultdict(list)
    for one in settled:
        judged = _turned(one) if one.odd.path in comparison.published else one
        by_place[judged.odd.path, judged.odd.place].append(judged)
    for (path, place), group in sorted(by_place.items()):
        group.sort(key=lambda one: one.published_is_odd)
        first, *_ = group
        others = dict.fromkeys(one.other for one in group)
        yield Finding(
            span=span_of(place),
            path=path,
            severity=Severity.NOTE if all(one.published_is_odd for one in group) else None,
            message=say(first, _where(first.other, comparison)),
            subject=f"{first.subject}:{first.odd.value}:{first.other.value}",
            evidence=tuple(dict.fromkeys(evidence for one in group for evidence in one.evidence)),
            related=tuple(
                Related(
                    span_of(other.place), f"{other.words}, {_published(other.path, comparison)}", other.path
                )
                for other in others
            ),
        )


def _turned(settled: Settled) -> Settled:
    """The same, at the place in new copy: its editor may want to correct what was published."""
    return settled._replace(odd=settled.other, other=settled.odd, published_is_odd=True)


def span_of(place: Place) -> Span:
    """The offsets of a place."""
    return Span(place.start, place.end)


def _where(statement: Statement, comparison: Comparison) -> str:
    """The article and line of a statement: "evening.md (The Courier, 6 May 2021), line 7"."""
    return f"{statement.path} ({_published(statement.path, comparison)}), line {statement.place.line}"


def _published(path: str, comparison: Comparison) -> str:
    """Outlet and publication date of an article, as far as they are known."""
    digest = comparison.events.digests[path]
    day = PartialDate.of(digest.published).in_words() if digest.published else "undated"
    return ", ".join(filter(None, (digest.outlet, day)))
