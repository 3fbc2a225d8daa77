"""Whether the copy only reports that somebody claims something.

"Said" and "told" are left out: copy reports most of its news with them, and the titles, parties and
states in it are its own words. A claim that is "claimed", "alleged" or "falsely said" is somebody else's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span

_CLAIM = r"(?:claim|alleg|assert|insist|contend|pretend|maintain)(?:e|ed|es|s|ing)?"
_OPINION = r"(?:argu|jok|boast|believ|suggest|impli|imply|imagin|misstat)(?:e|ed|es|s|ing|ies|ied)?"
_WRONGLY = r"(?:falsely|wrongly|mistakenly|incorrectly|erroneously|jokingly|misidentified|mistook)"
_BEFORE = regex(rf"\b(?:{_CLAIM}|{_OPINION}[ \n]that|{_WRONGLY})\b[^;]*$")
_AFTER = regex(
    rf"[^;]*,[ \n](?:[\w.'’-]+[ \n]){{1,4}}(?:{_WRONGLY}[ \n])?(?:{_CLAIM}|{_OPINION})\b"
    r"(?![ \n]that\b)[^,;]*$"
)
_REACH = 200


def is_reported(annotations: Annotations, span: Span, sentence: Span) -> bool:
    """Whether a sentence reports some words as what somebody claims, before them or after.

    Args:
        annotations: the article's layers.
        span: the words in question.
        sentence: the sentence they stand in.
    """
    prose = annotations.article.prose
    before = _BEFORE.search(prose, max(sentence.start, span.start - _REACH), span.start)
    return before is not None or (
        sentence.end - span.end <= _REACH and _AFTER.match(prose, span.end, sentence.end) is not None
    )
