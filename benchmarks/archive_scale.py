"""Measure an archive of generated articles: adding, size, and checking one article against it.

Usage: python benchmarks/archive_scale.py [--articles N ...] [--per-day N] [--queries N] [--folder FOLDER]
           [--keep]

The articles are generated as what an archive keeps of them. How many people, places, words and claims of
each kind an article has, and how often the most, the tenth and the thousandth frequent of them occur, was
measured on 438 news articles of several outlets (802 words in the mean); the shares below are fits to that.
Events have 1 to 20 articles within a few days, that share most of their people, places and words; the rest
of each article is drawn from all there are. What the claims say is drawn from a pool: searching never looks
at it, and comparing only at that of the articles that are found.

Articles are added in order of publication, by the same function as `factlint archive add` uses, in larger
batches; reading articles is not part of it. A query is one more article on an event of the archive. It is
measured from opening the file to the last finding of the six rules: all that `check --archive` does beyond
the article's own analysis. `found` is the share of the event's other articles, eight at most, that it
was compared with; `others` how many articles on other events it was compared with, per query.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path

from factlint.archive.database import transaction, writing
from factlint.archive.entries import Entry, entry, hash_of, hashes, pack_features
from factlint.archive.published import Archive
from factlint.archive.search import MOST_FOUND
from factlint.archive.store import add
from factlint.crossing.records import (
    ArticleDigest,
    DayRecord,
    NameRecord,
    NumberRecord,
    PersonRecord,
    Place,
    QuotationRecord,
    SentenceRecord,
    SiteRecord,
)
from factlint.crossing.words import stem
from factlint.engine.assemble import Choices, uniform_settings
from factlint.engine.configfind import default_config
from factlint.engine.corpus import compare_articles
from factlint.engine.registry import all_rules
from factlint.engine.session import KeptArticle
from factlint.engine.settings import RunSettings
from factlint.engine.silence import Silence
from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot
from factlint.text.source import SourceText
from factlint.text.span import Span

DRAWN = 60_000
"""Queries are on events of so many of the first articles: making all again would take too long."""

BATCH = 20_000
"""Articles that are added in one transaction."""

POOL = 400
"""Articles whose claims are made; all others have those of one of them."""

FIRST_DAY = dt.date(2000, 1, 1)
_MONTH = 30

# Deciles 1 to 9 of how many an article has, in 438 articles.
PEOPLE = (6, 8, 10, 12, 14, 16, 18, 21, 25)
SITES = (3, 4, 5, 6, 7, 9, 10, 12, 16)
TERMS = 80
CLAIMS = {
    "sentences": (4, 6, 8, 10, 11, 13, 14, 17, 21),
    "names": (6, 8, 10, 12, 14, 16, 18, 20, 25),
    "numbers": (1, 2, 4, 5, 7, 8, 10, 12, 16),
    "days": (1, 2, 2, 3, 4, 5, 6, 8, 10),
    "places": (0, 1, 1, 2, 2, 3, 4, 6, 8),
    "persons": (0, 1, 2, 3, 4, 5, 6, 8, 11),
    "quotations": (2, 3, 5, 6, 7, 8, 10, 12, 15),
}
KNOWN = 0.44
"""Share of an article's people whom the knowledge base knows."""

EVENT_SIZES = (1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 9, 20)
"""A third of the events are told once, a few by everybody."""

SHARED = 0.6
"""So much of an article is that of its event, the rest its own."""


