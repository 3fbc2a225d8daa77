"""Runs of capitalised words: what may be, or hold, a person's name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factlint.annotate.names.lexicon import (
    ABBREVIATED,
    ACRONYMS_OF_TWO,
    FUNCTION_WORDS,
    HONORIFICS,
    HYPHEN_PREFIXES,
    HYPHEN_SUFFIXES,
    LEADING_PARTICLES,
    NEVER_IN_NAMES,
    PARTICLES,
    ROLES,
    ROLES_THAT_ARE_SURNAMES,
    SMALL_WORDS,
    SUFFIXES,
)
from factlint.annotate.tokens import Token, TokenKind
from factlint.text.span import Span

LONGEST_RUN = 40
"""A run of more capitalised words than this is cut: no name and no headline is longer."""


class NamePart(NamedTuple):
    """One word of a run.

    Attributes:
        span: where it stands, without a possessive ending and without a prefix such as ``pro-``.
        text: its characters.
        possessive: whether ``'s`` or an apostrophe followed it.
    """

    span: Span
    text: str
    possessive: bool = False

    @property
    def initial(self) -> bool:
        """Whether it is one letter, or the two of ``JD`` and ``J.D.``, that stand for given names."""
        letters = self.text.replace(".", "")
        return (
            len(letters) <= 2 and letters.isupper() and (len(letters) == 1 or letters not in ACRONYMS_OF_TWO)
        )

    @property
    def particle(self) -> bool:
        """Whether it is a lower-case particle: ``van``, ``bin``."""
        return self.text[:1].islower() and self.text in PARTICLES


class NameRun(NamedTuple):
    """Capitalised words that follow each other directly, split after titles.

    Attributes:
        parts: the words, particles, initials and suffixes between them included.
        sentence: the sentence they stand in.
        title_part: the honorific or role directly before the first part, None where there is none.
        starts_sentence: whether the sentence begins with this run, so that its first word is
            capitalised whatever it is.
        title_case: whether the sentence is a headline that capitalises its words.
        shouted: whether the sentence is all capitals.
    """

    parts: tuple[NamePart, ...]
    sentence: Span
    title_part: NamePart | None = None
    starts_sentence: bool = False
    title_case: bool = False
    shouted: bool = False

    @property
    def span(self) -> Span:
        """From the first part to the last."""
        return self.parts[0].span.join(self.parts[-1].span)

    @property
    def title(self) -> str:
        """The honorific or role before it in lower case; empty where there is none."""
        return self.title_part.text.lower() if self.title_part is not None else ""

    @property
    def text(self) -> str:
        """The parts with single spaces between them."""
        return " ".join(part.text for part in self.parts)


def find_name_runs(prose: str, tokens: Sequence[Token], sentences: Sequence[Span]) -> tuple[NameRun, ...]:
    """The runs of an article in order of place.

    Args:
        prose: the article's prose.
        tokens: its tokens, in order.
        sentences: its sentences, in order; a run never crosses one.
    """
    starts = [token.span.start for token in tokens]
    runs: list[NameRun] = []
    for sentence in sentences:
        first = bisect_right(starts, sentence.start - 1)
        last = bisect_right(starts, sentence.end - 1)
        runs.extend(_in_sentence(prose, tokens[first:last], sentence))
    return tuple(runs)


def _in_sentence(prose: str, tokens: Sequence[Token], sentence: Span) -> Sequence[NameRun]:
    words = [token for token in tokens if token.kind is TokenKind.WORD]
    return _Reader(prose, tokens, words, sentence).runs() if words else ()


class _Reader:
    """Reads one sentence token by token, collecting the run at hand."""

    def __init__(self, prose: str, tokens: Sequence[Token], words: Sequence[Token], sentence: Span) -> None:
        self._prose = prose
        self._tokens = tokens
        self._sentence = sentence
        self._first = words[0]
        self._shouted = _is_shouted(words)
        self._title_case = self._shouted or _is_title_case(words)
        self._found: list[NameRun] = []
        self._parts: list[NamePart] = []
        self._title: Token | None = None
        self._title_of_run: Token | None = None
        self._starts = False

    def runs(self) -> Sequence[NameRun]:
        """The runs of the sentence, in order."""
        previous: Token | None = None
        for index, token in enumerate(self._tokens):
            if token.kind is TokenKind.WORD:
                if previous is not None and not _adjacent(self._prose, previous, token):
                    self._finish()
                self._read(index, token)
                previous = token
            elif not _joins(self._tokens, index, self._parts):
                self._finish()
                previous = None
        self._finish()
        return self._found

    def _read(self, index: int, token: Token) -> None:
        word = token.text.lower()
        goes_on = _capitalised_next(self._tokens, index)
        part = _part(token, self._prose)
        if _is_role(word, in_name=bool(self._parts) and not goes_on):
            self._finish()
            self._title = token
        elif token.text in PARTICLES and goes_on and (self._parts or token.text in LEADING_PARTICLES):
            self._add(token, NamePart(token.span, token.text))
        elif part is None or self._splits(part, word, token):
            self._finish()
        else:
            self._add(token, part)
            if part.possessive or part.span.end != token.span.end or len(self._parts) == LONGEST_RUN:
                self._finish()

    def _add(self, token: Token, part: NamePart) -> None:
        if not self._parts:
            self._title_of_run, self._starts = self._title, token is self._first
        self._parts.append(part)
        self._title = None

    def _finish(self) -> None:
        """Keep the run at hand, if there is one; no title stands before what comes next."""
        parts = tuple(_without_loose_ends(self._parts))
        if parts:
            title = self._title_of_run
            self._found.append(
                NameRun(
                    parts,
                    self._sentence,
                    NamePart(title.span, title.text) if title is not None else None,
                    self._starts,
                    self._title_case,
                    self._shouted,
                )
            )
        self._parts = []
        self._title = None

    def _splits(self, part: NamePart, word: str, token: Token) -> bool:
        """Whether a capitalised word is no part of a name where it stands."""
        if word in NEVER_IN_NAMES:
            return True
        if word in FUNCTION_WORDS and (token is self._first or self._title_case):
            return word not in ("will", "may") or self._title_case
        acronym = part.text.isupper() and len(part.text) > 1 and not part.initial
        return acronym and not self._shouted and word not in SUFFIXES


def _is_shouted(words: Sequence[Token]) -> bool:
    long_words = [word for word in words if len(word.text) > 1]
    return len(long_words) > 2 and all(word.text.isupper() for word in long_words)


def _is_title_case(words: Sequence[Token]) -> bool:
    """Whether only small words begin in lower case, as in a headline of four words or more."""
    capitalised = sum(word.capitalised for word in words)
    return capitalised >= 4 and all(word.capitalised or word.text in SMALL_WORDS for word in words)


def _adjacent(prose: str, left: Token, right: Token) -> bool:
    """Whether only white space, or an abbreviation's point, stands between two tokens."""
    gap = prose[left.span.end : right.span.start]
    return len(gap) <= 4 and gap.strip(" .,\n") == ""


