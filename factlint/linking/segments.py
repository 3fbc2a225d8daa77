"""Cutting runs of capitalised words into names of people, with the knowledge base's help."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factlint.annotate.names.lexicon import FUNCTION_WORDS, SUFFIXES
from factlint.annotate.names.runs import NamePart, NameRun
from factlint.dates.lexicon import MONTHS
from factlint.kb.model import Entity, EntityKind
from factlint.kb.names import tokens
from factlint.linking.model import Mention

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.offices import OfficeMention
    from factlint.annotate.places import PlaceMention
    from factlint.kb.store import Snapshot

MAX_TITLED = 4
"""Longer names with a title are not looked up: "Pope John Paul II"."""

MAX_PARTS = 6
"""Longer names than this are not looked up: "Abdul Latif bin Rashid Al Zayani"."""


def find_mentions(annotations: Annotations) -> tuple[Mention, ...]:
    """The mentions that may be people, in order, not overlapping.

    What the knowledge base knows as something else (places, adjectives of countries, organisations) is
    left out; a stretch that it does not know is kept, for it may be a person nobody knows or a known
    one misspelt.
    """
    places = {place.span.start: place.span.end for place in annotations.places if not _may_be_surname(place)}
    cutter = _Cutter(annotations.kb, places, annotations.offices)
    found = (mention for run in annotations.name_runs for mention in cutter.cut(run))
    return tuple(mention for mention in found if not _is_month(mention, annotations))


def _is_month(mention: Mention, annotations: Annotations) -> bool:
    """Whether a word alone is a month, and not Theresa May or the painter August Macke."""
    if len(mention.parts) > 1 or mention.title or mention.text.lower() not in MONTHS:
        return False
    timexes = annotations.timexes
    index = bisect_right(timexes, mention.span.start, key=lambda timex: timex.span.start) - 1
    return index >= 0 and timexes[index].span.covers(mention.span)


def _may_be_surname(place: PlaceMention) -> bool:
    """Whether a place's name is that of a town alone, as many surnames are: Lincoln, Jackson, Paris."""
    return " " not in place.words and not place.of_kind(EntityKind.COUNTRY, EntityKind.REGION)


def _may_have(initials: Sequence[str], person: Entity) -> bool:
    """Whether the initials in the copy may be the person's: none of the names known speaks against them."""
    middles = [name_tokens[1:-1] for name in (person.label, *person.aliases) if (name_tokens := tokens(name))]
    known = {token[0] for middle in middles for token in middle}
    return not known or set(initials) <= known


class _Cutter:
    def __init__(self, kb: Snapshot, places: Mapping[int, int], offices: Sequence[OfficeMention]) -> None:
        self._kb = kb
        self._places = places
        self._offices = offices
        self._known: dict[str, tuple[Entity, ...]] = {}

    def cut(self, run: NameRun) -> Iterator[Mention]:
        """The mentions in a run."""
        parts = run.parts
        unknown: list[NamePart] = []
        index = 0
        if run.title_part is not None:
            parts = (run.title_part, *parts)
            length, entities = self._longest_person(parts)
            if length == 0:
                parts = run.parts
            else:
                yield Mention(parts[:length], run, entities)
                index = length
        while index < len(parts):
            length, entities = self._longest(parts, index)
            if length == 0:
                unknown.append(parts[index])
                index += 1
                continue
            yield from self._unknown(unknown, run)
            unknown = []
            people = tuple(entity for entity in entities if entity.kind is EntityKind.PERSON)
            if people:
                yield Mention(parts[index : index + length], run, people)
            index += length
        yield from self._unknown(unknown, run)

    def _longest_person(self, parts: Sequence[NamePart]) -> tuple[int, tuple[Entity, ...]]:
        """The longest name that begins with a title and that people bear with it: Pope Francis."""
        for end in range(min(len(parts), MAX_TITLED), 1, -1):
            people = self._kb.named(" ".join(part.text for part in parts[:end]), EntityKind.PERSON)
            if people:
                return end, people
        return 0, ()

    def _longest(self, parts: Sequence[NamePart], start: int) -> tuple[int, tuple[Entity, ...]]:
        """The longest known name of two parts or more, or place of any length, that begins at ``start``."""
        for end in range(min(len(parts), start + MAX_PARTS), start + 1, -1):
            entities = self._named(parts[start:end])
            if entities:
                return end - start, entities
        covered = self._end_of_title(parts, start)
        if not self._may_be_name(parts, start):
            covered = covered or self._places.get(parts[start].span.start, 0)
        end = start
        while end < len(parts) and parts[end].span.end <= covered:
            end += 1
        return end - start, ()

    def _may_be_name(self, parts: Sequence[NamePart], start: int) -> bool:
        """Whether a place's name is half of what looks like a name: Chad Smith, Steve Israel."""
        other = parts[1 - start] if len(parts) == 2 else None
        return other is not None and other.span.start not in self._places

    def _end_of_title(self, parts: Sequence[NamePart], start: int) -> int:
        """Where the office's title around a part ends; 0 where there is none, or a surname like King."""
        here = parts[start].span
        index = bisect_right(self._offices, here.start, key=lambda office: office.span.start) - 1
        if index < 0 or here.start >= self._offices[index].span.end:
            return 0
        office = self._offices[index]
        return office.span.end if " " in office.words or start == 0 else 0

    def _named(self, parts: Sequence[NamePart]) -> tuple[Entity, ...]:
        if parts[-1].particle or parts[-1].initial:
            return ()
        entities = self._look_up(" ".join(part.text for part in parts))
        if entities:
            return entities
        core = [part for part in parts if not part.initial and part.text.lower() not in SUFFIXES]
        if 2 <= len(core) < len(parts) and core[0] is parts[0]:
            found = self._look_up(" ".join(part.text for part in core))
            initials = [part.text[0].lower() for part in parts[1:] if part.initial]
            return tuple(one for one in found if one.kind is EntityKind.PERSON and _may_have(initials, one))
        return ()

    def _look_up(self, name: str) -> tuple[Entity, ...]:
        if name not in self._known:
            self._known[name] = self._kb.named(name)
        return self._known[name]

    def _unknown(self, parts: Sequence[NamePart], run: NameRun) -> Iterator[Mention]:
        """Mentions in a stretch without any known name; in a headline every word ends one."""
        start = 0
        if run.title_case:
            for index, part in enumerate(parts):
                if self._kb.is_word(part.text.lower()):
                    yield from _stretch(parts[start:index], run)
                    yield from _stretch(parts[index : index + 1], run)
                    start = index + 1
        elif parts and run.starts_sentence and parts[0] is run.parts[0]:
            start = int(parts[0].text.lower() in FUNCTION_WORDS)
        yield from _stretch(parts[start:], run)


def _stretch(parts: Sequence[NamePart], run: NameRun) -> Iterator[Mention]:
    while parts and parts[0].text.lower() in SUFFIXES:
        parts = parts[1:]
    while parts and parts[-1].particle:
        parts = parts[:-1]
    if parts and not all(part.initial for part in parts):
        yield Mention(tuple(parts), run)
