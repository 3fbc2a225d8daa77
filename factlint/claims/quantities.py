"""Quantities as claims: how many of what, of which whole, said how surely and of which time."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.quantities import Dimension, Quantity
from factlint.annotate.quantities.templates import Template, templates
from factlint.claims.base import Claim
from factlint.claims.people import CASUALTIES, CASUALTY
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityClaim(Claim):
    """The copy says how many or how much of something there is.

    Attributes:
        quantity: the number, with unit, hedge and rate.
        counted: the head noun of what is counted, in the singular and in lower case; empty where
            none is found.
        modifiers: the words between number and head, in lower case.
        event: what befell the people counted: ``dead``, ``hurt``, ``held``, ...; else empty.
        is_part: whether it is one part of a larger number ("three of them", "12 more"), or said of another
            thing of its kind ("a second study of 40 patients").
        is_definite: whether it speaks of things named before, as "the five judges" and "the court's
            five judges" do.
        restriction: the first two words that say which of the things are meant ("who dissented"), in lower
            case; empty where none do.
        is_update: whether the sentence says that the number has changed ("has risen to").
        times: the TIMEX3 values of the time expressions in its sentence.
        context: the stems of the other words of its sentence that carry meaning.
        names: the capitalised words of its sentence behind the first.
    """

    quantity: Quantity
    counted: str
    modifiers: tuple[str, ...]
    event: str
    is_part: bool
    is_definite: bool
    is_update: bool
    times: tuple[str, ...]
    context: frozenset[str]
    names: frozenset[str]
    restriction: tuple[str, ...] = ()

    def counts_the_same_things(self, other: QuantityClaim) -> bool:
        """Whether a later place counts things of one noun, and no word says that they are others."""
        if not self.counted or self.counted != other.counted:
            return False
        modifiers, others = set(self.modifiers), set(other.modifiers)
        if not (modifiers <= others or others <= modifiers) or _SELECTING & (modifiers ^ others):
            return False
        # What was told which it is when named first is just "the five judges" later.
        return other._fits(self) and (self._fits(other) or (other.is_definite and not other.restriction))

    @property
    def is_told_apart(self) -> bool:
        """Whether a clause or a phrase says which of the things are meant: "who dissented", "in York"."""
        return bool(self.restriction) and self.restriction[0] in _RESTRICTING

    def _fits(self, other: QuantityClaim) -> bool:
        """Whether its restriction may hold of the other's: "the homes destroyed", "destroyed 40 homes"."""
        if not self.restriction or self.restriction == other.restriction:
            return True
        return (
            self.is_definite
            and stems(self.restriction[0]) <= other.context
            and _is_participle(self.restriction[0])
        )

    def is_of_another_time_than(self, other: QuantityClaim) -> bool:
        """Whether the two may hold at unlike times: one is an update, or their sentences name others."""
        if self.is_update or other.is_update:
            return True
        return bool(self.times and other.times and set(self.times) ^ set(other.times))


_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "police": "police",
    "lives": "life", "wives": "wife", "knives": "knife", "feet": "foot", "countries": "country",
    "troops": "troop",
}  # fmt: skip
_AFTER = regex(r"(?:[ -][A-Za-z][\w'-]{0,20}){1,6}")
_ENDS_NOUN = frozenset(
    "of in on at for to from with by and or who that which were was are is have has had will would can "
    "could said as than but while when after before during against over since into including they he she "
    "it the a an this".split()
)
_WORTH = regex(r"\b(?P<noun>[a-z]{3,20}) (?:worth|of|for|totalling|totaling|valued at|costing) (?:the |a )?$")
# "$3 million in damages".
_IN_NOUN = re.compile(r" in (?P<noun>[a-z]{3,20}s)(?![\w-])")
_DETERMINERS = frozenset("the all its their his her our your my these those".split())
_PART_BEFORE = regex(
    r"\b(?:another|other|additional|further|extra|including|the other|among them|first|last|next|remaining"
    r"|initial)[ ]$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:second|third|another|separate|different|rival)[ ][^.,;:]{0,25}$", re.IGNORECASE)
