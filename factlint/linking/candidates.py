"""Known people whose names a full name comes near, with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.names.lexicon import SUFFIXES
from factlint.annotate.names.runs import NamePart
from factlint.kb.model import Entity, EntityKind
from factlint.kb.names import fold
from factlint.linking.model import Candidate, Mention, Reason
from factlint.linking.nicknames import same_given_name
from factlint.linking.order import turned_round
from factlint.linking.similarity import LONGEST, Slip, distance, slip
from factlint.linking.spelling import WELL_KNOWN, spelling_reasons
from factlint.linking.surroundings import Surroundings
from factlint.linking.transliteration import is_variant

if TYPE_CHECKING:
    from factlint.kb.model import NameMatch
    from factlint.kb.store import Snapshot
    from factlint.linking.support import Judge

MOST_PARTS = 8
"""No name that copy gives has more words, initials and particles counted."""


class NearNames:
    """The known names near those of one article, each looked up once.

    Args:
        kb: the snapshot.
    """

    def __init__(self, kb: Snapshot) -> None:
        self._kb = kb
        self._found: dict[str, tuple[NameMatch, ...]] = {}

    def __call__(self, mention: Mention) -> tuple[NameMatch, ...]:
        """The names near a mention's; none for words that no title makes a name ("Supreme Court")."""
        text = mention.text
        if text not in self._found:
            self._found[text] = self._kb.near(text, EntityKind.PERSON) if self._may_be_name(mention) else ()
        return self._found[text]

    def _may_be_name(self, mention: Mention) -> bool:
        parts = mention.parts
        if len(parts) > MOST_PARTS or any(len(part.text) > LONGEST for part in parts):
            return False
        return bool(mention.title) or not all(self._kb.is_word(part.text.lower()) for part in parts)


def near_candidates(mention: Mention, near: NearNames, judge: Judge) -> tuple[Candidate, ...]:
    """The people whose name a full mention comes near, the best supported first.

    Args:
        mention: a full name that nobody known bears.
        near: looks names up.
        judge: weighs what stands around the mention.
    """
    annotations = judge.annotations
    kb = annotations.kb
    found: dict[str, Candidate] = {}
    for parts in _windows(mention):
        window = Mention(parts, mention.run)
        around = Surroundings(annotations, window)
        for entity, name, edits in _near(window, near, kb):
            replacements = _wrong_words(parts, align(parts, name), edits, Forms(entity, judge))
            if not replacements:
                continue
            corrected = _corrected(parts, replacements)
            reasons = (
                *spelling_reasons(parts, replacements, corrected, entity, kb),
                *judge.reasons(entity, around),
                *judge.doubts(entity, around),
                *_context_of_window(window),
                *_elsewhere(parts, entity, replacements, judge),
            )
            candidate = Candidate(entity, corrected, parts, replacements, reasons)
            if entity.id not in found or found[entity.id].score < candidate.score:
                found[entity.id] = candidate
    for candidate in turned_round(mention, judge):
        found.setdefault(candidate.entity.id, candidate)
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.entity.id)))


def align(parts: Sequence[NamePart], name: str) -> tuple[tuple[NamePart, str], ...]:
    """The parts that differ from a known name, each with its right spelling.

    Middle names and initials of the known name that the copy leaves out do not count.

    Returns:
        Empty where the two cannot be laid side by side token by token, or do not differ.
    """
    words = [word for word in name.split() if fold(word) and fold(word) not in SUFFIXES]
    if len(words) > len(parts):
        words = [words[0], *(word for word in words[1:-1] if len(fold(word)) > 1), words[-1]]
    if len(words) > len(parts) == 2:
        words = [words[0], words[-1]]
    if len(words) != len(parts):
        return ()
    return tuple(
        (part, _in_case(part.text, word))
        for part, word in zip(parts, words, strict=True)
        if fold(part.text) != fold(word)
    )


def _in_case(written: str, right: str) -> str:
    return right.upper() if written.isupper() and len(written) > 2 else right


def _corrected(parts: Sequence[NamePart], replacements: Sequence[tuple[NamePart, str]]) -> str:
    right = dict(replacements)
    return " ".join(right.get(part, part.text) for part in parts)