@dataclass(frozen=True)
class Zipf:
    """Items that occur with a share of ``1 / (1 + rank / offset) ** exponent``.

    Attributes:
        items: how many there are.
        offset: rank at which the share has halved, for an exponent of 1.
        exponent: how fast it falls.
    """

    items: int
    offset: float
    exponent: float

    @cached_property
    def _weights(self) -> list[float]:
        return list(
            accumulate(1.0 / (1.0 + rank / self.offset) ** self.exponent for rank in range(self.items))
        )

    def draw(self, random_: random.Random, count: int, *, rare: bool = False) -> set[int]:
        """Ranks of some items; ``rare`` draws those behind the first hundredth all alike."""
        if rare:
            return {random_.randrange(self.items // 100, self.items) for _ in range(count)}
        return set(random_.choices(range(self.items), cum_weights=self._weights, k=count))


WORDS = Zipf(60_000, 20.0, 0.97)
KNOWN_PEOPLE = Zipf(140_000, 1.5, 0.85)
PLACES = Zipf(8_000, 1.2, 0.85)


@dataclass(frozen=True)
class Event:
    """What the articles on one event share, and from which day on they appear."""

    number: int
    day: dt.date
    size: int
    people: tuple[str, ...]
    sites: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Made:
    """A generated article: what it is found by, and the place of its claims in the pool."""

    digest: ArticleDigest
    event: int
    pool: int


class Generator:
    """Makes articles in order of publication.

    Args:
        seed: the same gives the same articles.
        per_day: articles a day.
    """

    def __init__(self, seed: int, per_day: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.per_day = per_day

    def articles(self) -> Iterator[Made]:
        """Articles without end; those of an event lie within four days."""
        waiting: dict[int, list[Event]] = {}
        number = 0
        for day in range(10**6):
            while sum(map(len, waiting.values())) < self.per_day * 4:
                event = self.event(number, FIRST_DAY + dt.timedelta(days=day))
                number += 1
                for _ in range(event.size):
                    later = day + min(3, int(self.random.expovariate(1.0)))
                    waiting.setdefault(later, []).append(event)
            today = waiting.pop(day, [])
            for event in today[: self.per_day]:
                yield self.article(event, FIRST_DAY + dt.timedelta(days=day))
            waiting.setdefault(day + 1, []).extend(today[self.per_day :])

    def event(self, number: int, day: dt.date) -> Event:
        """A new event with some known and some unknown people, and words of which half are rare."""
        people = self._people(self._count(PEOPLE), number)
        terms = WORDS.draw(self.random, 30) | WORDS.draw(self.random, 30, rare=True)
        return Event(
            number,
            day,
            self.random.choice(EVENT_SIZES),
            tuple(people),
            tuple(f"Q{900_000 + rank}" for rank in PLACES.draw(self.random, self._count(SITES))),
            tuple(f"{term:x}w" for term in terms),
        )

    def article(self, event: Event, day: dt.date) -> Made:
        """An article on an event."""
        people = self._mixed(event.people, self._people(self._count(PEOPLE), self.random.getrandbits(40)))
        own_sites = (f"Q{900_000 + rank}" for rank in PLACES.draw(self.random, self._count(SITES)))
        sites = self._mixed(event.sites, own_sites)
        terms = self._mixed(event.terms, (f"{term:x}w" for term in WORDS.draw(self.random, TERMS)))[:TERMS]
        digest = ArticleDigest(
            path="",
            title=" ".join(terms[:8]),
            outlet=f"Outlet {self.random.randrange(12)}",
            published=day,
            people=tuple(sorted(people)),
            famous=tuple(self._fame(key) for key in sorted(people)),
            sites=tuple(sorted(sites)),
            terms=tuple(sorted((term, self.random.choice((1.0, 1.41, 1.73, 2.0, 2.65))) for term in terms)),
        )
        return Made(digest, event.number, self.random.randrange(POOL))

    def _mixed(self, shared: Sequence[str], own: Iterator[str] | list[str]) -> list[str]:
        kept = [item for item in shared if self.random.random() < SHARED]
        alone = [item for item in own if self.random.random() > SHARED]
        mixed = list(dict.fromkeys((*kept, *alone)))
        self.random.shuffle(mixed)
        return mixed

    def _people(self, count: int, salt: int) -> list[str]:
        known = round(count * KNOWN)
        ranks = KNOWN_PEOPLE.draw(self.random, known)
        return [
            *(f"Q{rank}" for rank in ranks),
            *(f"person {salt:x} {place}" for place in range(count - known)),
        ]

    def _fame(self, key: str) -> int:
        if not key.startswith("Q"):
            return 0
        return max(1, 5 - len(key[1:]) // 2)

    def _count(self, deciles: Sequence[int]) -> int:
        return deciles[self.random.randrange(len(deciles))]


def claims_pool(seed: int) -> list[tuple[ArticleDigest, SourceText]]:
    """Claims of generated articles, with their texts."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    words = [line for line in Path(_words_file()).read_text(encoding="utf-8").split() if line.isalpha()]
    return [_claims(chance, words) for _ in range(POOL)]


def _words_file() -> Path:
    import factlint.kb

    return Path(factlint.kb.__file__).parent / "lexicons" / "words.txt"


def _claims(chance: random.Random, words: Sequence[str]) -> tuple[ArticleDigest, SourceText]:
    lines = [" ".join(chance.choices(words, k=chance.randrange(20, 70))) for _ in range(17)]
    source = SourceText("", "\n\n".join(lines))
    counts = {kind: chance.choice(deciles) for kind, deciles in CLAIMS.items()}
    sentences = max(1, counts["sentences"])

    def some(low: int, high: int) -> tuple[str, ...]:
        return tuple(sorted({stem(word) for word in chance.choices(words, k=chance.randrange(low, high))}))

    def place(length: int) -> Place:
        start = chance.randrange(len(source.text) - length)
        span = Span(start, start + length)
        first, last = source.position(span.start), source.position(span.end)
        return Place(span.start, span.end, first.line, first.column, last.line, last.column)

    def told(where: Place) -> str:
        return source.text[where.start : where.end]

    def name() -> NameRecord:
        where = place(chance.randrange(8, 20))
        return NameRecord(where, told(where).title(), tuple(told(where).split()), people=some(1, 2))

    def number() -> NumberRecord:
        where, value = place(chance.randrange(2, 12)), float(chance.randrange(1000))
        return NumberRecord(
            where, told(where), chance.randrange(sentences), value, value, value, value,
            counted=chance.choice(words), near=some(3, 8), governor=stem(chance.choice(words)),
        )  # fmt: skip

    def day() -> DayRecord:
        where, date = place(9), FIRST_DAY + dt.timedelta(days=chance.randrange(9000))
        return DayRecord(
            where, told(where), chance.randrange(sentences), date, near=some(3, 8), names=some(0, 4)
        )

    def site() -> SiteRecord:
        where = place(8)
        return SiteRecord(
            where, told(where), chance.randrange(sentences), "city", some(1, 2), some(1, 3), some(3, 8)
        )

    def person() -> PersonRecord:
        where = place(12)
        return PersonRecord(
            where, told(where), " ".join(some(2, 3)), told(where).title(), "office", "minister"
        )

    def quotation() -> QuotationRecord:
        where = place(chance.randrange(30, 200))
        return QuotationRecord(where, tuple(told(where).lower().split()), stem(chance.choice(words)))

    digest = ArticleDigest(
        path="",
        sentences=tuple(
            SentenceRecord(place_, f"{chance.getrandbits(48):012x}", some(8, 16), some(0, 5))
            for place_ in range(sentences)
        ),
        names=tuple(name() for _ in range(counts["names"])),
        numbers=tuple(number() for _ in range(counts["numbers"])),
        days=tuple(day() for _ in range(counts["days"])),
        places=tuple(site() for _ in range(counts["places"])),
        persons=tuple(person() for _ in range(counts["persons"])),
        quotations=tuple(quotation() for _ in range(counts["quotations"])),
    )
    return digest, source


def entries(made: Iterator[Made], pool: Sequence[Entry]) -> Iterator[Entry]:
    """What an archive keeps of generated articles."""
    for number, one in enumerate(made):
        keys, posted = hashes(one.digest)
        yield replace(
            pool[one.pool],
            path=f"{one.digest.published:%Y/%m/%d}/{number:08}-{one.event}.md",
            content=hash_of(str(number)),
            published=one.digest.published,
            outlet=one.digest.outlet,
            features=pack_features(one.digest),
            keys=keys,
            posted=posted,
        )


def build(file: Path, articles: int, per_day: int, seed: int) -> list[tuple[int, float]]:
    """Add articles; returns after each batch how many there are and how many seconds adding took so far."""
    pool = [entry(digest, source, "", b"") for digest, source in claims_pool(seed)]
    waiting = entries(Generator(seed, per_day).articles(), pool)
    marks: list[tuple[int, float]] = []
    done, spent = 0, 0.0
    with writing(file) as connection:
        while done < articles:
            some = list(islice(waiting, min(BATCH, articles - done)))
            begun = time.perf_counter()
            with transaction(connection):
                add(connection, some)
            spent += time.perf_counter() - begun
            done += len(some)
            marks.append((done, spent))
    return marks


@dataclass(frozen=True)
class Checked:
    """How long queries took, in milliseconds of wall and CPU time, and what they found."""

    wall: list[float]
    processor: list[float]
    found: float
    others: float


def check(file: Path, articles: int, per_day: int, seed: int, queries: int) -> Checked:
    """Check one more article on each of some events of the archive."""
    settings, last = _settings(), FIRST_DAY + dt.timedelta(days=articles // per_day)
    pool = claims_pool(seed)
    generator = Generator(seed + 1, per_day)
    wall, processor, found, others = [], [], [], []
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    with Snapshot(settings.kb) as kb:
        for event, there in _events(articles, per_day, seed, queries, chance):
            made = generator.article(event, min(last, event.day + dt.timedelta(days=1)))
            claims, source = pool[made.pool]
            digest = replace(claims, **_features(made.digest), path="new.md")
            kept = KeptArticle(SourceText("new.md", source.text), Silence(), digest)
            archive = _Watched(file)
            begun, spent = time.perf_counter(), time.process_time()
            compare_articles([kept], settings, kb, archive)
            wall.append((time.perf_counter() - begun) * 1e3)
            processor.append((time.process_time() - spent) * 1e3)
            same = sum(path.endswith(f"-{event.number}.md") for path in archive.seen)
            found.append(same / min(MOST_FOUND, there))
            others.append(len(archive.seen) - same)
    return Checked(wall, processor, statistics.mean(found), statistics.mean(others))


class _Watched(Archive):
    """An archive that notes what it was asked for."""

    @property
    def seen(self) -> list[str]:
        """The articles that were found last."""
        return list(self.__dict__.get("_seen", ()))

    def on_events_of(self, articles: Sequence[KeptArticle]):  # type: ignore[no-untyped-def]
        """As the archive does."""
        published = super().on_events_of(articles)
        self.__dict__["_seen"] = [digest.path for digest in published.digests]
        return published


def _features(digest: ArticleDigest) -> dict[str, object]:
    names = ("title", "outlet", "published", "people", "famous", "sites", "terms")
    return {name: getattr(digest, name) for name in names}


def _events(
    articles: int, per_day: int, seed: int, queries: int, chance: random.Random
) -> Iterator[tuple[Event, int]]:
    """Events of the archive, with the number of their articles in it."""
    drawn_from = min(articles, DRAWN)
    wanted = set(chance.sample(range(drawn_from), min(queries, drawn_from)))
    generator = Generator(seed, per_day)
    events: dict[int, Event] = {}
    counts: dict[int, int] = {}
    make = generator.event

    def noted(number: int, day: dt.date) -> Event:
        event = make(number, day)
        events[number] = event
        return event

    generator.event = noted  # type: ignore[method-assign]
    drawn = []
    for number, made in enumerate(islice(generator.articles(), drawn_from)):
        counts[made.event] = counts.get(made.event, 0) + 1
        if number in wanted:
            drawn.append(made.event)
    for number in drawn:
        yield events[number], counts[number]


def _settings() -> RunSettings:
    rules = all_rules()
    settings = uniform_settings(rules, default_config(rules), Choices(select=("cross-article",)))
    return replace(settings, kb=embedded_path())


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--per-day", type=int, default=300)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--folder",
        type=Path,
        help="where the archives are made, and used again where they are; by default a temporary folder",
    )
    parser.add_argument("--keep", action="store_true", help="keep the archives")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    heads = (
        "articles", "add, articles/s", "last batch", "MB", "KB/article", "p50 ms", "p95 ms", "max ms",
        "CPU p50", "CPU p95", "found", "others",
    )  # fmt: skip
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for articles in arguments.articles:
        file = folder / f"generated-{articles}.sqlite"
        rates = "– | –"
        if not file.exists():
            marks = build(file, articles, arguments.per_day, arguments.seed)
            (before, earlier), (after, total) = ([(0, 0.0), *marks])[-2:]
            rates = f"{articles / total:,.0f} | {(after - before) / (total - earlier):,.0f}"
        checked = check(file, articles, arguments.per_day, arguments.seed, arguments.queries)
        size = file.stat().st_size
        print(
            f"| {articles:,} | {rates} | {size / 1e6:,.0f} | {size / articles / 1e3:.1f}"
            f" | {quantile(checked.wall, 0.5):.1f} | {quantile(checked.wall, 0.95):.1f}"
            f" | {max(checked.wall):.1f}"
            f" | {quantile(checked.processor, 0.5):.1f} | {quantile(checked.processor, 0.95):.1f}"
            f" | {checked.found:.0%} | {checked.others:.2f} |",
            flush=True,
        )
        if not arguments.keep:
            file.unlink()
    if arguments.folder is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
