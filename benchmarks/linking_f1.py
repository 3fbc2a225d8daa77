"""Precision, recall and F1 of finding and linking names, on ``fixtures/gold``.

A mention counts as found if its span is exactly the gold one; a link as right if the mention is found and
its entity is the gold one. People whom the knowledge base does not know (NIL) count for finding, and are
linked right when no entity is given.

Usage: python benchmarks/linking_f1.py [--errors]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factlint.annotate.layers import Annotations
from factlint.document.read import read_article
from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot
from factlint.linking.link import link_names
from factlint.text.source import SourceText

GOLD = Path(__file__).resolve().parents[1] / "fixtures" / "gold"
FOLDERS = ("names", "articles")
_MARK = re.compile(r"\[\[(?P<words>[^|\]]+)\|(?P<entity>[^\]]+)\]\]")
NIL = "NIL"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A mention: where it stands, its words and who is meant (``NIL`` for nobody known)."""

    start: int
    words: str
    entity: str


def read_gold(path: Path) -> tuple[SourceText, frozenset[Name]]:
    """The text of a gold file without its marks, and the names that were marked."""
    text, names, plain = path.read_text(encoding="utf-8"), set(), ""
    end = 0
    for match in _MARK.finditer(text):
        plain += text[end : match.start()]
        # The point of "Jr." is the abbreviation's, and no part of a mention.
        names.add(Name(len(plain), match["words"].removesuffix("."), match["entity"]))
        plain += match["words"]
        end = match.end()
    return SourceText(path.name, plain + text[end:]), frozenset(names)


def predicted(source: SourceText, kb: Snapshot) -> Iterator[Name]:
    """The people's names that linking finds: those of the cast and the misspelt ones, headlines left out."""
    annotations = Annotations(read_article(source), kb)
    names = annotations.derived(link_names)
    of_people = {mention.span for person in names.cast.people for mention in person.mentions}
    for mention in names.mentions:
        misspelled = mention.span.start in names.misspellings
        if mention.run.shouted or not (misspelled or mention.span in of_people):
            continue
        entity = names.entity_of(mention)
        if entity is None and all(_is_no_name(part.text, kb) for part in mention.parts):
            continue
        yield Name(mention.span.start, mention.span.of(source.text), entity.id if entity else NIL)


def _is_no_name(word: str, kb: Snapshot) -> bool:
    return kb.is_word(word.lower()) or bool(kb.country_by_adjective(word))


def report(found: int, given: int, wanted: int) -> str:
    """Precision, recall and F1 from the number of right, given and wanted answers."""
    precision, recall = found / max(1, given), found / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({found} of {wanted}, {given} given)"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what differs")
    show = parser.parse_args().errors
    totals = [0] * 6
    with Snapshot(embedded_path()) as kb:
        for folder in FOLDERS:
            paths = sorted((GOLD / folder).glob("*.md"))
            counts = [0] * 6
            for path in paths:
                counts = [one + other for one, other in zip(counts, score(path, kb, show=show), strict=True)]
            totals = [one + other for one, other in zip(totals, counts, strict=True)]
            print_counts(f"{folder}, {len(paths)} articles", counts)
    print_counts("all", totals)


def print_counts(title: str, counts: list[int]) -> None:
    """Print what ``score`` counted."""
    print(title)
    print("  mentions", report(*counts[:3]))
    print("  links   ", report(*counts[3:]))


def score(path: Path, kb: Snapshot, *, show: bool) -> list[int]:
    """Mentions right, given and wanted, then links right, given and wanted, in one gold file."""
    source, gold = read_gold(path)
    guess = frozenset(predicted(source, kb))
    if show:
        for name in sorted(gold - guess):
            print(f"{path.name}: missing {name.words!r} {name.entity}")
        for name in sorted(guess - gold):
            print(f"{path.name}: given {name.words!r} {name.entity}")
    spans, given_spans = ({(one.start, one.words) for one in names} for names in (gold, guess))
    links, given_links = ({one for one in names if one.entity != NIL} for names in (gold, guess))
    return [
        len(spans & given_spans), len(given_spans), len(spans),
        len(links & given_links), len(given_links), len(links),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
