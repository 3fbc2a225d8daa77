"""Sentence boundaries of news copy, without spaCy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.dates.lexicon import MONTH_PATTERN, WEEKDAY_PATTERN
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.document.article import Article

_TITLES = "mr mrs ms dr prof sen sens rep reps gov govs lt gen col maj capt sgt cpl pvt adm cmdr rev hon"
_DATES = "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun"
_STATES = (
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla "
    "ore pa penn tenn tex va vt wash wis wyo w.va n.y n.j n.h n.m n.c n.d s.c s.d r.i"
)
_OTHERS = (
    "st mt ft jr sr inc co corp ltd bros vs no nos vol fig dept univ assn ave blvd e.g i.e "
    "u.s u.n u.k e.u d.c"
)
_ABBREVIATIONS = frozenset(" ".join((_TITLES, _DATES, _STATES, _OTHERS)).split())

MAX_LENGTH = 2_000
"""Code points after which a stretch without an end mark is cut.

The longest of 12,800 sentences of news copy has 496. What looks at the whole sentence around each word
of it would otherwise take the square of the time on a file that is one line of names.
"""

_END = regex(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+|\n")
_WORD_GOES_ON = regex(r"\w*")
_WORD_BEFORE = regex(r"[\w.'-]+$")
# "8 p.m. Tuesday" and "8 p.m. EST" go on; "8 p.m. Doors open" does not.
_TIME_GOES_ON = regex(rf"(?:{WEEKDAY_PATTERN}|{MONTH_PATTERN}|[ACEMP][SD]?T|GMT|UTC|BST)\b")


def split_sentences(article: Article) -> tuple[Span, ...]:
    """The sentences of all blocks, in order, without surrounding white space.

    A line end within a block ends a sentence unless the next line goes on in lower case, as
    hard-wrapped copy does after any word and headlines and captions never do. What is longer than
    ``MAX_LENGTH`` is cut between words.
    """
    return tuple(
        piece
        for block in article.blocks
        for sentence in _split(article.prose, block.span)
        for piece in _cut(article.prose, sentence)
    )


def _split(prose: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(prose, block.start, block.end):
        if _ends_sentence(prose, start, match, block.end):
            yield from _trimmed(prose, start, match.end())
            start = match.end()
    yield from _trimmed(prose, start, block.end)


def _ends_sentence(prose: str, start: int, match: re.Match[str], limit: int) -> bool:
    following = prose[match.end() : min(match.end() + 2, limit)].lstrip("\"'“‘([")[:1]
    if match.group() == "\n":
        return not (following.islower() or _wraps(prose, start, match.start()))
    if following.islower():
        return False
    if not match.group().startswith("."):
        return True
    before = _WORD_BEFORE.search(prose, max(start, match.start() - 20), match.start())
    if before is None:
        return True
    word = before.group()
    if word.lower() in ("a.m", "p.m"):
        return _TIME_GOES_ON.match(prose, match.end(), limit) is None
    is_initial = word.isupper() and all(len(letter) == 1 for letter in word.split("."))
    return not (is_initial or word.lower() in _ABBREVIATIONS)


def _wraps(prose: str, start: int, end: int) -> bool:
    """Whether the line ending at ``end`` looks cut by a margin: long, and without final punctuation."""
    line = prose[max(start, prose.rfind("\n", start, end) + 1) : end].rstrip()
    return 50 <= len(line) <= 120 and line[-1:] not in '.!?"”:'


def _cut(prose: str, sentence: Span) -> Iterator[Span]:
    """A sentence in pieces of ``MAX_LENGTH`` at most, unless one word is longer."""
    start = sentence.start
    while sentence.end - start > MAX_LENGTH:
        limit = start + MAX_LENGTH
        end = max(prose.rfind(" ", start + 1, limit), prose.rfind("\n", start + 1, limit))
        if end < 0:
            rest = _WORD_GOES_ON.match(prose, limit, sentence.end)
            end = rest.end() if rest else limit
        yield from _trimmed(prose, start, end)
        start = end
    yield from _trimmed(prose, start, sentence.end)


def _trimmed(prose: str, start: int, end: int) -> Iterator[Span]:
    words = prose[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if left < right:
        yield Span(start + left, start + right)
