"""Claims about two people's ages: "Anna, 41, is five years older than her husband, Nils, 36"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.annotate.quantities.numerals import CARDINALS, alternatives
from factlint.claims.ages import AgeClaim, age_claims
from factlint.claims.base import Claim
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeDifferenceClaim(Claim):
    """The copy says by how many years one person is older than another, and gives both ages.

    Attributes:
        years: by how many the first is older; negative for younger.
        first: the age of the one.
        second: the age of the other.
    """

    years: int
    first: AgeClaim
    second: AgeClaim


_IS_OLDER = regex(
    rf"(?:,\s\d{{1,3}},|\s\(\d{{1,3}}\))?\s(?:is|was)\s(?P<words>(?P<years>\d{{1,2}}|{alternatives(CARDINALS)})\syears?"
    r"\s(?P<way>older|younger))\sthan\s(?:(?:his|her|their)\s(?:[\w-]{1,20}\s){0,2}?[\w-]{1,20},?\s)?"
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All such claims, in order; only where the copy gives one age for each of the two."""
    return tuple(_claims(annotations))


def _claims(annotations: Annotations) -> Iterator[Claim]:
    from factlint.linking.link import link_names

    prose, names = annotations.article.prose, annotations.derived(link_names)
    known: dict[str, dict[int, AgeClaim]] = {}
    for age in age_claims(annotations):
        if age.person and not age.at_death:
            known.setdefault(age.person, {})[age.age] = age
    for one, other in pairwise(names.mentions):
        match = _IS_OLDER.fullmatch(prose, one.span.end, other.span.start)
        if match is None or one.run.sentence != other.run.sentence:
            continue
        bearers = [names.bearers_of(mention) for mention in (one, other)]
        ages = [known.get(found[0].key, {}) if len(found) == 1 else {} for found in bearers]
        if any(len(given) != 1 for given in ages):
            continue
        years = CARDINALS.get(match["years"]) or int(match["years"])
        span = Span(*match.span("words"))
        (first,), (second,) = (tuple(given.values()) for given in ages)
        yield AgeDifferenceClaim(
            span=span,
            sentence=one.run.sentence,
            quoted=annotations.is_quoted(span),
            years=years if match["way"] == "older" else -years,
            first=first,
            second=second,
        )
