"""Claims that a whole has these parts: "12 dead: five men and seven women", "seven of the five"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Hedge, Quantity
from factlint.annotate.quantities.numerals import trailing_zeros
from factlint.annotate.quantities.templates import MARK, Template, templates
from factlint.claims.base import Claim
from factlint.claims.people import GROUP, PEOPLE
from factlint.claims.share_sums import percentages_of_one_whole
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class SumClaim(Claim):
    """The copy gives a whole and parts of it.

    Attributes:
        total: the whole; None where it is 100 percent.
        parts: the parts that the copy gives in numbers.
        more: how many further parts are one each, in words such as "a woman".
        complete: whether these are all the parts, so that they must add up to the whole.
        slack: by how much they may miss it because of rounding.
    """

    total: Quantity | None
    parts: tuple[Quantity, ...]
    more: int = 0
    complete: bool = False
    slack: Fraction = Fraction(0)

    @property
    def whole(self) -> Fraction:
        """The worth of the whole."""
        return self.total.low if self.total is not None else Fraction(100)

    @property
    def sum(self) -> Fraction:
        """The sum of the parts."""
        return sum((part.low for part in self.parts), Fraction(self.more))


_WHAT = r"(?P<what>(?:[ ][\w'-]{1,20}){0,8})"
_LISTED = regex(
    rf"(?P<total>{MARK}){_WHAT}(?:(?P<colon>:)|[ ]?(?P<dash>[–—]|(?<=[ ])--?(?=[ ]))|(?P<bracket>[ ]\()"
    rf"|(?P<comma>,))[ ]?(?P<items>{MARK}[^:;()–—]{{3,300}})"
)
_COMPOSED = regex(
    rf"(?P<total>{MARK})(?P<what>(?:[ -][\w'-]{{1,20}}){{1,5}}),? (?:is |was |are |were )?"
    rf"(?P<composed>composed of|made up of|consisting of|consists of|comprising) "
    rf"(?P<items>{MARK}[^:;()–—]{{3,300}})"
)
# "a jury of 12, seven women and six men".
_BODY_OF = regex(r"\b(?:jury|panel|group|team|crew|board|committee|council|family|party|cabinet|squad) of $")
_TOTAL_OF = regex(r"\b(?:a|the|combined|grand) total of $", re.IGNORECASE)
_SPLIT = regex(r"(?:,? and |, )")
_ITEM = regex(rf"(?:(?P<number>{MARK})|an?|one)(?P<words>(?: [\w'.-]{{1,20}}){{1,6}})")
_NOT_A_PART = regex(
    r"\b(?:each|other|others|more|another|them|whom|who|which|times|later|earlier|further|additional"
    r"|apiece|to|than|as|if|per|were|was|are|is|has|have|had|would|will|could|may|might|aged?|years?|months?|weeks?|days?|hours?"
    r"|minutes?|percent|points?)\b"
)
# "Two goals: five schools by spring and three by autumn": what is counted has no parts of its kind.
_KINDS = regex(
    r"\b(?:parts|goals|aims|targets|steps|stages|phases|ways|reasons|things|demands|proposals|plans"
    r"|options|scenarios|categories|groups|teams|types|kinds|forms|measures|conditions|rules|levels|tiers"
    r"|rounds|waves|sections|sessions|questions|items|tracks)\b"
)
_IN_A_PLACE = regex(r"^(?: [a-z]+){0,3} (?:in|at|on|from|near|for|against) (?:the )?[A-Z]")
_WHERE = regex(r" (?:in|at|on|from|near|for|against|by|to|of|with)\b")
_INCLUDING = regex(
    rf"(?P<total>{MARK}){_WHAT},? including (?P<part>{MARK})(?P<kind>(?: [\w'-]{{1,20}}){{1,3}})"
)
_OF_THE = regex(
    rf"(?P<part>{MARK}) of (?:the|its|their|his|her|those|these|our|all) (?P<total>{MARK})(?! (?:best|most"
    rf"|largest|biggest|top|per))"
)
_OF_THEM = regex(
    rf"^(?P<before>[^{MARK}]{{0,200}})(?P<total>{MARK})(?P<what>[^{MARK};:]{{1,120}}), (?P<part>{MARK}) of "
    rf"(?:them|whom|which)\b"
)
_OF_TOTAL = regex(
    rf"^Of (?:the |those |these |its |their )?(?P<total>{MARK})(?P<what>[^{MARK},]{{1,60}}), "
    rf"(?P<part>{MARK})(?! (?:in|times|years|of)\b)(?P<kind>[^{MARK}]{{1,60}})"
)
_VAGUE_MANY = regex(
    r"\b(?:thousands|hundreds|dozens|scores|millions|many|several|others|people|more|men|women|troops"
    r"|members)\b",
    re.IGNORECASE,
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All wholes with parts, in order of sentences."""
    claims: list[Claim] = []
    for template in templates(annotations):
        if len(template.quantities) < 2:
            continue
        for total, parts, more, complete in _sums(template):
            span = total.span if total is not None else parts[0].span.join(parts[-1].span)
            claims.append(
                SumClaim(
                    span=span,
                    sentence=template.sentence,
                    quoted=annotations.is_quoted(span),
                    total=total,
                    parts=parts,
                    more=more,
                    complete=complete,
                    slack=_slack(total, parts),
                )
            )
    return tuple(claims)


