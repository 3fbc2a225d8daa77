"""Known people whose names a full name comes near, with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.annotate.names.lexicon import SUFFIXES
from factlint.annotate.names.runs import NamePart
from factlint.kb.model import Entity, EntityKind
from factlint.kb.names import fold
from factlint.linking.model import Candidate, Mention, Reason
from factlint.linking.nicknames import same_given_name
from factlint.linking.similarity import LONGEST, Slip, distance, slip
from factlint.linking.surroundings import Surroundings
from factlint.linking.transliteration import is_variant

if TYPE_CHECKING:
    from factlint.kb.store import NameMatch, Snapshot
    from factlint.linking.support import Judge

SLIP_WEIGHTS = {
    Slip.TRANSPOSED: 2.5,
    Slip.DOUBLED: 2.0,
    Slip.SOUND: 1.5,
    Slip.VOWEL: 1.0,
    Slip.DROPPED: 1.0,
    Slip.ADDED: 1.0,
    Slip.REPLACED: 0.0,
    Slip.SEVERAL: -1.0,
}
"""How far each kind of slip speaks for a misspelling rather than for another name."""


MOST_PARTS = 8
"""No name that copy gives has more words, initials and particles counted."""

HARDLY = 1
"""So few known bearers leave a surname in doubt."""

SURNAME_FIRST = frozenset(
    {"China", "Taiwan", "Hong Kong", "Macau", "Singapore", "North Korea", "South Korea", "Vietnam",
     "Cambodia", "Japan", "Hungary"}
)  # fmt: skip
"""Countries whose people may be named surname first in English copy."""


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
            replacements = _wrong_words(parts, align(parts, name), edits, judge.origins(entity))
            if not replacements:
                continue
            reasons = (
                *_spelling(parts, replacements, entity, kb),
                *judge.reasons(entity, around),
                *_context_of_window(window),
                *_elsewhere(parts, entity, replacements, judge),
            )
            candidate = Candidate(entity, _corrected(parts, replacements), parts, replacements, reasons)
            if entity.id not in found or found[entity.id].score < candidate.score:
                found[entity.id] = candidate
    for candidate in _turned_round(mention, judge):
        found.setdefault(candidate.entity.id, candidate)
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.entity.id)))


def _turned_round(mention: Mention, judge: Judge) -> Iterator[Candidate]:
    """Known people whose surname the copy puts first, where the other word is hardly anybody's surname."""
    if len(mention.parts) != 2 or any(part.initial for part in mention.parts):
        return
    kb = judge.annotations.kb
    first, last = mention.parts
    if len(kb.surname_bearers(last.text, HARDLY + 1)) > HARDLY:
        return
    around = Surroundings(judge.annotations, mention)
    for entity in kb.named(f"{last.text} {first.text}", EntityKind.PERSON):
        if judge.origins(entity) & SURNAME_FIRST:
            continue
        reasons = (Reason("surname before given name", 1.5), *judge.reasons(entity, around))
        name = f"{last.text} {first.text}"
        yield Candidate(entity, name, mention.parts, ((first, last.text), (last, first.text)), reasons)


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
        if 2 <= len(window) <= 4 and window not in seen and not window[0].particle:
            seen.add(window)
            yield window


def _near(window: Mention, near: NearNames, kb: Snapshot) -> Iterator[tuple[Entity, str, int]]:
    """(person, name, edits that no usual other form explains)."""
    for match in near(window):
        yield match.entity, match.name, match.edits
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
    origins: frozenset[str],
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
        and not is_variant(fold(part.text), fold(right), origins)
    )


def _spelling(
    parts: Sequence[NamePart], replacements: Sequence[tuple[NamePart, str]], entity: Entity, kb: Snapshot
) -> Iterator[Reason]:
    for part, right in replacements:
        written = fold(part.text)
        kind = slip(written, fold(right))
        yield Reason(f"{part.text} for {right}: {kind}", SLIP_WEIGHTS.get(kind, -4.0))
        if len(written) >= 8:
            yield Reason("a long name", 1.0)
        elif len(written) <= 4 and kind not in _SAFE_WHEN_SHORT:
            yield Reason("a short name", -0.5 if part is parts[0] and not kb.knows_token(written) else -1.5)
        if _VOWELS.isdisjoint(written):
            yield Reason(f"{part.text} has no vowel", 1.5)
        if _capitals(part.text) != _capitals(right) and kind is not Slip.TRANSPOSED:
            yield Reason("capitals within the name differ", -1.5)
        yield _known_token(part, written, kb, surname=part is not parts[0])
    if len(replacements) > 1:
        yield Reason("both names differ", -2.0)
    elif replacements[0][0] is parts[0]:
        yield from _by_surname_alone(_corrected(parts, replacements), parts[-1], entity, kb)


def _by_surname_alone(name: str, surname: NamePart, entity: Entity, kb: Snapshot) -> Iterator[Reason]:
    """What the surname says where only the given name is wrong."""
    if len(kb.surname_bearers(fold(surname.text), MANY)) >= MANY:
        yield Reason(f"many people are called {surname.text}", -1.5)
        if fold(name) != fold(entity.label):
            yield Reason(f"{entity.label} is seldom called {name}", -2.0)
    elif entity.prominence >= WELL_KNOWN:
        yield Reason(f"{surname.text} is the surname of somebody well known", 1.0)


WELL_KNOWN = 4
MANY = 40
"""So many known bearers make a surname common: it points to nobody."""
_VOWELS = frozenset("aeiouy")
_SAFE_WHEN_SHORT = frozenset({Slip.TRANSPOSED, Slip.DOUBLED, Slip.SOUND})


def _capitals(name: str) -> int:
    return 1 if name.isupper() else sum(letter.isupper() for letter in name)


def _known_token(part: NamePart, written: str, kb: Snapshot, *, surname: bool) -> Reason:
    """Whether the word written is itself a name that people have."""
    if not kb.knows_token(written):
        if kb.is_word(written):
            return Reason(f"{part.text} is a word", -1.0)
        return Reason(f"no known name has {part.text}", 2.0)
    if not surname:
        return Reason(f"{part.text} is a name", -0.5)
    bearers = len(kb.surname_bearers(written, 12))
    if not bearers:
        return Reason(f"{part.text} is nobody's known surname", 1.0)
    return Reason(f"{bearers} known people are called {part.text}", -min(bearers, 12) / 4)


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
    known = next((one for one in cast.people if one.entity is not None and one.entity.id == entity.id), None)
    if known is not None and not known.famous:
        yield Reason(f"the article also has {known.label}", 4.0)
        return
    for part, right in replacements:
        alone = any(fold(mention.text) == fold(right) for mention in cast.unresolved)
        if part is not parts[0] and (alone or fold(right) in cast.by_token):
            yield Reason(f"the article also has {right}", 3.0)
        again = sum(fold(mention.text) == fold(part.text) for mention in cast.unresolved)
        if again:
            yield Reason(f"the article has {part.text} again", -0.5 * min(again, 3))
