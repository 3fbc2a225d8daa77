"""What a disagreement between two articles is."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.crossing.records import Place


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """What one article says.

    Attributes:
        path: the article.
        place: where it says it.
        words: how it says it.
        value: what it says, in a form in which the same statement is the same text.
    """

    path: str
    place: Place
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two articles on one event that say different things of one thing.

    Attributes:
        one, other: what they say.
        subject: what it is about, independent of place: part of the finding's fingerprint.
        score: how sure it is that both speak of one thing; comparable within one kind only.
        one_supported, other_supported: paths of further articles on the event that say the same.
        reason: why both must speak of one thing, in words.
    """

    one: Statement
    other: Statement
    subject: str
    score: float
    one_supported: tuple[str, ...] = ()
    other_supported: tuple[str, ...] = ()
    reason: str = ""
