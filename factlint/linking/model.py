"""What linking says about the names in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factlint.annotate.names.runs import NamePart, NameRun
from factlint.kb.model import Entity
from factlint.text.span import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the copy.

    Attributes:
        parts: its words; two or more make a full name, one a surname or another short form.
        run: the run of capitalised words it was cut from.
        people: the people of the knowledge base who bear exactly this name, the most prominent first.
    """

    parts: tuple[NamePart, ...]
    run: NameRun
    people: tuple[Entity, ...] = ()

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)

    @property
    def text(self) -> str:
        """Its words with single spaces between them."""
        return " ".join(part.text for part in self.parts)

    @property
    def full(self) -> bool:
        """Whether it has a given name and a surname."""
        return sum(not part.particle for part in self.parts) > 1

    @property
    def title(self) -> str:
        """The honorific or role directly before it in lower case, empty where there is none."""
        return self.run.title if self.parts[0] == self.run.parts[0] else ""

    @property
    def surname(self) -> str:
        """Its last word, without the particles before it."""
        return self.parts[-1].text

    @property
    def starts_sentence(self) -> bool:
        """Whether it is capitalised only because a sentence begins with it."""
        return self.run.starts_sentence and self.parts[0] == self.run.parts[0]

    @property
    def whole_run(self) -> bool:
        """Whether no other capitalised word stands directly before or after it."""
        return len(self.parts) == len(self.run.parts)


class Reason(NamedTuple):
    """Why a candidate is likely or unlikely, in words, with its weight in the score."""

    text: str
    weight: float


class Candidate(NamedTuple):
    """A person whom a misspelt mention may mean.

    Attributes:
        entity: the person.
        name: the name that the mention comes near, as the knowledge base spells it.
        parts: the words of the mention that are the name.
        replacements: the words to change: (the mention's part, its right spelling).
        reasons: what speaks for and against.
    """

    entity: Entity
    name: str
    parts: tuple[NamePart, ...]
    replacements: tuple[tuple[NamePart, str], ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the reasons' weights."""
        return sum(reason.weight for reason in self.reasons)
