"""A person's name is spelt in two ways within one article.

Finds a surname that is nobody's in the article but a slip away from somebody's ("Merkle" after "Angela
Merkel", "pro-Merkle"), a full name that the article also has right, and one person under two spellings
that are both in use (Sergei and Sergey Lavrov). Which of the two is right is for the desk to say where
no known person decides it; that both stand in one story is wrong in any case.

Left alone: nicknames and initials, plurals ("the Obamas"), words and names of their own, other
people of nearly the same name, and spellings the copy marks with "[sic]".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.naming import evidence, fix
from factlint.claims.names import NameClaim
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


def _check(claim: NameClaim, context: ArticleContext) -> Judgement:
    found = claim.misspelling
    if found is None:
        known = bool(claim.mention.people)
        return Judgement.supported() if known else Judgement.unknown(Missing.KNOWLEDGE)
    if found.right_at is None:
        return Judgement.supported()
    wrong = " ".join(part.text for part, _ in found.replacements)
    right = " ".join(word for _, word in found.replacements)
    place = context.article.source.position(found.right_at.span.start)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{wrong} is spelt {right} elsewhere in the article (line {place.line})",
            subject=f"{found.entity.id if found.entity else found.name}:{wrong}",
            evidence=evidence(found, context),
            related=(Related(found.right_at.span, f"here {found.right_at.text}"),),
            fix=fix(found),
        )
    )


RULE = Rule(
    code="FL102",
    name="inconsistent-name",
    summary="A person's name is spelt in two ways within one article.",
    doc=__doc__,
    category=Category.NAME,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=NameClaim,
    check_claim=_check,
    invalid=(
        Example("Angela Merkel spoke first. Later [[Merkle]] left for Paris."),
        Example('Kirsten Ahrendsen won. "I am glad," said [[Ahrensden]].'),
        Example("Sergei Lavrov flew home. Hours later [[Sergey Lavrov]] spoke to reporters."),
    ),
    valid=(
        Example("Angela Merkel spoke first. Later Merkel left for Paris."),
        Example("Barack Obama came, and the Obamas stayed."),
        Example("Steven Mnuchin spoke. Later Steve Mnuchin left."),
    ),
)
