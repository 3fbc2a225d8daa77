"""Linking the names of an article: who is meant, and which names are misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.names.runs import NamePart
from factlint.kb.model import Entity
from factlint.kb.names import fold
from factlint.linking.address import Address, address
from factlint.linking.candidates import NearNames, near_candidates
from factlint.linking.cast import Cast, Person, assemble
from factlint.linking.model import Candidate, Mention, Reason
from factlint.linking.namesakes import by_support, is_stranger, meant_entity
from factlint.linking.order import without_house_style
from factlint.linking.segments import find_mentions
from factlint.linking.slips import SurnameSlip, surname_slips
from factlint.linking.support import Judge
from factlint.linking.tripled import tripled
from factlint.linking.variants import Variant, name_variants
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations

REPORTED = 4.0
"""Score from which a near-miss of a full name is taken for a misspelling.

Measured on 275,000 words of news copy: other people's names stay below, real misspellings above.
"""

SURE = 6.5
"""Score from which no language model need confirm that the words are a person's name."""

MARGIN = 1.0
"""By how much the best candidate must be ahead of the next to be the one meant."""

SURNAME_REPORTED = 2.5
"""Score from which a surname alone is taken for a slip in the name of somebody in the article.

On 510,000 words of copy that was published as it is, every word above it was a slip.
"""

SLIP_REPORTED = 3.5
"""Score from which two full names are taken for one name spelt in two ways."""

_SIC_REACH = 12


class Misspelling(NamedTuple):
    """A name that is somebody's, misspelt.

    Attributes:
        mention: the name in the copy.
        replacements: the words to change, each with its right spelling.
        name: the right name.
        entity: the person, None for somebody only the article knows.
        right_at: where the article has it right, None where it does not.
        reasons: what speaks for it and against.
        sure: whether no language model need confirm that the words are a person's name.
    """

    mention: Mention
    replacements: tuple[tuple[NamePart, str], ...]
    name: str
    entity: Entity | None
    right_at: Mention | None
    reasons: tuple[Reason, ...]
    sure: bool

    @property
    def span(self) -> Span:
        """The words to change, from the first to the last."""
        return self.replacements[0][0].span.join(self.replacements[-1][0].span)


@dataclass(frozen=True)
class ArticleNames:
    """The names of an article.

    Attributes:
        mentions: in order.
        cast: who is in the article; misspelt mentions introduce nobody.
        misspellings: by the offset at which the mention begins.
        judge: weighs what stands around a name.
    """

    mentions: tuple[Mention, ...]
    cast: Cast
    misspellings: Mapping[int, Misspelling]
    judge: Judge

    def bearers_of(self, mention: Mention) -> tuple[Person, ...]:
        """Whom in the article a mention names, one or several; empty for nobody."""
        last = fold(mention.surname).split()[-1:]
        known = self.cast.by_token.get(last[0], ()) if last else ()
        return tuple(person for person in known if mention.span in person.places)

    def entity_of(self, mention: Mention) -> Entity | None:
        """The known person whom a mention means; None for NIL.

        A short name that several in the article bear means the one last named in full.
        """
        found = self.misspellings.get(mention.span.start)
        if found is not None:
            return found.entity
        if mention.people:
            return None if self._is_strangers(mention) else meant_entity(mention, self.judge)
        bearers = _addressed(self.bearers_of(mention), mention)
        fulls = [one for person in bearers for one in person.mentions if one.full and one.people]
        before = [one for one in fulls if one.span < mention.span]
        if fulls:
            full = max(before, key=lambda one: one.span) if before else fulls[0]
            return None if self._is_strangers(full) else meant_entity(full, self.judge)
        return bearers[0].entity if len(bearers) == 1 else None

    def _is_strangers(self, mention: Mention) -> bool:
        """Whether the article has introduced somebody unknown by this full name."""
        words = fold(mention.text)
        if words not in self._introductions:
            self._introductions[words] = next(
                (
                    one.span
                    for one in self._by_text.get(words, ())
                    if is_stranger(one.people[0], one, self.judge)
                ),
                None,
            )
        introduced = self._introductions[words]
        return introduced is not None and introduced < mention.span

    @cached_property
    def _by_text(self) -> Mapping[str, Sequence[Mention]]:
        """The mentions of known people by their folded words."""
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            if mention.people:
                mentions[fold(mention.text)].append(mention)
        return mentions

    @cached_property
    def _introductions(self) -> dict[str, Span | None]:
        """Where the article first introduces somebody unknown by these words; filled as it is asked for."""
        return {}


