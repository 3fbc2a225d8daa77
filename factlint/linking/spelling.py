"""What the letters of a name say: whether it is a slip for a known name or a name of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.annotate.names.runs import NamePart
from factlint.kb.model import Entity
from factlint.kb.names import fold
from factlint.kb.store import Snapshot
from factlint.linking.model import Reason
from factlint.linking.similarity import Slip, slip

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

WELL_KNOWN = 4

MANY = 40
"""So many known bearers make a surname common: it points to nobody."""

COMMON = 40
"""So many known bearers make a given name common: what is nearly so written is hardly another name."""

_VOWELS = frozenset("aeiouy")
_SAFE_WHEN_SHORT = frozenset({Slip.TRANSPOSED, Slip.DOUBLED, Slip.SOUND})
_WINDOW = 3


def spelling_reasons(
    parts: Sequence[NamePart],
    replacements: Sequence[tuple[NamePart, str]],
    name: str,
    entity: Entity,
    kb: Snapshot,
) -> Iterator[Reason]:
    """What the spelling of a mention says for and against its being a person's name misspelt.

    Args:
        parts: the words of the mention.
        replacements: those that differ from the person's name, each with its right spelling.
        name: the mention with the right spellings.
        entity: the person.
        kb: the snapshot, which says what is a name and what a word.
    """
    for part, right in replacements:
        yield from _of_word(part, right, entity, kb, surname=part is not parts[0])
    if len(replacements) > 1:
        yield Reason("both names differ", -2.0)
    elif replacements[0][0] is parts[0]:
        yield from _by_surname_alone(name, parts[-1], entity, kb)


def _of_word(part: NamePart, right: str, entity: Entity, kb: Snapshot, *, surname: bool) -> Iterator[Reason]:
    written = fold(part.text)
    kind = slip(written, fold(right))
    known = kb.knows_token(written)
    yield Reason(f"{part.text} for {right}: {kind}", SLIP_WEIGHTS.get(kind, -4.0))
    if len(written) >= 8:
        yield Reason("a long name", 1.0)
    elif len(written) <= 4 and kind not in _SAFE_WHEN_SHORT:
        yield Reason("a short name", -1.5 if surname or known else -0.5)
    if _VOWELS.isdisjoint(written):
        yield Reason(f"{part.text} has no vowel", 1.5)
    elif not known and kind in _OTHER_LETTERS and (letters := unheard_of(written, kb)):
        yield Reason(f"no known name {letters}", 1.5)
    if _capitals(part.text) != _capitals(right) and kind is not Slip.TRANSPOSED:
        yield Reason("capitals within the name differ", -2.5)
    yield _known_token(part, written, kb, surname=surname)
    nearly_given = not (surname or known) and kind is not Slip.SEVERAL and entity.prominence >= WELL_KNOWN - 1
    if nearly_given and kb.given_bearers(right) >= COMMON:
        yield Reason(f"{right} is a common given name", 1.0)


_OTHER_LETTERS = frozenset({Slip.TRANSPOSED, Slip.DROPPED, Slip.ADDED, Slip.REPLACED, Slip.SEVERAL})


def unheard_of(written: str, kb: Snapshot) -> str:
    """Letters in a row that no known name has so ("begins with rg"); empty where all are heard of."""
    word = f"^{written}$"
    for start in range(len(word) - _WINDOW + 1):
        letters = word[start : start + _WINDOW]
        if " " not in letters and not kb.writes(letters):
            if letters[0] == "^":
                return f"begins with {letters[1:]}"
            return f"ends in {letters[:-1]}" if letters[-1] == "$" else f"has {letters}"
    return ""


def _by_surname_alone(name: str, surname: NamePart, entity: Entity, kb: Snapshot) -> Iterator[Reason]:
    """What the surname says where only the given name is wrong."""
    if len(kb.surname_bearers(fold(surname.text), MANY)) >= MANY:
        yield Reason(f"many people are called {surname.text}", -1.5)
        if fold(name) != fold(entity.label):
            yield Reason(f"{entity.label} is seldom called {name}", -2.0)
    elif entity.prominence >= WELL_KNOWN:
        yield Reason(f"{surname.text} is the surname of somebody well known", 1.0)


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