_PART_AFTER = regex(
    r" (?:of (?:the|them|whom|which|those|these|its|his|her|their)|more|other|others|another|additional"
    r"|further)\b"
)
_DEFINITE = re.compile(
    r"(?:\b(?:the|those|these)|(?<!\bthat)(?<!\bit)(?<!\bhe)(?<!\bshe)(?<!\bhere)(?<!\bwhat)['’]s) $",
    re.IGNORECASE,
)
# "The five judges who dissented" need not be five judges named before.
_RESTRICTING = frozenset(
    "who that which whose from in of at on for with without under aged still now between among near outside"
    " inside".split()
)
# "The two main suspects" are not all, "the two remaining seats" not those of before.
_SELECTING = frozenset(
    "main chief key top leading other another more additional remaining new old former first last next"
    " final different further extra local foreign".split()
)
_RISES = regex(
    r"\b(?:ris(?:es|en|ing)|rose|climb(?:s|ed|ing)?|grow(?:s|n)?|grew|jump(?:s|ed)?|raised?|lowered"
    r"|raising)\b",
    re.IGNORECASE,
)
_REVISED = regex(
    r"\b(?:revised|updated|earlier|previous|previously|initial|initially|originally|at first|now|so far|up "
    r"from|down from|later|corrected)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[A-Za-z][A-Za-z']{2,}")
_NAME = regex(r"(?<=[a-z,;:] )[A-Z][a-z]+")
_STOP = frozenset(
    "the and for that with was were are has have had from this they their them his her its who which will "
    "would could about into over after before more than been being also said says say when while where "
    "what there some other others only just not but all one two people person according including during "
    "against between percent million billion trillion thousand dozen hundred least nearly almost year "
    "years month months week weeks day days time times new news told saying may might can did does don out "
    "off per".split()
)
_SUFFIX = regex(r"(?:'s|s'|ings?|ers?|ed|es|s|e|ions?|al)$")


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All quantities of an article as claims, in order."""
    return annotations.derived(quantity_claims)


def quantity_claims(annotations: Annotations) -> tuple[QuantityClaim, ...]:
    """The same, typed; ``annotations.derived`` keeps them."""
    timexes = iter(annotations.timexes)
    timex = next(timexes, None)
    claims: list[QuantityClaim] = []
    for template in templates(annotations):
        values: list[str] = []
        while timex is not None and timex.span.start < template.sentence.end:
            if timex.span.start >= template.sentence.start:
                values.append(timex.value)
            timex = next(timexes, None)
        sentence = _Sentence(
            template=template,
            quoted=annotations.is_quoted,
            times=tuple(values),
            context=stems(template.text),
            names=frozenset(_NAME.findall(template.text, 1)),
            revises=_REVISED.search(template.text) is not None,
            rises=_RISES.search(template.text) is not None,
        )
        claims += (sentence.claim(rank) for rank in range(len(template.quantities)))
    return tuple(claims)


def claim_of_sentence(annotations: Annotations, quantity: Quantity) -> QuantityClaim:
    """A quantity that the layer does not have, such as a length of time, as a claim of its sentence."""
    sentence = annotations.sentence_at(quantity.span.start)
    text = sentence.of(annotations.article.prose)
    timexes = annotations.timexes
    first = bisect_left(timexes, sentence.start, key=lambda timex: timex.span.start)
    last = bisect_left(timexes, sentence.end, key=lambda timex: timex.span.start)
    return QuantityClaim(
        span=quantity.span,
        sentence=sentence,
        quoted=annotations.is_quoted(quantity.span),
        quantity=quantity,
        counted="",
        modifiers=(),
        event="",
        is_part=False,
        is_definite=False,
        is_update=_REVISED.search(text) is not None,
        times=tuple(timex.value for timex in timexes[first:last] if timex.span != quantity.span),
        context=stems(text),
        names=frozenset(_NAME.findall(text, 1)),
    )


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning; "killed" and "kills" share one."""
    return frozenset(
        _SUFFIX.sub("", word) if len(word) > 4 else word
        for word in (match.group().lower() for match in _WORD.finditer(text))
        if word not in _STOP
    )


