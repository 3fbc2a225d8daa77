"""Fingerprints of diagnostics that survive edits elsewhere in the copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from factlint.engine.results import Diagnostic


def with_fingerprints(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give each diagnostic of one article, in order, its fingerprint.

    It is made of rule, subject and the words in lower case with single spaces, never of line
    numbers; a diagnostic that is in all of these the n-th of its article gets the suffix ``:n``.
    """
    seen: Counter[str] = Counter()
    result = []
    for diagnostic in diagnostics:
        digest = _digest(diagnostic)
        seen[digest] += 1
        result.append(replace(diagnostic, fingerprint=f"{digest}:{seen[digest]}"))
    return tuple(result)


def _digest(diagnostic: Diagnostic) -> str:
    import hashlib

    words = " ".join(diagnostic.words.casefold().split())
    key = "\0".join((diagnostic.rule, diagnostic.subject, words))
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
