"""Claims about names: that somebody is called what the copy calls them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.claims.base import Claim

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.kb.store import Snapshot
    from factlint.linking.link import Misspelling
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class NameClaim(Claim):
    """A person's name as the copy spells it.

    Attributes:
        mention: the name.
        misspelling: whose name it is, misspelt; None where nothing speaks for that.
    """

    mention: Mention
    misspelling: Misspelling | None = None


def extract(annotations: Annotations) -> tuple[NameClaim, ...]:
    """The full names of an article's people and those shorter ones that are misspelt, in order."""
    from factlint.linking.link import link_names

    names = annotations.derived(link_names)
    claims = []
    for mention in names.mentions:
        misspelling = names.misspellings.get(mention.span.start)
        if misspelling is not None or (mention.full and _names_somebody(mention, annotations.kb)):
            span = misspelling.mention.span if misspelling else mention.span
            claims.append(
                NameClaim(
                    span=span,
                    sentence=mention.run.sentence,
                    quoted=annotations.is_quoted(span),
                    mention=mention,
                    misspelling=misspelling,
                )
            )
    return tuple(claims)


def _names_somebody(mention: Mention, kb: Snapshot) -> bool:
    """Whether a full name is a known person's, or not made up of ordinary words and peoples alone."""
    return bool(mention.people) or not all(
        kb.is_word(part.text.lower()) or kb.country_by_adjective(part.text) for part in mention.parts
    )
