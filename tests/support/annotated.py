"""Annotated articles: what ought to be found stands in the copy, right below the line concerned.

    The delegates meet in Sydney, the capital of Australia.
    <!-- expect: FL301 "Sydney" -->

The grammar is described in ``fixtures/README.md``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from factlint.engine.results import Diagnostic
from factlint.text.source import SourceText

_COMMENT = re.compile(r"^<!--[ \t]*(?P<word>[a-z-]+):[ \t]*(?P<rest>.*?)[ \t]*-->[ \t]*$")
_EXPECTED = re.compile(
    r"(?P<code>[A-Z]+[0-9]+)(?:[ \t]+(?P<severity>note|warning|error))?[ \t]+\"(?P<words>[^\"]+)\""
)


class Mark(StrEnum):
    """What an annotation says of a finding."""

    EXPECT = "expect"
    KNOWN_MISS = "known-miss"
    KNOWN_FALSE_ALARM = "known-false-alarm"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A finding as annotations name it: rule, line, words."""

    line: int
    code: str
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.code} {self.words!r}"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation; ``severity`` is empty where the fixture does not say it."""

    mark: Mark
    place: Place
    severity: str = ""


def read_annotations(source: SourceText) -> tuple[Annotation, ...]:
    """The annotations of an article; each speaks of the nearest line above that is none itself.

    Raises:
        ValueError: an annotation is not understood, or its words do not stand in its line.
    """
    return tuple(_annotations(source))


def _annotations(source: SourceText) -> Iterator[Annotation]:
    above = 0
    for line in range(1, len(source.lines) + 1):
        text = source.lines.line_text(line)
        comment = _COMMENT.match(text)
        if comment is None or comment.group("word") not in set(Mark):
            above = line if text.strip() else above
            continue
        expected = _EXPECTED.fullmatch(comment.group("rest"))
        if expected is None:
            raise ValueError(f"{source.path}:{line}: not understood: {text}")
        words = expected.group("words")
        if above == 0 or words not in source.lines.line_text(above):
            raise ValueError(f"{source.path}:{line}: {words!r} does not stand in the line above")
        place = Place(above, expected.group("code"), words)
        yield Annotation(Mark(comment.group("word")), place, expected.group("severity") or "")


def differences(source: SourceText, diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Where findings and annotations disagree, in words; empty where they agree."""
    found = [(_place(diagnostic), diagnostic.severity.value) for diagnostic in diagnostics]
    counts = Counter(place for place, _ in found)
    severities = dict(found)
    wrong = []
    for annotation in read_annotations(source):
        place = annotation.place
        if annotation.mark is Mark.KNOWN_MISS:
            if counts[place]:
                wrong.append(f"{place}: a known miss is found now; make it 'expect'")
                counts[place] -= 1
        elif not counts[place]:
            gone = annotation.mark is Mark.KNOWN_FALSE_ALARM
            wrong.append(
                f"{place}: " + ("a known false alarm is gone; delete its line" if gone else "not found")
            )
        else:
            counts[place] -= 1
            if annotation.severity and severities[place] != annotation.severity:
                wrong.append(f"{place}: is a {severities[place]}, not a {annotation.severity}")
    wrong += [f"{place}: not expected" for place, left in sorted(counts.items()) for _ in range(left)]
    return wrong


def _place(diagnostic: Diagnostic) -> Place:
    return Place(diagnostic.region.start.line, diagnostic.rule, diagnostic.words)
