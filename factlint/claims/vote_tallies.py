"""Claims about votes in bodies of a known size: "the U.S. Senate voted 54-45"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.claims.base import Claim
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteTallyClaim(Claim):
    """The copy says how a body voted.

    Attributes:
        body: the body, as written.
        seats: how many votes it has.
        votes: those for and against.
    """

    body: str
    seats: int
    votes: tuple[int, int]


SEATS = {"supreme court": 9, "senate": 100, "house": 435}
"""Votes in the Supreme Court (28 U.S.C. 1, since 1869), the Senate (two for each of 50 states, since 1959)
and the House of Representatives (2 U.S.C. 2a) of the United States."""

_BODY = regex(
    r"\b(?P<country>(?:U\.S\.|US|United\sStates|American)\s)?(?P<body>Supreme\sCourt|Senate|House)(?![\w'’-])"
    r"(?P<between>(?:\s[\w,.'’-]+?){0,8}?)\s(?:voted|votes|ruled|rules|decided|held|passed|approved|rejected"
    r"|confirmed)\b(?:\s[\w'’-]+){0,9}?\s\(?(?P<votes>\d{1,3}[-–]\d{1,3})(?![\w–-]|[.,]\d)"
)
# Words of another body: "the state Senate", "the Texas House", "the Supreme Court of India".
_OF_ANOTHER = regex(r"\b(?:of|committee|subcommittee|panel|state|and|which|but|Senate|House|Court)\b")
_BEFORE = regex(r"(?:^|[^\w\s]\s|\b(?:[Tt]he|[Aa]s)\s)(?:(?:full|divided|whole|bitterly\sdivided)\s)?$")
_UNITED_STATES = regex(
    r"\b(?:U\.S\. (?:Supreme Court|Senate|House)|US (?:Supreme Court|Senate|House)|Chief Justice (?:John )?"
    r"(?:G\. )?Roberts|Capitol Hill|WASHINGTON)\b"
)
_FOREIGN = regex(
    r"\b(?:state (?:Supreme|Senate|House|Legislature|lawmakers)|statehouse|parliament|Parliament"
    r"|prime minister|Prime Minister)\b"
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All votes of the three bodies, in order; none where the article may speak of another country's."""
    return tuple(_claims(annotations))


def _claims(annotations: Annotations) -> Iterator[Claim]:
    prose = annotations.article.prose
    if _UNITED_STATES.search(prose) is None or _FOREIGN.search(prose) is not None:
        return
    for sentence in annotations.sentences:
        for match in _BODY.finditer(prose, sentence.start, sentence.end):
            if _OF_ANOTHER.search(match["between"]) or not _is_the(prose, match, sentence):
                continue
            span = Span(*match.span("votes"))
            one, other = (int(part) for part in re.split("[-–]", match["votes"]))
            yield VoteTallyClaim(
                span=span,
                sentence=sentence,
                quoted=annotations.is_quoted(span),
                body=" ".join(match["body"].split()),
                seats=SEATS[" ".join(match["body"].lower().split())],
                votes=(one, other),
            )


def _is_the(prose: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether nothing before the body's name says that it is another country's or state's."""
    return _BEFORE.search(prose[max(sentence.start, match.start() - 24) : match.start()]) is not None
