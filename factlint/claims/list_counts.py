"""Claims that a list has so many items: "three countries: France, Italy and Spain"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Hedge, Quantity
from factlint.annotate.quantities.templates import MARK, Template, templates
from factlint.claims.base import Claim
from factlint.kb.model import EntityKind
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations

LONGEST_LIST = 20
"""Longer lists than this many items are not spelled out in copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCountClaim(Claim):
    """The copy announces a number of things and then lists them.

    Attributes:
        count: the number.
        noun: what is listed, as written ("Baltic states").
        items: the items as written.
    """

    count: Quantity
    noun: str
    items: tuple[str, ...]


_NOUN = r"(?P<noun>(?:[ ][\w'-]{1,20}){1,4}?)"
_ANNOUNCED = regex(
    rf"{MARK}{_NOUN}(?:(?P<colon>:)|[ ]?(?P<dash>[–—]|(?<=[ ])--?(?=[ ]))"
    rf"|[ ](?P<bracket>\())[ ]?(?P<list>[^:()–—{MARK}]{{3,400}})"
)
# "She has two children, Anna, Boris and Clara."
_CHILDREN = regex(
    rf"\b(?:has|have|had|leaves|by|with|of) (?:his |her |their )?{MARK}(?P<noun>(?: [a-z]{{3,12}})? "
    rf"(?:children|sons|daughters|brothers|sisters|siblings)),(?P<list> [A-Z][^:;()–—{MARK}]{{3,200}})$"
)
# "two of the five states: ..." lists the two.
_PART_OF = regex(
    rf"(?:{MARK}|\b(?i:one|some|most|many|any|each|several|few|half|all but \w+))(?: [\w'-]+)? of (?:the "
    rf"|its |his |her |their |these |those )?$"
)
_PLURAL = regex(r"(?:[a-z]{2,}(?<!s)s|people|men|women|children|police|countrymen|[A-Z][a-z]+(?<!s)s)$")
_IN_A_PLACE = regex(r" (?:in|of|on|from|at) (?:the |its |his |her |their )?[\w'-]+$")
_OPEN_NOUN = regex(
    r"\b(?:other|others|more|such|like|including|include|words?|times|points?|said|says|added)\b"
)
_OPEN_LIST = regex(
    r"[\"“”‘…;?!]|\b(?:or|including|include|includes|such as|etc|others?|more|among|both|plus|along with"
    r"|as well as|then|but|nor)\b|\bboth\b|\.\.",
    re.IGNORECASE,
)
_SEPARATOR = regex(r"(?:,? and |, ?| & )")
_AGE = regex(r",? (?:\(\d{1,3}\)|(?<=, )\d{1,3})(?=,| and |$)")
_NAME_ITEM = regex(
    r"(?:(?:the|The) )?(?:[A-Z][\w'.-]*)(?: (?:[A-Z][\w'.-]*|of|the|de|la|del|van|von|for|al|bin|el))*"
)
_GIVEN_NAME = regex(r"[A-Z][a-z'-]{1,15}")
_COMMON_ITEM = regex(r"(?:[a-z][a-z'-]*)(?: [a-z][a-z'-]*){0,2}")
_NOT_AN_ITEM = regex(
    r"\b(?:is|are|was|were|be|been|will|would|has|have|had|to|that|who|which|whose|where|when|not|no|with"
    r"|it|they|he|she|we|you|an?|its?|his|her|their|so|as|if|by|on|at|for|from|into|said|says)\b"
)
_APPOSED = regex(r"(?:[RDI]-[A-Z].*|Jr\.?|Sr\.?|Inc\.?|Ltd\.?|LLC|II|III|IV|D\.?C\.?|[A-Z][a-z]{1,4}\.)")
_DASHES = regex(r" ?[–—] ?| --? ")


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All announced lists, in order."""
    return tuple(claim for template in templates(annotations) for claim in _claims(annotations, template))


def _claims(annotations: Annotations, template: Template) -> Iterator[Claim]:
    text = template.text
    for match in _ANNOUNCED.finditer(text):
        count = template.quantities[template.index(match.start())]
        noun = match["noun"].strip()
        if not _announces(count, noun) or _PART_OF.search(text, max(0, match.start() - 40), match.start()):
            continue
        listed = _whole_list(text, match)
        if listed is None:
            continue
        items = _items(listed)
        if items is None or _pairs_places(annotations, template.sentence, items):
            continue
        yield _claim(annotations, template, count, noun, items)
    for match in _CHILDREN.finditer(text):
        count = template.quantities[template.index(text.index(MARK, match.start()))]
        noun = match["noun"].strip()
        items = _items(match["list"].strip().rstrip("."))
        if (
            items is not None
            and _announces(count, noun)
            and all(_GIVEN_NAME.fullmatch(item) for item in items)
        ):
            yield _claim(annotations, template, count, noun, items)


def _claim(
    annotations: Annotations, template: Template, count: Quantity, noun: str, items: tuple[str, ...]
) -> ListCountClaim:
    return ListCountClaim(
        span=count.span,
        sentence=template.sentence,
        quoted=annotations.is_quoted(count.span),
        count=count,
        noun=noun,
        items=items,
    )


def _announces(count: Quantity, noun: str) -> bool:
    head = _IN_A_PLACE.sub("", f" {noun}").strip()
    return (
        count.is_count
        and count.hedge is Hedge.NONE
        and not count.attributive
        and 2 <= count.low <= LONGEST_LIST
        and _PLURAL.search(head) is not None
        and _OPEN_NOUN.search(noun) is None
    )


def _whole_list(text: str, match: re.Match[str]) -> str | None:
    """The list if it is closed: by its bracket or dash, or by the sentence's end."""
    rest = text[match.end() : match.end() + 2]
    listed = match["list"]
    if match["bracket"]:
        return listed if rest.startswith(")") else None
    if match["dash"]:
        if rest[:1] in ("–", "—"):
            return listed.strip()
        closing = _DASHES.search(listed)
        if closing is not None:
            return listed[: closing.start()]
    if rest:
        return None
    return re.sub(r"[.]?['\"”’]?$", "", listed.strip())


def _items(listed: str) -> tuple[str, ...] | None:
    """The items of a list with one "and", before its last; None where it cannot be cut surely."""
    listed = _AGE.sub("", listed)
    if _OPEN_LIST.search(listed):
        return None
    separators = [match.group().strip() for match in _SEPARATOR.finditer(listed)]
    if not separators or not separators[-1].endswith(("and", "&")):
        return None
    if any(separator.endswith(("and", "&")) for separator in separators[:-1]):
        return None
    items = [item.strip() for item in _SEPARATOR.split(listed)]
    if any(_APPOSED.fullmatch(item) for item in items):
        return None
    if all(_NAME_ITEM.fullmatch(item) for item in items):
        return tuple(items)
    if all(_COMMON_ITEM.fullmatch(item) and not _NOT_AN_ITEM.search(item) for item in items):
        return tuple(items)
    return None


def _pairs_places(annotations: Annotations, sentence: Span, items: tuple[str, ...]) -> bool:
    """Whether some items may tell where others lie: "Austin, Texas, and Boise, Idaho"."""
    kinds: set[bool] = set()
    for place in annotations.places:
        if sentence.covers(place.span) and place.words in items:
            cities = place.of_kind(EntityKind.CITY)
            wider = place.of_kind(EntityKind.COUNTRY, EntityKind.REGION)
            if cities and wider:
                continue
            kinds.add(bool(wider))
    return len(kinds) == 2
