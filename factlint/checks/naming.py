"""What the rules on names share: how a correction is worded, backed and made."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.checks.telling import telling
from factlint.checks.wording import named, office_in_words, tenure_in_words
from factlint.dates.partial import PartialDate
from factlint.kb.model import Fit
from factlint.rulekit.rule import Evidence, Fix

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.claims.names import NameClaim
    from factlint.kb.model import Entity, Tenure
    from factlint.linking.link import Misspelling
    from factlint.rulekit.context import ArticleContext

_OTHER_KINDS = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})


def is_no_person(claim: NameClaim, annotations: Annotations) -> bool:
    """Whether the language model takes the words for something other than a person's name.

    Raises:
        ModelError: there is no usable model.
    """
    return any(
        entity.label in _OTHER_KINDS and entity.span.covers(claim.span)
        for entity in annotations.named_entities(claim.sentence)
    )


def correction(found: Misspelling, context: ArticleContext) -> str:
    """Who is meant and why, in words: "Antony Blinken (Q…) was Secretary of State on 16 June 2021"."""
    if found.entity is None:
        wrong, right = found.replacements[0]
        return f"{wrong.text} has a letter three times in a row, {right} is a name"
    known = named(found.entity, found.name)
    tenure, when = _telling_office(found.entity, context)
    if tenure is not None:
        return f"{known} was {office_in_words(tenure)}{when}"
    description = re.split(r"[;|]", found.entity.description)[0]
    return f"{known}, {description}, may be meant" if description else f"{known} may be meant"


def _telling_office(person: Entity, context: ArticleContext) -> tuple[Tenure | None, str]:
    """The office that says best who somebody is: one held when the story came out, else the last before."""
    tenures = context.kb.tenures(person.id)
    day = context.published
    if day is not None:
        held = [tenure for tenure in tenures if tenure.validity.at(day) is Fit.YES]
        if held:
            return max(held, key=telling), f" on {PartialDate.of(day).in_words()}"
        before = [one for one in tenures if one.validity.start is None or one.validity.start.earliest <= day]
        tenures = tuple(before)
    best = max(tenures, key=telling, default=None)
    return (best, _span_of_time(best)) if best is not None else (None, "")


def _span_of_time(tenure: Tenure) -> str:
    start, end = tenure.validity.start, tenure.validity.end
    if start is None:
        return ""
    return f" from {start.year} to {end.year}" if end else f" from {start.year}"


def evidence(found: Misspelling, context: ArticleContext) -> tuple[Evidence, ...]:
    """The person's offices nearest to the story, and what tied the name to the person."""
    entity = found.entity
    backing: list[Evidence] = []
    if entity is not None:
        tenure, _ = _telling_office(entity, context)
        if tenure is not None:
            backing.append(Evidence(f"{entity.label}: {tenure_in_words(tenure)}", entity.id, tenure.source))
        else:
            backing.append(Evidence(f"{entity.label}: {entity.description}".rstrip(": "), entity.id))
    weighty = sorted((one for one in found.reasons if one.weight > 0), key=lambda one: -one.weight)
    backing.append(Evidence("; ".join(one.text for one in weighty)))
    return tuple(backing)


def fix(found: Misspelling) -> Fix | None:
    """The replacement of the misspelt words; None where other words stand between them."""
    parts = [part for part, _ in found.replacements]
    if any(right.span.start - left.span.end != 1 for left, right in pairwise(parts)):
        return None
    return Fix(found.span, " ".join(right for _, right in found.replacements))
