"""An acronym and the words that the copy says it stands for do not belong together.

Finds "International Currency Fund (IMF)", "Customs and Immigration Enforcement (ICE)", "Bureau of Labor
Statistics (BSL)" and "World Health Organization (WTO)". Readers look such names up, and a wrong one in the
first paragraph is repeated through the whole story.

The letters must fail to be the initials of the words, and something must be known: the acronym of these
words, the one written being another's or a letter off; or what the acronym stands for, the words
differing from it by one or by their order; or the article itself goes on with an acronym that fits.
Well-known acronyms stand in ``rules/acronyms.csv``.

Left alone: acronyms of other languages (Doctors Without Borders, MSF), letters taken from within words,
small words with and without their initial, plurals, and whatever is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.claims.acronyms import AcronymClaim, acronyms_used, one_slip
from factlint.kb.acronyms import Acronyms, content_words, known_acronyms
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Fix,
    Judgement,
    Missing,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.rulekit.context import ArticleContext
    from factlint.text.span import Span

_SOURCE = "rules/acronyms.csv"


def _check(claim: AcronymClaim, context: ArticleContext) -> Judgement:
    if _fits(claim.acronym, _initialled(claim)):
        return Judgement.supported()
    known = known_acronyms()
    written = content_words(" ".join(token.text for token in claim.words))
    stands_for = known.expansions.get(claim.acronym, ())
    if any(_ends_with(written, content_words(words)) for words in stands_for):
        return Judgement.supported()
    if right := _acronym_of(written, claim.acronym, known):
        return _wrong_letters(claim, right)
    for words in stands_for:
        if (length := _nearly(written, content_words(words))) > 0:
            return _wrong_words(claim, length, words, context)
    right = _used_later(claim, context)
    return _wrong_letters(claim, right) if right else Judgement.unknown(Missing.KNOWLEDGE)


def _initialled(claim: AcronymClaim) -> list[str]:
    return [part.lower() for token in claim.words for part in token.text.split("-") if part]


def _fits(acronym: str, words: Sequence[str]) -> bool:
    """Whether each letter begins a word, or follows the one before it within the same word."""
    letters = acronym.lower()
    # (word, place in it) of the letters matched so far: all ways at once.
    states = {(index, 0) for index, word in enumerate(words) if word[0] == letters[0]}
    for letter in letters[1:]:
        following = set()
        for index, place in states:
            inside = words[index].find(letter, place + 1)
            if inside > 0:
                following.add((index, inside))
            following.update(
                (later, 0) for later in range(index + 1, len(words)) if words[later][0] == letter
            )
        states = following
    return bool(states)


def _ends_with(written: tuple[str, ...], known: tuple[str, ...]) -> bool:
    return written[-len(known) :] == known


def _nearly(written: tuple[str, ...], known: tuple[str, ...]) -> int:
    """How many of the last words are the known ones but for one word or their order; 0 if they are not."""
    last = written[-len(known) :]
    if len(last) != len(known):
        return 0
    differing = sum(one != other for one, other in zip(last, known, strict=True))
    reordered = len(known) > 2 and sorted(last) == sorted(known)
    return len(known) if differing == 1 or reordered else 0


def _acronym_of(written: tuple[str, ...], acronym: str, known: Acronyms) -> str:
    """The acronym of the last words, if it is one of initials and the one written is another's or a slip."""
    for start in range(len(written) - 1):
        for right in known.by_words.get(written[start:], ()):
            if _fits(right, written[start:]) and (acronym in known.expansions or one_slip(acronym, right)):
                return right
    return ""


def _used_later(claim: AcronymClaim, context: ArticleContext) -> str:
    """An acronym that fits, a slip from this one, with which the article goes on instead of this one."""
    used = context.annotations.derived(acronyms_used)
    if used.last_places.get(claim.acronym, 0) >= claim.span.end:
        return ""
    words = _initialled(claim)
    fitting = [
        other
        for other in used.near(claim.acronym)
        if used.last_places[other] >= claim.span.end and _fits(other, words)
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _wrong_words(claim: AcronymClaim, length: int, right: str, context: ArticleContext) -> Judgement:
    span = _last_content_words(claim, length)
    written = " ".join(context.article.words(span).split())
    return Judgement.refuted(
        Finding(
            span=span,
            message=f"{claim.acronym} stands for {right}, not {written}",
            subject=f"acronym:{claim.acronym}",
            evidence=(Evidence(f"{claim.acronym}: {right}", source=_SOURCE),),
        )
    )


def _last_content_words(claim: AcronymClaim, length: int) -> Span:
    tokens = list(claim.words)
    start = len(tokens) - 1
    while start > 0 and len(content_words(" ".join(token.text for token in tokens[start:]))) < length:
        start -= 1
    return tokens[start].span.join(tokens[-1].span)


def _wrong_letters(claim: AcronymClaim, right: str) -> Judgement:
    words = " ".join(token.text for token in claim.words)
    return Judgement.refuted(
        Finding(
            span=claim.acronym_span,
            message=f"{claim.acronym} is not the acronym of these words; {right} is",
            subject=f"acronym:{claim.acronym}",
            evidence=(Evidence(f"{right}: {words}", source=_SOURCE),),
            fix=Fix(claim.acronym_span, right),
        )
    )


RULE = Rule(
    code="FL105",
    name="acronym-mismatch",
    summary="An acronym does not belong to the words that it is said to stand for.",
    doc=__doc__,
    category=Category.NAME,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    claim=AcronymClaim,
    check_claim=_check,
    invalid=(
        Example("The [[International Currency Fund]] (IMF) lent Ghana $1 billion."),
        Example("Agents of [[Customs and Immigration Enforcement]] (ICE) came at dawn."),
        Example("Figures of the Bureau of Labor Statistics ([[BSL]]) are due on Friday."),
        Example("The World Health Organization ([[WTO]]) warned of a new wave."),
        Example("The Harbour Conservation Trust ([[HTC]]) bought the pier. The HCT will mend it."),
    ),
    valid=(
        Example("The International Monetary Fund (IMF) lent Ghana $1 billion."),
        Example("A nurse of Doctors Without Borders (MSF) met officials of FIFA."),
        Example("The Kurdistan Workers' Party (PKK) and the Social Democrats (SPD) were named."),
        Example(
            "NGOs and other nongovernmental organizations (NGOs) in the United Arab Emirates (U.A.E.) wrote."
        ),
        Example("The Swiss People's Party (SVP) and the Socialist Party (PS) lost."),
        Example("Patients with tuberculosis (TB) need months of care."),
    ),
)
