"""What is not to be reported of an article, by whoever says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from factlint.engine.accepted import AcceptedPlaces
from factlint.engine.suppress import Suppressions
from factlint.text.span import Span

Use = tuple[int, str]
"""The number of a mark of ``Suppressions``, and the code of a rule whose finding it suppressed."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What is not to be reported of an article.

    Attributes:
        suppressions: what the article says itself.
        accepted: names that the configuration accepts.
    """

    suppressions: Suppressions = field(default_factory=Suppressions)
    accepted: AcceptedPlaces = field(default_factory=AcceptedPlaces)

    def uses(self, code: str, span: Span) -> frozenset[Use]:
        """The suppressions that speak of a rule's finding; empty where none does."""
        return frozenset((number, code) for number in self.suppressions.covering(code, span))

    def accepts(self, code: str, span: Span) -> bool:
        """Whether the configuration accepts what a rule found, or the copy says that it is meant so."""
        return self.accepted.cover(code, span) or self.suppressions.is_sic(span)
