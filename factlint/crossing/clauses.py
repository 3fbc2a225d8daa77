"""The clause around words, with its verb, as far as the order of words shows; no parser is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.crossing.words import STOP, capitalised, stem, stems
from factlint.regex import regex
from factlint.text.span import Span

_BREAK = regex(
    r"[;:()\[\]\"“”—–]|,(?!\d)| - |\b(?:that|who|which|while|after|before|when|but|because|where|although"
    r"|though|since|until|if|whose|and then|as)\b",
    re.IGNORECASE,
)
_REACH = 220
"""So many characters on either side are looked at for the ends of the clause."""

_IRREGULAR = (
    "was|were|had|did|said|told|went|came|met|held|won|lost|took|gave|made|left|began|became|saw|wrote|got|sent"
    "|ran|spoke|led|found|died|rose|fell|kept|put|set|shot|struck|hit|paid|bought|sold|built|brought|fought|stood"
    "|sat|broke|chose|drew|drove|grew|threw|flew|quit|beat|beaten|stole|sank|swore|sworn|rang|drowned|burst|cut"
    "|tore|laid|says|is|are|will|would|could|may|might|must|meets|meet|opens|begins|starts|plans|votes|leaves|resigns"
    "|announces"
)
_VERB = regex(rf"(?<![\w-])(?:{_IRREGULAR}|[a-z]{{2,20}}ed|[a-z]{{3,20}}ing)(?![\w-])")
_AUXILIARY = frozenset(
    "was were had did is are will would could may might must been being be have has having going including "
    "during morning evening following according regarding concerning".split()
)
SPEECH = frozenset(
    stem(verb)
    for verb in "said told says announced announces stated declared tweeted wrote reported confirmed added "
    "noted posted insisted argued explained".split()
)
"""Stems of verbs of saying: what is said, and not that it is said, tells such clauses apart."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The stretch of a sentence between two breaks around some words.

    Attributes:
        span: the stretch.
        terms: stems of its words of meaning without the words themselves.
        names: its capitalised words, folded.
        verb: stem of the verb that the words most likely belong to; empty where there is none.
    """

    span: Span
    terms: tuple[str, ...]
    names: tuple[str, ...]
    verb: str


def clause_around(prose: str, sentence: Span, words: Span) -> Clause:
    """The clause of a sentence in which some words stand."""
    start, end = max(sentence.start, words.start - _REACH), min(sentence.end, words.end + _REACH)
    for found in _BREAK.finditer(prose, start, words.start):
        start = found.end()
    after = _BREAK.search(prose, words.end, end)
    end = after.start() if after else end
    before, behind = prose[start : words.start], prose[words.end : end]
    return Clause(
        Span(start, end),
        tuple(dict.fromkeys(stems(before) + stems(behind))),
        tuple(
            dict.fromkeys((*capitalised(before, skip_first=start == sentence.start), *capitalised(behind)))
        ),
        _verb(before, behind),
    )


def _verb(before: str, behind: str) -> str:
    """The last full verb before the words, else the first behind them."""
    verbs = [match.group() for match in _VERB.finditer(before)][::-1] + [
        match.group() for match in _VERB.finditer(behind)
    ]
    return next((stem(verb) for verb in verbs if verb not in _AUXILIARY), "")


_HEAD = regex(r"(?P<owned>'s)?[ \n]+(?:[a-z]+ed[ \n]+)?(?P<noun>[a-z]{3,20})\b")
_DETERMINER = regex(r"\b(?:the|an?|his|her|its|their|our|this|that)[ \n]$", re.IGNORECASE)


def head_after(prose: str, words: Span, limit: int) -> str:
    """Stem of the noun that a day stands before: "Tuesday's [hearing]", "his Sunday [announcement]"."""
    match = _HEAD.match(prose, words.end, limit)
    if match is None or match["noun"] in STOP:
        return ""
    owned = match["owned"] or _DETERMINER.search(prose, max(0, words.start - 7), words.start)
    return stem(match["noun"]) if owned else ""