class _Sentence(NamedTuple):
    """What all quantities of a sentence share."""

    template: Template
    quoted: Callable[[Span], bool]
    times: tuple[str, ...]
    context: frozenset[str]
    names: frozenset[str]
    revises: bool
    rises: bool

    def claim(self, rank: int) -> QuantityClaim:
        """The claim of the quantity of that rank."""
        quantity, text, at = self.template.quantities[rank], self.template.text, self.template.offsets[rank]
        before = text[max(0, at - 40) : at]
        after = _AFTER.match(text, at + 1)
        words = after.group().replace("-", " ").split() if after else []
        counted, modifiers = _head(words)
        if not counted and quantity.dimension is Dimension.CURRENCY:
            counted, modifiers = _attributed(words)
            worth = _WORTH.search(before)
            if not counted and worth is not None:
                counted = singular(worth["noun"])
            inside = _IN_NOUN.match(text, at + 1)
            if not counted and inside is not None:
                counted = singular(inside["noun"])
        if not counted and quantity.is_percentage and words[:1] == ["of"]:
            rest = words[1:] if words[1:2] and words[1] not in _DETERMINERS else words[2:]
            counted, modifiers = _head(rest)
        return QuantityClaim(
            span=quantity.span,
            sentence=self.template.sentence,
            quoted=self.quoted(quantity.span),
            quantity=quantity,
            counted=counted,
            modifiers=modifiers,
            event=_event(text, at, self.template) if quantity.is_count else "",
            is_part=_PART_BEFORE.search(before) is not None
            or _ANOTHER.search(before) is not None
            or _PART_AFTER.match(text, at + 1) is not None,
            is_definite=_DEFINITE.search(before) is not None,
            restriction=_restriction(words[len(modifiers) + 1 :])
            if counted and quantity.unit is None
            else (),
            # "Rose 4 percent" gives a change itself, "rose to 14" a number that was another before.
            is_update=self.revises or (self.rises and quantity.dimension is not Dimension.SHARE),
            times=self.times,
            context=self.context,
            names=self.names,
        )


def _restriction(words: list[str]) -> tuple[str, ...]:
    """The two words behind a noun if they say which of the things are meant."""
    first = words[0].lower() if words else ""
    return tuple(word.lower() for word in words[:2]) if first in _RESTRICTING or _is_participle(first) else ()


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) and len(word) > 4


def _head(words: list[str]) -> tuple[str, tuple[str, ...]]:
    """The head noun behind a number and the words before it: the first plural, as news nouns are."""
    modifiers: list[str] = []
    for rank, word in enumerate(words):
        lower = word.lower()
        # "12 wounded in Lyon" has no noun, "12 wounded soldiers" has one.
        verb = lower.endswith("ed") and not modifiers and not _is_plural("".join(words[rank + 1 : rank + 2]))
        if lower in _ENDS_NOUN or verb:
            break
        if _is_plural(lower):
            return singular(lower), tuple(modifiers)
        modifiers.append(lower)
    return "", ()


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _ENDS_NOUN:
        return False
    return lower in _IRREGULAR or (lower.endswith("s") and not lower.endswith(("ss", "us", "is")))


def _attributed(words: list[str]) -> tuple[str, tuple[str, ...]]:
    """What an amount stands before: the contract of "a $3 million building contract"."""
    ends = next(
        (rank for rank, word in enumerate(words) if word in _ENDS_NOUN or word.endswith("ed")), len(words)
    )
    if not 1 <= ends <= 3:
        return "", ()
    return words[ends - 1].lower(), tuple(word.lower() for word in words[: ends - 1])


def singular(noun: str) -> str:
    """A plural noun in the singular, by the commonest rules of English spelling."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun.removesuffix("s")


_EVENT_AFTER = regex(
    rf"(?:[ ](?!(?:and|but|who|while|after|as|of|in|on"
    rf"|for)\b)[\w'-]{{1,20}}){{0,4}}?[ ](?P<word>{CASUALTY.pattern})",
    re.IGNORECASE,
)
_EVENT_BEFORE = regex(
    rf"(?P<word>{CASUALTY.pattern})(?:[ ](?:toll|of|at|to|is|was|stands|stood|reaches|reached|hits|hit|rises"
    rf"|rose|rising))*[ ]$",
    re.IGNORECASE,
)


def _event(text: str, at: int, template: Template) -> str:
    """What befell the people whom the number at an offset of the template counts."""
    rank = template.index(at)
    end = template.offsets[rank + 1] if rank + 1 < len(template.offsets) else len(text)
    before = _EVENT_BEFORE.search(text, max(0, at - 40), at)
    after = _EVENT_AFTER.match(text, at + 1, min(end, at + 90))
    found = before or after
    return CASUALTIES[found["word"].lower()] if found else ""