def _addressed(people: Sequence[Person], mention: Mention) -> list[Person]:
    """Those whom the title before a surname suits best: all but Bill for Mrs. Clinton."""
    suits = {person.key: _suits(person, mention.title) for person in people}
    best = max(suits.values(), default=Address.UNFIT)
    return [] if best is Address.UNFIT else [person for person in people if suits[person.key] is best]


def _suits(person: Person, title: str) -> Address:
    given = [name[0] for name in person.names if len(name) > 1]
    return max((address(title, one) for one in given), default=Address.POSSIBLE)


def link_names(annotations: Annotations) -> ArticleNames:
    """Link the names of an article; use as ``annotations.derived(link_names)``."""
    kb = annotations.kb
    near = NearNames(kb)
    mentions = tuple(_with_other_forms(mention, near) for mention in find_mentions(annotations))
    judge = Judge(annotations, assemble(mentions, kb))
    mentions = tuple(_with_longer_names(mentions, near, judge))
    unknown = [mention for mention in mentions if mention.full and not mention.people]
    mentions = tuple(by_support(mention, judge) for mention in mentions)
    meant = without_house_style(
        {
            mention.span: candidate
            for mention in unknown
            if (candidate := _meant(near_candidates(mention, near, judge))) is not None
        }
    )
    cast = assemble(mentions, kb, frozenset(meant))
    found: dict[int, Misspelling] = {}
    for variant in name_variants(cast, kb):
        if variant.score >= SLIP_REPORTED:
            found[variant.mention.span.start] = _of_variant(variant)
    for mention, right in _later_mentions(meant, cast):
        found[mention.span.start] = right
    for reading in surname_slips(cast, kb):
        if reading.score >= SURNAME_REPORTED:
            found[reading.mention.span.start] = _of_slip(reading)
    for mention in unknown:
        wrong = tripled(mention.parts, kb)
        if mention.span in meant and not (wrong and meant[mention.span].score < SURE):
            found[mention.span.start] = _of_full_name(mention, meant[mention.span], cast)
        elif wrong and mention.span.start not in found:
            found[mention.span.start] = _of_tripled(mention, wrong)
    kept = {start: one for start, one in found.items() if not _is_marked(one, annotations)}
    return ArticleNames(mentions, cast, kept, Judge(annotations, cast))


def _with_longer_names(mentions: Sequence[Mention], near: NearNames, judge: Judge) -> Iterator[Mention]:
    """The mentions, where a known name and a word behind it are surely a longer name misspelt, as one."""
    pending: Mention | None = None
    for mention in mentions:
        if pending is not None:
            whole = _joined(pending, mention)
            if whole is not None and _is_longer_name(whole, near, judge):
                pending = whole
                continue
            yield pending
        pending = mention
    if pending is not None:
        yield pending


def _joined(left: Mention, right: Mention) -> Mention | None:
    """A known name and the unknown word that follows it, None where they are no such pair."""
    if not (left.full and left.people) or right.full or right.people or left.run is not right.run:
        return None
    parts = left.run.parts
    index = parts.index(left.parts[-1])
    return Mention((*left.parts, *right.parts), left.run) if parts[index + 1] is right.parts[0] else None