def _windows(mention: Mention) -> Iterator[tuple[NamePart, ...]]:
    """The stretches of a mention that may be the misspelt name: all of it, without initials, its ends."""
    parts = mention.parts
    core = tuple(part for part in parts if not part.initial and part.text.lower() not in SUFFIXES)
    seen: set[tuple[NamePart, ...]] = set()
    for window in (parts, core, core[-2:], core[:2], core[-3:], core[:3]):
        if 2 <= len(window) <= 4 and window not in seen and not (window[0].particle or _is_article(window)):
            seen.add(window)
            yield window


def _is_article(window: Sequence[NamePart]) -> bool:
    """Whether what would be the one initial is the word "A": "A Room With a View"."""
    first, second = window[:2]
    return first.text == "A" and second.span.start - first.span.end == 1


def _near(window: Mention, near: NearNames, kb: Snapshot) -> Iterator[tuple[Entity, str, int]]:
    """(person, name, edits that no usual other form explains)."""
    for match in near(window):
        name = _with_whole_given_name(match, window.parts[0])
        if name:
            yield match.entity, name, match.edits
    if len(window.parts) == 2:
        yield from _by_surname(window.parts, kb)


def _by_surname(parts: Sequence[NamePart], kb: Snapshot) -> Iterator[tuple[Entity, str, int]]:
    """Well-known people of the same surname whose given name sounds like the one written."""
    given, surname = fold(parts[0].text), fold(parts[1].text)
    for entity in kb.surname_bearers(surname):
        if entity.prominence < 3:
            break
        for name in (entity.label, *entity.aliases):
            words = fold(name).split()
            if len(words) == 2 and words[1] == surname and slip(given, words[0]) is Slip.SOUND:
                yield entity, name, distance(given, words[0])


def _wrong_words(
    parts: Sequence[NamePart],
    replacements: Sequence[tuple[NamePart, str]],
    edits: int,
    forms: Forms,
) -> tuple[tuple[NamePart, str], ...]:
    """Those replacements that do not only turn one usual form into another: nickname, transliteration.

    Where two words differ and the knowledge base counts no more edits than one of them takes, the
    other is a usual form.
    """
    for replacement in replacements if len(replacements) == 2 else ():
        part, right = replacement
        if distance(fold(part.text), fold(right)) == edits:
            replacements = (replacement,)
            break
    return tuple(
        (part, right)
        for part, right in replacements
        if not (part is parts[0] and same_given_name(fold(part.text), fold(right)))
        and not forms.are_one(fold(part.text), fold(right))
    )


class Forms(NamedTuple):
    """Which forms of one person's name are all right.

    Attributes:
        entity: the person.
        judge: knows where they come from.
    """

    entity: Entity
    judge: Judge

    def are_one(self, written: str, right: str) -> bool:
        """Whether a word may be another transliteration of one of the person's names.

        Of the well known, the knowledge base has the usual ones: what nobody is called must be regular.
        """
        attested = self.entity.prominence < WELL_KNOWN or self.judge.annotations.kb.knows_token(written)
        return is_variant(written, right, self.judge.origins(self.entity), attested=attested)


def _with_whole_given_name(match: NameMatch, part: NamePart) -> str:
    """The name met; if it gives but an initial for the given name in the copy, another of the person's names.

    Empty where the person has none with this given name: "J. Adams" is not Julie.
    """
    if part.initial or len(fold(match.name).split()[0]) > 1:
        return match.name
    names = (match.entity.label, *match.entity.aliases)
    return next((name for name in names if fold(name).split()[:1] == [fold(part.text)]), "")


def _context_of_window(window: Mention) -> Iterator[Reason]:
    if not window.whole_run:
        yield Reason("other capitalised words stand beside it", -1.0)


def _elsewhere(
    parts: Sequence[NamePart],
    entity: Entity,
    replacements: Sequence[tuple[NamePart, str]],
    judge: Judge,
) -> Iterator[Reason]:
    """What the rest of the article says about the spelling."""
    cast = judge.cast
    known = cast.by_entity.get(entity.id)
    if known is not None and not known.famous:
        yield Reason(f"the article also has {known.label}", 4.0)
        return
    for part, right in replacements:
        if part is not parts[0] and (cast.unresolved_texts[fold(right)] or fold(right) in cast.by_token):
            yield Reason(f"the article also has {right}", 3.0)
        again = cast.unresolved_texts[fold(part.text)]
        if again:
            yield Reason(f"the article has {part.text} again", -0.5 * min(again, 3))
