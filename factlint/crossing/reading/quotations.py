"""Quotations, with their speakers as far as the words around them show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.crossing.records import GAP, QuotationRecord
from factlint.kb.names import fold
from factlint.linking.link import link_names
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotate.layers import Annotations
    from factlint.annotate.quotations import Quotation
    from factlint.crossing.reading.sentences import SentenceTable
    from factlint.linking.link import ArticleNames

SHORTEST = 6
"""A quotation of fewer words may be anybody's."""

LONGEST = 120
"""So many words of a quotation are kept."""

_WORD = regex(r"(?P<gap>\[[^\[\]]{0,60}\]|…|\.(?: ?\.){2,}|[—–]|--)|\d[\d.,]*\d|\d|[^\W\d_]+(?:'[^\W\d_]+)*")
_VERB = r"(?:said|says|told|tweeted|wrote|asked|added|argued|declared|insisted|recalled|explained|replied)"
_NAME = r"(?P<name>(?:(?:[A-Z][\w.'-]*) ){0,4}[A-Z][\w'-]+)"
_AFTER = regex(rf"[ \n]?(?:{_NAME}[ \n]{_VERB}\b|{_VERB}[ \n]{_NAME.replace('name', 'last')})")
_BEFORE = regex(
    rf"{_NAME}(?:,[^,\n]{{1,60}},)?[ \n]{_VERB}(?: in a [a-z]{{3,12}}| on [A-Z][a-z]+)?[,:][ \n]*$"
)


def read_quotations(annotations: Annotations, sentences: SentenceTable) -> tuple[QuotationRecord, ...]:
    """The quotations of a sentence's length, in order."""
    names = annotations.derived(link_names)
    prose = annotations.article.prose
    records: list[QuotationRecord] = []
    for quotation in annotations.quotations:
        tokens = tuple(
            GAP if match["gap"] else match.group().lower()
            for match in _WORD.finditer(prose, quotation.span.start, quotation.span.end)
        )
        if len(tokens) >= SHORTEST:
            speaker, words = _speaker(prose, quotation, names)
            records.append(QuotationRecord(sentences.place(quotation.span), tokens[:LONGEST], speaker, words))
    return tuple(records)


def quotations_of(annotations: Annotations) -> tuple[QuotationRecord, ...]:
    """The quotations of an article that is compared with itself only."""
    from factlint.crossing.reading.sentences import SentenceTable

    return read_quotations(annotations, SentenceTable(annotations))


def _speaker(prose: str, quotation: Quotation, names: ArticleNames) -> tuple[str, str]:
    """Key and words of the speaker; empty where nobody named is said to have spoken directly beside it."""
    match = _AFTER.match(prose, quotation.span.end, quotation.span.end + 120) or _BEFORE.search(
        prose, max(0, quotation.span.start - 160), quotation.span.start
    )
    if match is None:
        return "", ""
    words = match["name"] or match.groupdict().get("last") or ""
    return _key(words, names), words


def _key(words: str, names: ArticleNames) -> str:
    surname = fold(words).split()[-1:]
    bearers: Sequence[object] = names.cast.with_surname(surname[0]) if surname else ()
    return surname[0] if len(bearers) == 1 else ""