_Sum = tuple[Quantity | None, tuple[Quantity, ...], int, bool]


def _sums(template: Template) -> Iterator[_Sum]:
    yield from _listed(template)
    for pattern, fits in (
        (_INCLUDING, _includes),
        (_OF_THE, _any),
        (_OF_THEM, _refers_back),
        (_OF_TOTAL, _any),
    ):
        for match in pattern.finditer(template.text):
            total, part = template.quantity(match, "total"), template.quantity(match, "part")
            if _addable(total, part) and fits(match):
                yield total, (part,), 0, False
    for parts in percentages_of_one_whole(template):
        yield None, parts, 0, False


def _listed(template: Template) -> Iterator[_Sum]:
    text = template.text
    for match in (*_LISTED.finditer(text), *_COMPOSED.finditer(text)):
        composed = "composed" in match.groupdict()
        total = template.quantity(match, "total")
        cut = _cut(template, match)
        if cut is None or total.hedge is not Hedge.NONE or (total.attributive and not composed):
            continue
        parts, more, kinds = cut
        if len(parts) + more < 2 or not all(
            _addable(total, part) and part.hedge is Hedge.NONE for part in parts
        ):
            continue
        before = text[max(0, match.start() - 20) : match.start()]
        people = PEOPLE.search(match["what"]) is not None or _BODY_OF.search(before) is not None
        sure = (people and all(GROUP.match(kind) for kind in kinds)) or all(
            _IN_A_PLACE.match(kind) for kind in kinds
        )
        if not composed and match["comma"]:
            if sure:
                yield total, parts, more, _TOTAL_OF.search(before) is not None
        elif sure or (
            _KINDS.search(match["what"]) is None
            and all(part.low < total.low for part in parts)
            and len({_WHERE.match(kind) is None for kind in kinds}) == 1
        ):
            yield total, parts, more, True


def _cut(template: Template, match: re.Match[str]) -> tuple[tuple[Quantity, ...], int, list[str]] | None:
    """The parts, how many more are one each, and the words behind each; None if it is no such list."""
    items = _closed(template.text, match)
    if items is None or " and " not in items:
        return None
    parts: list[Quantity] = []
    more, kinds, offset = 0, [], match.start("items")
    for item in _SPLIT.split(items):
        at = template.text.index(item, offset)
        offset = at + len(item)
        read = _ITEM.fullmatch(item)
        if read is None or _NOT_A_PART.search(read["words"]):
            return None
        kinds.append(read["words"])
        if read["number"]:
            parts.append(template.quantities[template.index(at)])
        else:
            more += 1
    return (tuple(parts), more, kinds) if parts else None


def _closed(text: str, match: re.Match[str]) -> str | None:
    """The items as far as they go: to the bracket, the dash, the sentence's end or a new clause."""
    groups, items = match.groupdict(), match["items"]
    following = text[match.end() : match.end() + 1]
    if groups.get("bracket"):
        return items if following == ")" else None
    if groups.get("dash"):
        return items.strip(" .") if following in ("–", "—", "") else None
    if groups.get("colon"):
        return None if following else items.rstrip(". ")
    last = items.find(" and ")
    clause = items.find(",", last)
    if last >= 0 and clause >= 0:
        return items[:clause]
    return None if following else items.rstrip(". ")


def _addable(total: Quantity, part: Quantity) -> bool:
    if not total.same_measure(part) or total.is_range or part.is_range or total.form is not part.form:
        return False
    return total.is_count or total.scale > 1


def _any(_match: re.Match[str]) -> bool:
    return True


def _includes(match: re.Match[str]) -> bool:
    return GROUP.match(match["kind"]) is not None and PEOPLE.search(match["what"]) is not None


def _refers_back(match: re.Match[str]) -> bool:
    """Whether "of them" can only be of the number before it."""
    return (
        _VAGUE_MANY.search(match["before"]) is None
        and re.match(r" [\w'-]*s\b| people| men| women", match["what"]) is not None
    )


def _slack(total: Quantity | None, parts: tuple[Quantity, ...]) -> Fraction:
    """How far rounding may put the sum off: nothing where things are counted one by one."""
    if total is None:
        return sum((part.step / 2 for part in parts), Fraction(0)) + 1
    rounded = [
        part
        for part in (total, *parts)
        if part.scale > 1 or (part.low >= 1000 and trailing_zeros(part.low) > 1)
    ]
    return sum(
        (
            max(part.step, Fraction(10 ** trailing_zeros(part.low)) if part.scale == 1 else part.step) / 2
            for part in rounded
        ),
        Fraction(0),
    )
