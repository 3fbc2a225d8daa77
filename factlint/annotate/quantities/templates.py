"""Sentences with their quantities put out of the way, so that patterns see how these are related.

"Sales rose 5% from $10 million to $12 million" becomes "Sales rose ¤ from ¤ to ¤", where each mark
stands for the quantity of the same rank. A pattern over templates needs to know nothing of numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.quantities.layer import quantities
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.quantities.model import Quantity

MARK = "\ufffc"
"""Stands for a quantity (U+FFFC, object replacement character)."""

MOST_QUANTITIES = 60
"""A line with more of them is a table, whose cells no pattern for sentences relates."""

_SPACE = regex(r"[ \n]+")


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with a mark for each quantity.

    Attributes:
        sentence: where it stands.
        text: its words, each run of white space one space, each quantity with its hedge one mark.
        quantities: what the marks stand for, in order.
        offsets: where in ``text`` the marks stand, in order.
    """

    sentence: Span
    text: str
    quantities: tuple[Quantity, ...]
    offsets: tuple[int, ...]

    def quantity(self, match: re.Match[str], group: str) -> Quantity:
        """The quantity whose mark a group of a match begins with.

        Raises:
            ValueError: the group does not begin with a mark.
        """
        return self.quantities[self.index(match.start(group))]

    def index(self, offset: int) -> int:
        """The rank of the mark at an offset of ``text``.

        Raises:
            ValueError: there is none.
        """
        rank = bisect_left(self.offsets, offset)
        if rank == len(self.offsets) or self.offsets[rank] != offset:
            raise ValueError(f"no mark at {offset}")
        return rank


def templates(annotations: Annotations) -> tuple[Template, ...]:
    """The templates of all sentences that hold a quantity, in order; tables are left out."""
    return annotations.derived(_templates)


def _templates(annotations: Annotations) -> tuple[Template, ...]:
    found = quantities(annotations)
    made: list[Template] = []
    index = 0
    for sentence in annotations.sentences:
        first = index
        while index < len(found) and found[index].extent.start < sentence.end:
            index += 1
        inside = tuple(
            quantity
            for quantity in found[first:index]
            if quantity.extent.start >= sentence.start and quantity.extent.end <= sentence.end
        )
        if 0 < len(inside) <= MOST_QUANTITIES:
            made.append(_template(annotations.article.prose, sentence, inside))
    return tuple(made)


def _template(prose: str, sentence: Span, inside: tuple[Quantity, ...]) -> Template:
    parts: list[str] = []
    offsets: list[int] = []
    length, start = 0, sentence.start
    for quantity in inside:
        words = _SPACE.sub(" ", prose[start : quantity.extent.start].replace(MARK, " "))
        length += len(words)
        offsets.append(length)
        parts += (words, MARK)
        length += 1
        start = quantity.extent.end
    parts.append(_SPACE.sub(" ", prose[start : sentence.end].replace(MARK, " ")))
    return Template(sentence, "".join(parts), inside, tuple(offsets))
