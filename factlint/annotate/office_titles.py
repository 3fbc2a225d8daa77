"""The ways in which copy writes one title: "Treasury Secretary", "secretary of the Treasury"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factlint.kb.names import fold

_LINKS = frozenset({"of", "the", "for", "and", "to", "in", "on", "s"})
# A title means the same with or without its country, which the jurisdiction says.
_COUNTRY_WORDS = frozenset({"united", "states", "us", "u", "american", "federal", "america", "national"})
_SAME = {
    "defence": "defense", "labour": "labor", "adviser": "advisor", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "congressman": "representative", "congresswoman": "representative", "minister": "minister",
    "ministers": "minister", "premier": "premier", "affairs": "", "external": "foreign",
    "representatives": "",
}  # fmt: skip

_HEADS = frozenset(
    {"secretary", "minister", "director", "speaker", "chairman", "chairwoman", "chair", "leader",
    "administrator",
     "commissioner", "governor", "president", "whip"}
)  # fmt: skip
"""Titles that copy turns round: "Director of the FBI" and "FBI Director"."""

_NOT_TURNED = frozenset({"state", "council", "parliament"})
"""What "Secretary of State" names is not "State Secretary"."""


@lru_cache(maxsize=8192)
def title_key(title: str) -> frozenset[str]:
    """What two ways of writing one title have in common; "Secretary of State" has its own.

    Args:
        title: a title, in any case, with or without its country.
    """
    words = fold(title).split()
    kept = {_SAME.get(word, word) for word in words if word not in _LINKS and word not in _COUNTRY_WORDS} - {
        ""
    }
    return frozenset(kept or words)


def variants(title: str) -> Iterator[str]:
    """Folded ways to write a title, itself first."""
    words = fold(title).split()
    core = [word for word in words if word not in _COUNTRY_WORDS]
    yield " ".join(words)
    if core and core != words:
        yield from _turned(core)
        yield " ".join(_trimmed(core))
    yield from _turned(words)


def _turned(words: list[str]) -> Iterator[str]:
    if len(words) < 2:
        return
    if words[0] in _HEADS and words[1] in ("of", "for"):
        rest = _trimmed(words[2:])
        if rest and rest[-1] not in _NOT_TURNED:
            yield " ".join((*rest, words[0]))
            if rest[0] == "house":
                yield f"house {words[0]}"
                yield f"{words[0]} of the house"
    elif words[-1] in _HEADS and words[0] not in ("vice", "deputy", "prime") and len(words) <= 4:
        rest = words[:-1]
        for link in ("of", "of the", "for"):
            yield f"{words[-1]} {link} {' '.join(rest)}"


def _trimmed(words: list[str]) -> list[str]:
    while words and words[0] in _LINKS:
        words = words[1:]
    return words
