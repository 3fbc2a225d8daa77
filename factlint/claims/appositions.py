"""The name beside a description: "Springfield Mayor Joe Quimby", "Altdorf, the capital of Uri"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.names.lexicon import FUNCTION_WORDS
from factlint.dates.lexicon import MONTHS, WEEKDAYS
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.names.runs import NamePart, NameRun


class Named(NamedTuple):
    """A name that the copy gives to what a description describes.

    Attributes:
        parts: its words.
        run: the run of capitalised words that it is part of.
    """

    parts: tuple[NamePart, ...]
    run: NameRun

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return self.parts[0].span.join(self.parts[-1].span)

    @property
    def text(self) -> str:
        """Its words with single spaces between them."""
        return " ".join(part.text for part in self.parts)


_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Rev)\.?\s{1,8})?"
_DIRECT = regex(rf"\.?\s{{1,8}}{_HONORIFIC}")
_OF = regex(r"(?:\scity)?\s{1,8}of\s{1,8}")
_COMMA = regex(rf",\s{{1,8}}{_HONORIFIC}")
_IS_NAME = regex(rf"\s{{1,8}}is\s{{1,8}}{_HONORIFIC}")
# A list goes on with a comma too: "the mayor, Ann Roe, and Bob Doe", "the mayor, Ann Roe, her son and ...".
_CLOSED = regex(
    r"\s*(?:$|[.;:)!?”\"—–]|,[”\"]?\s{1,8}(?!(?:and|or|a|an|the|his|her|its|their|with|including)\b)[a-z])"
)
_ENDS = regex(
    r"\s*(?:$|[.;:)!?”\"—–]|,[”\"]?\s{1,8}(?!(?:and|or)\b)|\s(?:since|from|who|where|which|until|has|on|in|for)\b)"
)
_NAME_BEFORE = regex(
    r"(?:['’]s)?(?:,\s{1,8}(?:the\s{1,8})?|\s{1,8}(?:is|remains)\s{1,8}(?:(?:now|still|also)\s{1,8})?(?:the\s{1,8})?)$"
)
_NOT_HELD_BEFORE = regex(
    r"\b(?:former(?:ly)?|ex|then|acting|interim|deputy|vice|assistant|associate|late|incoming|future|next|onetime"
    r"|one-time|shadow|would-be|aspiring|potential|prospective|self-\w+|honorary|previous|past|retired|first|last"
    r"|new|proposed|ancient|old|historic(?:al)?|wartime|financial|cultural|commercial|economic|winter|summer"
    r"|(?:candidates?|contenders?|running|run|ran|runs|bid|race|campaign(?:ed|ing)?|nominee|pick|choice)\s{1,8}(?:for|as)"
    r"|(?:to|will|would|could|may|might|not)\s{1,8}(?:be|become)|became|elected|named|appointed|isn['’]t|wasn['’]t|not)"
    r"[\s-]{1,8}(?:the[\s-]{1,8})?(?:\w{1,20}[\s-]{1,8})?$",
    re.IGNORECASE,
)
_NOT_HELD_AFTER = regex(
    r"[\s-]{1,8}(?:elect|designate|candidates?|hopefuls?|nominees?|contenders?|emeritus|pro[\s-]tem|race|election"
    r"|campaign|primary|office|aide|adviser|spokes\w+)\b",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = regex(r"\bcapital(?:\s{1,8}city)?\s{1,8}of\s{1,8}(?:the\s{1,8})?$", re.IGNORECASE)
_CAPITAL_AFTER = regex(
    r"(?:['’]s)?\s{1,8}(?:[Ss]tate\s{1,8}|[Cc]antonal\s{1,8}|[Pp]rovincial\s{1,8})?[Cc]apital\b(?!['’]s)"
    r"(?!\s(?:gains|punishment|markets?|letters?|investments?|expenditures?|spending|flows?|costs?|projects?))"
)
_CAPITALISED_BEFORE = regex(r"(?<![\w.'’-])(?P<word>[A-Z][\w.'’-]{0,30})[\s-]{1,8}$")
# Before a title these are no part of it: "On Friday Lakeside Mayor ...", "Republican Texas Gov. ...".
_NO_NAMES = (
    FUNCTION_WORDS | WEEKDAYS.keys() | MONTHS.keys() | {"democratic", "republican", "conservative", "labour"}
)
_REACH = 60
"""How far before a description the words that qualify it are looked for, in code points."""


def is_qualified(annotations: Annotations, description: Span) -> bool:
    """Whether words beside an office or a capital say that it is not held now: "former", "-elect"."""
    prose, sentence = annotations.article.prose, annotations.sentence_at(description.start)
    left = max(sentence.start, description.start - _REACH)
    return (
        _NOT_HELD_BEFORE.search(prose, left, description.start) is not None
        or _NOT_HELD_AFTER.match(prose, description.end, sentence.end) is not None
    )


def in_longer_name(annotations: Annotations, description: Span) -> bool:
    """Whether a capitalised word before some words makes another name of them.

    "North Lakeside Mayor" is not of Lakeside, and "New South Wales" is not Wales.
    """
    prose, sentence = annotations.article.prose, annotations.sentence_at(description.start)
    left = max(sentence.start, description.start - _REACH)
    before = _CAPITALISED_BEFORE.search(prose, left, description.start)
    return before is not None and before["word"].lower() not in _NO_NAMES


def named_beside(annotations: Annotations, description: Span, *, of: bool = False) -> Named | None:
    """The name directly behind a description or in apposition to it; None where none surely is.

    Args:
        annotations: the article's layers.
        description: the words of an office, or of a capital with its place.
        of: whether "of" may stand before the name: "the Swiss capital of Bern".
    """
    prose, sentence = annotations.article.prose, annotations.sentence_at(description.start)
    links = [(_DIRECT, False), (_IS_NAME, True), (_COMMA, True), *([(_OF, False)] if of else [])]
    for link, must_close in links:
        joined = link.match(prose, description.end, sentence.end)
        found = _beginning_at(annotations, joined.end()) if joined else None
        if found is not None and found.run.sentence == sentence:
            if must_close and not _CLOSED.match(prose, found.span.end, sentence.end):
                return None
            return found
    left = max(sentence.start, description.start - _REACH)
    before = _NAME_BEFORE.search(prose, left, description.start)
    if before is None or not _ENDS.match(prose, description.end, sentence.end):
        return None
    return _ending_at(annotations, before.start())


def described_as_capital(annotations: Annotations, place: Span) -> Span | None:
    """The words that speak of the capital of a place, the place's included; None where none do."""
    prose, sentence = annotations.article.prose, annotations.sentence_at(place.start)
    before = _CAPITAL_BEFORE.search(prose, max(sentence.start, place.start - _REACH), place.start)
    if before is not None:
        return Span(before.start(), place.end)
    after = _CAPITAL_AFTER.match(prose, place.end, sentence.end)
    return Span(place.start, after.end()) if after else None


def _beginning_at(annotations: Annotations, offset: int) -> Named | None:
    """The rest of a run from the word that begins at an offset."""
    run, index = annotations.derived(_by_start).get(offset, (None, 0))
    return Named(run.parts[index:], run) if run else None


def _ending_at(annotations: Annotations, offset: int) -> Named | None:
    run = annotations.derived(_by_end).get(offset)
    return Named(run.parts, run) if run else None


def _by_start(annotations: Annotations) -> Mapping[int, tuple[NameRun, int]]:
    return {
        part.span.start: (run, index) for run in annotations.name_runs for index, part in enumerate(run.parts)
    }


def _by_end(annotations: Annotations) -> Mapping[int, NameRun]:
    return {run.span.end: run for run in annotations.name_runs}
