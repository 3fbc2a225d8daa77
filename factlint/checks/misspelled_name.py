"""A person's name is misspelt.

Finds a full name that no known person bears and that is a slip away from the name of somebody whom
the article must mean: "Anthony Blinken" with "Secretary of State" beside it, "Emanuel Macron",
"Ursula von der Layen". Misspelt names are what readers notice first and newspapers correct most.

What speaks for a misspelling is weighed against what speaks for another person. For: an office,
constituency, country or age that fits; the right spelling elsewhere in the article; letters swapped,
doubled or dropped so that no name is left; letters in a row that no known name has; how well known the
person is. A surname before the given name counts where nobody has the one as given name and many the
other, and a letter three times in a row always. Against: a word that many
people have as a name, company in which nobody of the person's sort or time is named, and whatever
introduces somebody new (a home town, a trade, relatives).

Left alone: names that some known person bears exactly, nicknames, other transliterations of names from
other scripts, initials and middle names, and whatever stays in doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.naming import correction, evidence, fix, is_no_person
from factlint.claims.names import NameClaim
from factlint.rulekit.rule import Category, Confidence, Example, Finding, Judgement, Missing, Rule, Severity

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


def _check(claim: NameClaim, context: ArticleContext) -> Judgement:
    found = claim.misspelling
    if found is None:
        known = bool(claim.mention.people)
        return Judgement.supported() if known else Judgement.unknown(Missing.KNOWLEDGE)
    if found.right_at is not None:
        return Judgement.supported()
    if not found.sure and is_no_person(claim, context.annotations):
        return Judgement.unknown(Missing.CONTEXT)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"no {found.mention.text} is known; {correction(found, context)}",
            subject=f"{found.entity.id if found.entity else found.name}:{found.mention.text}",
            evidence=evidence(found, context),
            fix=fix(found),
        )
    )


RULE = Rule(
    code="FL101",
    name="misspelled-name",
    summary="A person's name is misspelt.",
    doc=__doc__,
    category=Category.NAME,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=NameClaim,
    check_claim=_check,
    needs_model=True,
    invalid=(
        Example("US Secretary of State [[Anthony Blinken]] landed in Brussels.", date="2021-03-22"),
        Example("French President [[Emanuel Macron]] spoke in Paris on Friday.", date="2019-05-10"),
        Example("The rival candidate was Sen. [[Mitt Romeny]] of Utah.", date="2019-05-10"),
        Example("NATO Secretary-General [[Stoltenberg Jens]] spoke on Friday.", date="2019-05-10"),
        Example("[[Steven Hawking]], the physicist, was born in Oxford.", date="2018-03-14"),
        Example("The plumber, [[Willliam Brandtmann]], was not hurt."),
    ),
    valid=(
        Example("US Secretary of State Antony Blinken landed in Brussels.", date="2021-03-22"),
        Example("Anthony Blinker, 34, a baker from Leeds, won the prize.", date="2021-03-22"),
        Example("Sen. Mitt Romney and his wife, Ann, were there.", date="2019-05-10"),
        Example("Harry Kane and Son Heung-min passed to James Maddison.", date="2022-05-10"),
        Example("Orban Viktor, as Hungarians say, and Xi Jinping met.", date="2019-05-10"),
    ),
)