def _is_longer_name(whole: Mention, near: NearNames, judge: Judge) -> bool:
    """Whether all but the last words of a name are somebody's and the last nearly are."""
    best = _meant(near_candidates(whole, near, judge))
    return (
        best is not None
        and len(best.parts) == len(whole.parts)
        and best.replacements[0][0] is whole.parts[-1]
    )


def _with_other_forms(mention: Mention, near: NearNames) -> Mention:
    """The mention with the people whose name it gives in another romanisation or with a nickname."""
    if not mention.full or mention.people:
        return mention
    people = tuple(match.entity for match in near(mention) if match.edits == 0)
    return replace(mention, people=people) if people else mention


def _is_marked(found: Misspelling, annotations: Annotations) -> bool:
    """Whether the copy itself says that the word stands so in what it quotes."""
    end = found.span.end
    return "[sic]" in annotations.article.source.text[end : end + _SIC_REACH]


def _meant(candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that is surely meant, None where none is or several may be."""
    if not candidates or candidates[0].score < REPORTED:
        return None
    best = candidates[0]
    rivals = [one for one in candidates[1:] if best.score - one.score < MARGIN]
    return best if all(_same_correction(best, rival) for rival in rivals) else None


def _same_correction(left: Candidate, right: Candidate) -> bool:
    """Whether two namesakes ask for the same change, so that it does not matter who is meant."""
    return [fold(word) for _, word in left.replacements] == [fold(word) for _, word in right.replacements]


def _of_full_name(mention: Mention, candidate: Candidate, cast: Cast) -> Misspelling:
    right = next(
        (
            one
            for person in cast.people
            if person.entity is not None and person.entity.id == candidate.entity.id
            for one in person.mentions
            if one.full
        ),
        None,
    )
    return Misspelling(
        replace(mention, parts=candidate.parts),
        _as_the_article_has(candidate, right),
        candidate.name,
        candidate.entity,
        right,
        candidate.reasons,
        candidate.score >= SURE or right is not None,
    )


def _as_the_article_has(candidate: Candidate, right: Mention | None) -> tuple[tuple[NamePart, str], ...]:
    """The replacements in the article's own spelling, of which a name from another script has several."""
    if right is None or len(right.parts) != len(candidate.parts):
        return candidate.replacements
    own = dict(zip(candidate.parts, right.parts, strict=True))
    return tuple(
        (part, word if own[part].initial else own[part].text) for part, word in candidate.replacements
    )


def _of_slip(reading: SurnameSlip) -> Misspelling:
    return Misspelling(
        reading.mention,
        ((reading.part, reading.right),),
        reading.person.label,
        reading.person.entity,
        reading.person.first_with.get(reading.right, reading.person.mentions[0]),
        reading.reasons,
        sure=True,
    )


def _of_tripled(mention: Mention, wrong: tuple[tuple[NamePart, str], ...]) -> Misspelling:
    right = dict(wrong)
    name = " ".join(right.get(part, part.text) for part in mention.parts)
    reason = Reason("a letter stands three times in a row", SURE)
    return Misspelling(mention, wrong, name, None, None, (reason,), sure=True)


def _of_variant(variant: Variant) -> Misspelling:
    return Misspelling(
        variant.mention,
        ((variant.part, variant.right),),
        variant.other.text,
        variant.person.entity,
        variant.other,
        variant.reasons,
        sure=True,
    )


def _later_mentions(meant: Mapping[Span, Candidate], cast: Cast) -> Iterator[tuple[Mention, Misspelling]]:
    """Short mentions that repeat a misspelt word of a full name."""
    wrong = {
        fold(part.text): (candidate, right)
        for candidate in meant.values()
        for part, right in candidate.replacements
    }
    for mention in cast.unresolved:
        part = mention.parts[0]
        if fold(part.text) in wrong:
            candidate, right = wrong[fold(part.text)]
            yield (
                mention,
                Misspelling(
                    mention,
                    ((part, right),),
                    candidate.name,
                    candidate.entity,
                    None,
                    candidate.reasons,
                    sure=True,
                ),
            )