def _joins(tokens: Sequence[Token], index: int, run: Sequence[NamePart]) -> bool:
    """Whether a mark lets the name or title before it go on: a point after an initial, a comma before Jr."""
    mark = tokens[index].text
    if index == 0:
        return False
    before = tokens[index - 1]
    touching = before.span.end == tokens[index].span.start
    if mark == "." and touching:
        word = before.text.lower()
        return word in ABBREVIATED or word in SUFFIXES or (len(word) == 1 and before.capitalised)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        mark == ","
        and bool(run)
        and following is not None
        and following.capitalised
        and following.text.lower() in SUFFIXES
    )


def _is_role(word: str, *, in_name: bool) -> bool:
    """Whether a word is a title; at the end of a name, surnames such as King are none."""
    if word not in HONORIFICS and word not in ROLES:
        return False
    return not in_name or word not in ROLES_THAT_ARE_SURNAMES


def _part(token: Token, prose: str) -> NamePart | None:
    """The name part in a token: without possessive, prefix (``pro-``) and adjectival suffix (``-era``)."""
    start, text = token.span.start, token.text
    if "-" in text:
        prefix, _, rest = text.partition("-")
        if prefix.lower() in HYPHEN_PREFIXES and rest[:1].isupper():
            start, text = start + len(prefix) + 1, rest
        elif prefix.islower() and (prefix not in PARTICLES or not rest[:1].isupper()):
            return None
        head, _, tail = text.rpartition("-")
        if head and _makes_adjective(tail):
            text = head
    elif not token.capitalised:
        return None
    possessive = text.endswith(("'s", "'S")) and len(text) > 2
    if possessive:
        text = text[:-2]
    elif text.endswith(("s", "S")) and prose[start + len(text) : start + len(text) + 2] in ("' ", "'\n"):
        possessive = True
    return NamePart(Span(start, start + len(text)), text, possessive)


def _makes_adjective(tail: str) -> bool:
    if not tail.islower():
        return False
    return tail in HYPHEN_SUFFIXES or tail.endswith("ed") or (len(tail) > 5 and tail.endswith("ing"))


def _capitalised_next(tokens: Sequence[Token], index: int) -> bool:
    """Whether, at most one further particle on, a capitalised word follows."""
    for following in tokens[index + 1 : index + 3]:
        if following.kind is not TokenKind.WORD:
            return False
        if following.capitalised:
            return following.text.lower() not in SUFFIXES
        if following.text not in PARTICLES:
            return False
    return False


def _without_loose_ends(parts: Sequence[NamePart]) -> Sequence[NamePart]:
    """The parts without suffixes that no name precedes and particles that none follows."""
    start, end = 0, len(parts)
    while start < end and parts[start].text.lower() in SUFFIXES:
        start += 1
    while end > start and parts[end - 1].particle:
        end -= 1
    return parts[start:end]
