"""Claims that somebody does what only the living do: "Colin Powell said on Tuesday", "Ann Roe will visit"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.names.lexicon import SUFFIXES
from factlint.claims.affiliations import people_of
from factlint.claims.base import Claim
from factlint.claims.deeds import ACTED, MOURNED, WILL_ACT, day_of
from factlint.kb.names import fold
from factlint.linking.surroundings import Surroundings
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    import datetime as dt

    from factlint.annotate.layers import Annotations
    from factlint.kb.model import Entity, EntityId
    from factlint.linking.cast import Person
    from factlint.linking.link import ArticleNames
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class ActClaim(Claim):
    """Somebody acts on a day.

    Attributes:
        people: whom of the known the name may mean, the most prominent first.
        verb: the words that say what they do.
        day: the day on which they do it; the day of publication for what is to come.
        mourned: whether the article speaks of a death, or of what somebody left behind, beside the name.
        introduced: whether the copy introduces the name as that of somebody unknown to its readers.
    """

    people: tuple[Entity, ...]
    verb: str
    day: dt.date
    mourned: bool = False
    introduced: bool = False


_IN_FULL = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general"}
_OF_ANYBODY = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr"})
_OF_A_THING = regex(r"\b(?:USS|HMS|[Tt]he|[Cc]arrier|[Dd]estroyer|[Ss]hip)[ \n]$")
_BEFORE = 12


def extract(annotations: Annotations) -> tuple[ActClaim, ...]:
    """The acts of the known people whom the article names in full or by surname, in order."""
    from factlint.linking.link import link_names

    names = annotations.derived(link_names)
    reader = _ActReader(annotations, names)
    return tuple(claim for mention in names.mentions if (claim := reader.act(mention)) is not None)


class _ActReader:
    """Reads the acts of one article; what it asks of all mentions of somebody it asks once."""

    def __init__(self, annotations: Annotations, names: ArticleNames) -> None:
        self._annotations = annotations
        self._names = names
        self._mourned: dict[str, bool] = {}
        self._introduced: dict[tuple[str, EntityId], bool] = {}

    def act(self, mention: Mention) -> ActClaim | None:
        """What the copy says behind a name that a known person does; None where it says nothing such."""
        annotations, people, sentence = (
            self._annotations,
            people_of(mention, self._names),
            mention.run.sentence,
        )
        # "Franklin Roosevelt Jr." and "Kennedy Center" are others.
        if not people or mention.parts[-1] is not mention.run.parts[-1] or _has_suffix(mention):
            return None
        prose, end = annotations.article.prose, mention.span.end
        acted = ACTED.match(prose, end, sentence.end)
        planned = None if acted else WILL_ACT.match(prose, end, sentence.end)
        match = acted or planned
        if match is None:
            return None
        day = day_of(annotations, mention.span, match, sentence) if acted else _published(annotations)
        if day is None:
            return None
        bearer = self._names.cast.by_place.get(mention.span)
        if bearer is not None and bearer.famous:
            # A surname alone may be a son's.
            return None
        # Of several of a name the one is meant who had the title.
        titled = tuple(one for one in people if mention.title and _had_title(annotations, mention, one))
        meant = titled or people
        return ActClaim(
            span=Span(mention.span.start, match.end()),
            sentence=sentence,
            quoted=annotations.is_quoted(mention.span),
            people=meant,
            verb=match["verb"],
            day=day,
            mourned=self._is_mourned(mention, bearer),
            introduced=self._is_introduced(mention, bearer, meant[0]),
        )

    def _is_mourned(self, mention: Mention, bearer: Person | None) -> bool:
        """Whether a death is spoken of beside a name, or beside any name of its bearer."""
        prose = self._annotations.article.prose
        if bearer is None:
            return MOURNED.search(mention.run.sentence.of(prose)) is not None
        if bearer.key not in self._mourned:
            self._mourned[bearer.key] = any(
                MOURNED.search(one.run.sentence.of(prose)) for one in bearer.mentions
            )
        return self._mourned[bearer.key]

    def _is_introduced(self, mention: Mention, bearer: Person | None, person: Entity) -> bool:
        """Whether a full name, or any of its bearer's, is introduced as another's than the person's."""
        if bearer is None:
            return mention.full and _is_introduced(self._annotations, mention, person)
        asked = bearer.key, person.id
        if asked not in self._introduced:
            self._introduced[asked] = any(
                _is_introduced(self._annotations, one, person) for one in bearer.mentions if one.full
            )
        return self._introduced[asked]


def _is_introduced(annotations: Annotations, mention: Mention, person: Entity) -> bool:
    """Whether the copy says who the bearer of a name is, and it is not what the known person was."""
    if Surroundings(annotations, mention).introduces:
        return True
    before = annotations.article.prose[max(0, mention.span.start - _BEFORE) : mention.span.start]
    if _OF_A_THING.search(before):
        return True
    return (
        bool(mention.title)
        and mention.title not in _OF_ANYBODY
        and not _had_title(annotations, mention, person)
    )


def _had_title(annotations: Annotations, mention: Mention, person: Entity) -> bool:
    """Whether the title before a name is one that a person had, as far as is known."""
    title = _IN_FULL.get(mention.title, mention.title)
    offices = [tenure.office for tenure in annotations.kb.tenures(person.id)]
    return title in fold(" ".join((person.description, *offices))).split()


def _has_suffix(mention: Mention) -> bool:
    return mention.parts[-1].text.lower().rstrip(".") in SUFFIXES


def _published(annotations: Annotations) -> dt.date | None:
    published = annotations.article.published
    return published.date if published else None
